// Runs the tests on other versions of Node: by default the release lines that package.json's `engines` admits. All
// arguments are optional: versions, and what vitest shall run. `npm run test:nodes -- 20.19.0 22.12.0 test/headers`
// It takes more than a minute for each version, so .ci/run leaves it out.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createChecks } from './support/checks.js'
import { createProject } from './support/project.js'
import { run } from './support/run.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const isVersion = (argument) => /^\d+(\.\d+){0,2}$/.test(argument)
const asked = process.argv.slice(2).filter(isVersion)
const versions = asked.length > 0 ? asked : ['20.19', '22', '24']
const filters = process.argv.slice(2).filter((argument) => !isVersion(argument))

const folder = await mkdtemp(join(tmpdir(), 'statuswise-nodes-'))
const { check, end } = createChecks()
try {
  // The package `node` fetches the binary for this platform in its install script.
  const packages = versions.map((version) => `${nameOf(version)}@npm:node@${version}`)
  const installed = await check(`npm has Node ${versions.join(', ')}`, () =>
    createProject(folder, packages, { allowScripts: ['node'] }),
  )
  for (const version of installed ? versions : []) {
    const node = join(folder, 'node_modules', nameOf(version), 'bin/node')
    await check(`the tests pass on Node ${version}`, async () => {
      const { stdout } = await run(node, ['--version'])
      await test(node)
      return stdout.trim()
    })
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
end()

function nameOf(version) {
  return `node-${version}`
}

function test(node) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` }
    const child = spawn(node, [vitest, 'run', ...filters], { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) resolve()
      else reject(new Error(`vitest ended with ${signal ?? code}`))
    })
  })
}
