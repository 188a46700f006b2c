// @ts-check
/** Results as text for a terminal and as a Markdown table for the README. */

/** @typedef {import('./statistics.js').Estimate} Estimate */
/** @typedef {import('./measure.js').Line} Line */
/** @typedef {{ framework: string, scenario: import('./scenarios.js').Scenario, lines: Line[] }} Result */
/** @typedef {{ loaded: string, added: string, cost: Estimate }} ImportCost */
/** @typedef {import('./audit.js').AuditCost} AuditCost */

/** @type {Record<import('./measure.js').Role, string>} */
const TITLES = {
  baseline: 'baseline',
  again: 'the baseline again (A/A)',
  floor: 'floor',
  statuswise: 'problems()',
  conform: 'conform()',
  protect: 'protect()',
  default: 'default handler',
  production: 'default handler, production page',
  'node-http': 'node:http, precomputed bytes',
}
const BASELINES = { floor: 'floor: precomputed bytes', default: 'the framework alone' }
/** @type {readonly import('./measure.js').Role[]} */
const COLUMNS = ['again', 'statuswise', 'conform', 'protect', 'default', 'production', 'node-http']

/** @param {Result} result */
export function table({ framework, scenario, lines }) {
  const rows = lines.map(({ role, microseconds, ratio }) => {
    const title = role === 'baseline' ? BASELINES[scenario.baseline] : TITLES[role]
    const cost = `${microseconds.toFixed(1)} µs`.padStart(10)
    return `  ${title.padEnd(34)}${cost}   ${ratio === undefined ? '1' : estimate(ratio)}`
  })
  return [`${framework}: ${scenario.title}`, ...rows, ''].join('\n')
}

/** @param {readonly ImportCost[]} costs */
export function importTable(costs) {
  const rows = costs.map(({ loaded, added, cost }) => {
    return `  ${added.replace(/^data:.*/, 'an empty module').padEnd(20)} after ${loaded.padEnd(8)} ${milliseconds(cost)}`
  })
  return ['Importing the middleware into a process that has its framework loaded', ...rows, ''].join('\n')
}

/** @param {readonly AuditCost[]} costs */
export function auditTable(costs) {
  const rows = costs.map(({ title, rules, cost }) => {
    return `  ${title.padEnd(30)}${String(rules).padStart(4)} rules   ${inMicroseconds(cost)}`
  })
  return ['Auditing one exchange', ...rows, ''].join('\n')
}

/**
 * @param {readonly Result[]} results
 * @param {readonly ImportCost[]} costs
 * @param {readonly AuditCost[]} audits
 */
export function markdown(results, costs, audits) {
  const head = ['', 'A/A', ...COLUMNS.slice(1).map((role) => TITLES[role])]
  const rows = results.map(({ framework, scenario, lines }) => {
    const cells = COLUMNS.map((column) => lines.find(({ role }) => role === column)?.ratio)
    return [`${framework}: ${scenario.title}`, ...cells.map((ratio) => (ratio === undefined ? '' : estimate(ratio)))]
  })
  const imports = costs
    .filter(({ added }) => added.startsWith('statuswise'))
    .map(({ loaded, added, cost }) => `- \`${added}\`, in a process that has ${loaded} loaded: ${milliseconds(cost)}`)
  const alignment = head.map((_, n) => (n === 0 ? ':--' : '--:'))
  const lines = results.length === 0 ? [] : [head, alignment, ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  const exchanges = audits.map(
    ({ title, rules, cost }) => `- audit of a ${title}, ${rules} rules: ${inMicroseconds(cost)}`,
  )
  return [...lines, '', ...imports, '', ...exchanges].join('\n').trim()
}

/** @param {Estimate} ratio */
function estimate({ estimate, low, high }) {
  return `${estimate.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`
}

/** @param {Estimate} cost */
function milliseconds({ estimate, low, high }) {
  return `${estimate.toFixed(1)} ms (${low.toFixed(1)}–${high.toFixed(1)})`
}

/** @param {Estimate} cost */
function inMicroseconds({ estimate, low, high }) {
  return `${estimate.toFixed(1)} µs (${low.toFixed(1)}–${high.toFixed(1)})`
}
