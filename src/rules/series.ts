import type { ExchangeView, RequestView } from './exchange-view.ts'

/**
 * Rules that compare take `earlier` for what the same client saw just before: nothing but the conditions and the range
 * of the request tells the two exchanges apart, and nothing changed the resource in between.
 */

// They decide whether the representation is sent, or how it travels; never which one it is.
const NOT_SELECTING: ReadonlySet<string> = new Set([
  'cache-control',
  'connection',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'if-unmodified-since',
  'keep-alive',
  'pragma',
  'range',
  'te',
])

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'QUERY', 'PROPFIND', 'REPORT', 'SEARCH'])

/** Whether two requests differ in nothing but method, conditions and range. */
export function asksTheSame(one: RequestView, other: RequestView): boolean {
  return one.target === other.target && selection(one) === selection(other)
}

/** The last earlier exchange that asked the same and that a condition holds for, if nothing has changed the target since. */
export function sameBefore(
  exchange: ExchangeView,
  condition: (earlier: ExchangeView) => boolean,
): ExchangeView | undefined {
  const { earlier, request } = exchange
  for (let at = earlier.length - 1; at >= 0; at--) {
    const candidate = earlier[at]
    if (candidate === undefined) continue
    if (condition(candidate) && asksTheSame(candidate.request, request)) return candidate
    if (!SAFE.has(candidate.request.method) && candidate.response.status < 400) return undefined
  }
  return undefined
}

/** The 200 that GET gave for the same just before, without condition or range. */
export function wholeBefore(exchange: ExchangeView): ExchangeView | undefined {
  return sameBefore(exchange, ({ request, response }) => {
    return request.method === 'GET' && response.status === 200 && !request.has('range')
  })
}

/** Both responses as evidence, with the lines of some fields. */
export function showBoth(earlier: ExchangeView, exchange: ExchangeView, ...lowerNames: readonly string[]): string {
  return [earlier, exchange]
    .map(({ request, response }) => `${request.line}\n${response.line}\n${response.show(...lowerNames)}`)
    .join('\n\n')
}

/** A value for a sentence: on one line, and cut where it is long. */
export function short(value: string): string {
  const line = value.slice(0, 61).replace(/[\r\n\t]/g, ' ')
  return line.length > 60 ? `${line.slice(0, 57)}...` : line
}

function selection(request: RequestView): string {
  return request.lines
    .map(([name, value]) => `${name.toLowerCase()}: ${value}`)
    .filter((line) => !NOT_SELECTING.has(line.slice(0, line.indexOf(':'))))
    .sort()
    .join('\n')
}
