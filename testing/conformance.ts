import { audit, describeViolation, select, type Violation } from '../src/audit/index.ts'
import type { Exchange, Rule } from '../src/rules/index.ts'
import { observe, type RequestOptions, urlOf } from './observe.ts'

export interface ConformanceOptions {
  /** The weakest rules that count. `'SHOULD'` by default: those of MUST and SHOULD. `'advice'`: all there are. */
  readonly level?: 'MUST' | 'SHOULD' | 'advice'
  /** Ids of rules that are broken on purpose. */
  readonly ignore?: readonly string[]
  /** What was asked, for responses that do not tell: those of fetch and undici. Without it, rules that need it are silent. */
  readonly request?: RequestOptions
}

/** What an exchange is found to be. */
export interface Finding {
  readonly exchange: Exchange
  readonly violations: readonly Violation[]
  /** Where the response came from, as far as it tells. */
  readonly url: string | undefined
}

/** Judges a response; a promise where its content has to be read. */
export function judge(response: unknown, options: ConformanceOptions = {}): Finding | Promise<Finding> {
  const isWanted = filterOf(options)
  const find = (exchange: Exchange): Finding => ({
    exchange,
    violations: audit(exchange, isWanted),
    url: urlOf(response),
  })
  const exchange = observe(response, options.request)
  return exchange instanceof Promise ? exchange.then(find) : find(exchange)
}

/** @throws TypeError for options of the wrong form, an unknown level, and an unknown rule */
function filterOf(options: ConformanceOptions): (rule: Rule) => boolean {
  checkOptions(options)
  const { level = 'SHOULD', ignore = [] } = options
  return select({ level, ignore })
}

function checkOptions(options: unknown): asserts options is ConformanceOptions {
  if (typeof options !== 'object' || options === null)
    throw new TypeError(`The options are an object, not ${String(options)}.`)
  if ('res' in options || 'headers' in options)
    throw new TypeError('The options are a response: conformant is to be called, .expect(conformant()).')
  const unknown = Object.keys(options).find((name) => !OPTIONS.includes(name))
  if (unknown !== undefined) throw new TypeError(`There is no option "${unknown}"; there are ${OPTIONS.join(', ')}.`)
  const { ignore, request } = options as ConformanceOptions
  if (ignore !== undefined && !Array.isArray(ignore)) throw new TypeError('The option "ignore" takes an array of ids.')
  if (request !== undefined && typeof request !== 'object')
    throw new TypeError('The option "request" takes an object: { method, target, headers }.')
}

const OPTIONS = ['level', 'ignore', 'request']

/** What is wrong with an exchange, as a message that teaches. */
export function explain({ exchange, violations, url }: Finding): string {
  const { request, response } = exchange
  const asked = request === undefined ? (url ?? 'The response') : `${request.method} ${request.target}`
  const answer = `${response.status}${response.reason ? ` ${response.reason}` : ''}`
  if (violations.length === 0) return `${asked} answered ${answer}, which breaks no rule that was asked.`
  const count = violations.length === 1 ? 'one rule' : `${violations.length} rules`
  return [
    `${asked} answered ${answer}, which breaks ${count}:`,
    ...violations.map((one) => describeViolation(one)),
  ].join('\n\n')
}

/**
 * A function for `.expect()` of supertest.
 *
 * @throws TypeError for an unknown level or rule; the function throws an Error that tells each rule that the response breaks, what is wrong, and how to mend it
 * @example
 * await request(app).delete('/orders').expect(405).expect(conformant())
 */
export function conformant(options: ConformanceOptions = {}): (response: unknown) => void {
  filterOf(options)
  return (response) => {
    const finding = judge(response, options)
    if (finding instanceof Promise)
      throw new TypeError('conformant() is for supertest; await expectConformant(response) for others.')
    assertConforms(finding)
  }
}

/**
 * Throws where a response breaks a rule. Of fetch, undici and Hono it has to be awaited, because their content is yet to
 * be read; the response can still be read afterwards.
 *
 * @param response of supertest, fetch, undici, or `inject()` of Fastify
 * @throws Error that tells each rule that it breaks, what is wrong, and how to mend it; TypeError for what is no response
 * @example
 * await expectConformant(await fetch(url), { request: { method: 'GET' } })
 */
export function expectConformant(response: unknown, options: ConformanceOptions = {}): void | Promise<void> {
  const finding = judge(response, options)
  return finding instanceof Promise ? finding.then(assertConforms) : assertConforms(finding)
}

function assertConforms(finding: Finding): void {
  if (finding.violations.length > 0) throw new Error(explain(finding))
}
