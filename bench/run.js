// @ts-check
/**
 * What does answering an error cost? `npm run bench`, about 4 minutes on 2 cores. `--quick` takes 40 seconds: it shows
 * that everything runs, but its processes are still warming up and its numbers say little.
 *
 * Measured is the CPU time that a server spends on a response, garbage collection and all threads included, and printed is
 * the ratio to a baseline that was measured side by side with it (measure.js), with a 95 % interval (statistics.js). A ratio
 * survives a change of machine, microseconds do not. Each contestant is a server in a process of its own (servers/); raw
 * keep-alive connections ask (load.js) and compare every response with the first. Nobody logs.
 *
 * - *floor*, the baseline of what is thrown: the same framework, routes and errors, and an error handler that writes bytes
 *   that statuswise had rendered before. It is the least that any error handler can cost.
 * - *A/A*: a second process with the same floor. Its ratio is 1; what is printed instead is how far to trust the others.
 * - *statuswise*: `problems()`, and `send()` for the 304.
 * - *conform()*: the finaliser alone, where nothing is thrown and nothing is to be mended.
 * - *protect()*: the framework alone, on a server that protect() looks after, where nothing is wrong.
 * - *the default handler*: what the framework does by itself with errors of http-errors. Express shows stacks outside of
 *   production, hence the second one: with its page for production, and its log switched off.
 * - *node:http*: no framework, nothing thrown, the same bytes.
 *
 * For the 304 and the 200 the baseline is the framework alone, without any middleware.
 *
 * What `audit()` of an exchange costs is measured by itself (audit.js), in microseconds.
 *
 * Options: `--only <part of a name>` as in `--only "koa 3: 404"`, `--only import` or `--only audit`, `--quick`, `--markdown`, `--json`.
 * The exit code is not zero if a contestant failed or answered wrong bytes, and never for slowness.
 */
import { parseArgs } from 'node:util'
import { capture } from './answers.js'
import { auditCost } from './audit.js'
import { importCost } from './import-cost.js'
import { measure } from './measure.js'
import { auditTable, importTable, markdown, table } from './report.js'
import { scenarios } from './scenarios.js'

/** @type {readonly { key: import('./contestant.js').Framework, name: string }[]} */
const frameworks = [
  { key: 'express', name: 'Express 5' },
  { key: 'koa', name: 'Koa 3' },
]

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    quick: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const effort = options.quick
  ? { seconds: 0.6, warmUp: 200, block: 100, processes: 11, samples: 20 }
  : { seconds: 9, warmUp: 2000, block: 400, processes: 21, samples: 300 }
const say = options.markdown || options.json ? console.error : console.log

/** @param {string} name */
const isChosen = (name) => name.toLowerCase().includes(options.only.toLowerCase())

/** @type {import('./report.js').Result[]} */
const results = []
for (const framework of frameworks) {
  const chosen = scenarios.filter(({ title }) => isChosen(`${framework.name}: ${title}`))
  if (chosen.length === 0) continue
  const answers = await capture(framework.key)
  for (const scenario of chosen) {
    const result = {
      framework: framework.name,
      scenario,
      lines: await measure(framework.key, scenario, answers, effort),
    }
    results.push(result)
    say(table(result))
  }
}

const imports = isChosen('import') ? await importCost(effort.processes) : []
if (imports.length > 0) say(importTable(imports))

const audits = isChosen('audit') ? await auditCost(effort.samples) : []
if (audits.length > 0) say(auditTable(audits))

if (results.length === 0 && imports.length === 0 && audits.length === 0)
  throw new Error(`nothing is called ${options.only}`)

if (options.markdown) console.log(markdown(results, imports, audits))
if (options.json) console.log(JSON.stringify({ results, imports, audits }, undefined, 2))
