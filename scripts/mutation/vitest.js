// What `vitest` is to the tests that test-runner.js runs: it collects them, and runs one of them at a time.
import { JestAsymmetricMatchers, JestChaiExpect, JestExtend, setState } from '@vitest/expect'
import { fn, isMockFunction, restoreAllMocks, spyOn } from '@vitest/spy'
import * as chai from 'chai'

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin)
setState({ assertionCalls: 0, isExpectingAssertions: false, testPath: '', currentTestName: '' }, chai.expect)

export const expect = chai.expect

/** What is described: its hooks, and whether its beforeAll has run. */
const suiteIn = (parent, name) => ({ parent, name, before: [], after: [], beforeEach: [], afterEach: [], ready: false })
const root = suiteIn(undefined, '')
let current = root
const finished = []

export const tests = []

/** Vitest spreads the rows of a table if all are arrays. The names need only tell tests apart. */
const each = (declare) => (rows) => (name, body, options) => {
  const isSpread = rows.every(Array.isArray)
  rows.forEach((row, at) => {
    const call = () => (isSpread ? body(...row) : body(row))
    declare(`${name} [${at}]`, Object.assign(call, { toString: () => String(body) }), options)
  })
}

function declareSuite(name, body) {
  current = suiteIn(current, name)
  try {
    body()
  } finally {
    current = current.parent
  }
}

function declareTest(name, ...rest) {
  const body = rest.find((one) => typeof one === 'function')
  tests.push({ name, body, suite: current })
}

export const describe = Object.assign(declareSuite, { each: each(declareSuite) })
export const it = Object.assign(declareTest, {
  each: each(declareTest),
  skipIf: (condition) => (condition ? () => {} : declareTest),
})
export const test = it
export const beforeAll = (hook) => void current.before.push(hook)
export const afterAll = (hook) => void current.after.push(hook)
export const beforeEach = (hook) => void current.beforeEach.push(hook)
export const afterEach = (hook) => void current.afterEach.push(hook)
export const onTestFinished = (hook) => void finished.push(hook)

const stubbed = []
const unstub = () => {
  for (const [object, name, value] of stubbed.splice(0).reverse()) {
    if (value === undefined) delete object[name]
    else object[name] = value
  }
}
const stub = (object, name, value) => {
  stubbed.push([object, name, object[name]])
  object[name] = value
}

/** What cannot be had here: a test that asks for it is skipped. */
export class Unsupported extends Error {}

export const vi = {
  fn,
  // All tests are one bundle, with one copy of each module.
  resetModules() {
    throw new Unsupported('resetModules')
  },
  spyOn,
  restoreAllMocks,
  isMockFunction,
  stubGlobal: (name, value) => stub(globalThis, name, value),
  unstubAllGlobals: unstub,
  stubEnv: (name, value) => stub(process.env, name, value),
  unstubAllEnvs: unstub,
}

/** The suites around a test, the outermost first. */
function around(suite) {
  return suite === undefined ? [] : [...around(suite.parent), suite]
}

/** @returns what the test failed with, or undefined */
export async function run({ suite, body }) {
  const suites = around(suite)
  let failure
  const attempt = async (hook) => {
    try {
      await hook()
    } catch (error) {
      failure ??= error ?? new Error('thrown without an error')
    }
  }
  for (const one of suites) {
    if (!one.ready) {
      one.ready = true
      for (const hook of one.before) await attempt(hook)
      one.failure = failure
    }
    failure ??= one.failure
  }
  for (const hook of suites.flatMap((one) => one.beforeEach)) await attempt(hook)
  if (failure === undefined) await attempt(body)
  for (const hook of suites.reverse().flatMap((one) => one.afterEach)) await attempt(hook)
  for (const hook of finished.splice(0)) await attempt(hook)
  return failure
}

/** After the last test of a run. */
export async function close() {
  const suites = new Set(tests.flatMap(({ suite }) => around(suite)))
  for (const suite of [...suites].filter(({ ready }) => ready).reverse()) {
    suite.ready = false
    for (const hook of suite.after) await hook()
  }
}
