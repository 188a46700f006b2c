// A test runner for Stryker that loads the tests once and calls the few that a mutant concerns, without vitest around
// them: a millisecond for a mutant instead of a second. MUTATION_TESTS names the folders and files of tests.
import { readdirSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import { DryRunStatus, determineHitLimitReached, TestStatus, toMutantRunResult } from '@stryker-mutator/api/test-runner'
import { build } from 'esbuild'
import fc from 'fast-check'

/** These look at time and size, not at what is right; or at other files. */
const NOT_THESE = /hostile\.test\.ts$|rules\/catalogue\.test\.ts$/
const LOOKS_AT_TIME = /performance\.now/

const OUT = resolve('.mutation-tests.mjs')

class TestRunner {
  #load = 0
  #tests
  #harness

  /** What the instrumented code looks at. */
  get #namespace() {
    globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {}
    return globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE]
  }

  capabilities() {
    return { reloadEnvironment: false }
  }

  async init() {
    process.env.NODE_ENV = 'test'
    fc.configureGlobal({ seed: 20261121, interruptAfterTimeLimit: undefined })
    const folders = process.env.MUTATION_TESTS.split(',')
    const files = folders.flatMap((folder) => testFiles(`test/${folder}`)).filter((file) => !NOT_THESE.test(file))
    await build({
      stdin: {
        contents: `${files.map((file) => `import './${file}'`).join('\n')}\nexport * from 'vitest'`,
        resolveDir: process.cwd(),
      },
      outfile: OUT,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      alias: { vitest: resolve('scripts/mutation/vitest.js'), statuswise: resolve('src/index.ts') },
      logLevel: 'error',
    })
    await this.#reload()
  }

  /** Loads the tests, and what they test, afresh. */
  async #reload() {
    this.#namespace.activeMutant = undefined
    this.#load += 1
    this.#harness = await import(`${pathToFileURL(OUT)}?${this.#load}`)
    const tests = this.#harness.tests.filter(({ body }) => !LOOKS_AT_TIME.test(String(body)))
    this.#tests = new Map(tests.map((test, at) => [`${at} ${nameOf(test)}`, test]))
  }

  async dryRun() {
    const results = await this.#run([...this.#tests.keys()], { bail: false })
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: this.#namespace.mutantCoverage }
  }

  async mutantRun({ activeMutant, testFilter = [...this.#tests.keys()], hitLimit, disableBail }) {
    const bail = !disableBail
    const attempt = async () => {
      Object.assign(this.#namespace, { activeMutant: activeMutant.id, hitCount: hitLimit && 0, hitLimit })
      const tests = await this.#run(testFilter, { bail })
      const { hitCount } = this.#namespace
      Object.assign(this.#namespace, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined })
      const slow = determineHitLimitReached(hitCount, hitLimit)
      return toMutantRunResult(slow ?? { status: DryRunStatus.Complete, tests })
    }
    const result = await attempt()
    if (result.status !== 'killed') return result
    // What an earlier mutant left in a cache must not kill this one: the test has to pass without it.
    const [again] = await this.#run(result.killedBy, { bail: false })
    if (again.status === TestStatus.Success) return result
    await this.#reload()
    return attempt()
  }

  async #run(ids, { bail }) {
    const results = []
    for (const id of ids) {
      const test = this.#tests.get(id)
      this.#namespace.currentTestId = id
      const start = performance.now()
      const failure = await this.#harness.run(test)
      const told = { id, name: nameOf(test), timeSpentMs: performance.now() - start }
      if (failure === undefined) results.push({ ...told, status: TestStatus.Success })
      else if (failure instanceof this.#harness.Unsupported) results.push({ ...told, status: TestStatus.Skipped })
      else results.push({ ...told, status: TestStatus.Failed, failureMessage: String(failure?.stack ?? failure) })
      if (results.at(-1).status === TestStatus.Failed && bail) break
    }
    this.#namespace.currentTestId = undefined
    await this.#harness.close()
    return results
  }
}

function testFiles(path) {
  if (statSync(path).isFile()) return [path]
  const names = readdirSync(path, { recursive: true })
  return names.filter((name) => name.endsWith('.test.ts')).map((name) => `${path}/${name}`)
}

function nameOf({ name, suite }) {
  const names = [name]
  for (let one = suite; one?.name; one = one.parent) names.unshift(one.name)
  return names.join(' > ')
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'loaded-once', TestRunner)]
