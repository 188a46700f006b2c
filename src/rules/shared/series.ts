import type { ExchangeView, RequestView } from '../exchange-view.ts'

/**
 * Rules that compare take `earlier` for what the same client saw just before, if nothing but the conditions and the
 * range of the request tells the two exchanges apart, and nothing changed the resource in between.
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

// They decide which representation of the resource is sent.
const NEGOTIATING: ReadonlySet<string> = new Set(['accept', 'accept-charset', 'accept-encoding', 'accept-language'])

// They have no say in what the answer is.
const INDIFFERENT: ReadonlySet<string> = new Set(['connection', 'date', 'keep-alive'])

const IDENTITY = ['host', 'authorization', 'proxy-authorization', 'cookie']

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'QUERY', 'PROPFIND', 'REPORT', 'SEARCH'])

/** Whether two requests differ in nothing but method, conditions and range. */
export function asksTheSame(one: RequestView, other: RequestView): boolean {
  return one.target === other.target && areAlike(one, other, (name) => NOT_SELECTING.has(name))
}

/** The last earlier exchange that asked the same and that a condition holds for, if nothing has changed the target since. */
export function sameBefore(
  exchange: ExchangeView,
  condition: (earlier: ExchangeView) => boolean,
  isSame: typeof asksTheSame = asksTheSame,
): ExchangeView | undefined {
  const { earlier, request } = exchange
  for (let at = earlier.length - 1; at >= 0; at--) {
    const candidate = earlier[at]
    if (candidate === undefined) continue
    if (condition(candidate) && isSame(candidate.request, request)) return candidate
    if (!SAFE.has(candidate.request.method) && candidate.response.status < 400) return undefined
  }
  return undefined
}

/** The 200 that GET gave for the same just before, without condition or range. */
export function wholeBefore(exchange: ExchangeView): ExchangeView | undefined {
  return sameBefore(exchange, isWhole)
}

/**
 * As `wholeBefore`; or the 200 that GET gave to another Accept, with the strong entity tag that the response has as well:
 * such a tag stands for one representation (RFC 9110 §8.8.3), so that what is set beside it was set for that one.
 */
export function successBefore(exchange: ExchangeView): ExchangeView | undefined {
  const tag = exchange.response.get('etag')
  const hasTag = (earlier: ExchangeView): boolean => isWhole(earlier) && earlier.response.get('etag') === tag
  const tagged = tag?.startsWith('"') ? sameBefore(exchange, hasTag, asksForTheResource) : undefined
  return tagged ?? wholeBefore(exchange)
}

/** The earlier GETs of the same that tell what GET would be answered now, the last one last: nothing may have changed it. */
export function getsBefore({ request, earlier }: ExchangeView): readonly ExchangeView[] {
  const gets: ExchangeView[] = []
  for (const one of earlier) {
    // Not to guess: a request that nobody saw may have been anything.
    if (one.exchange.request === undefined || !SAFE.has(one.request.method)) gets.length = 0
    else if (one.request.method === 'GET' && asksTheSame(one.request, request)) gets.push(one)
  }
  return gets
}

/** Whether two requests are from the same client to the same host, as far as their fields tell. */
export function fromSameClient(one: RequestView, other: RequestView): boolean {
  return IDENTITY.every((name) => one.get(name) === other.get(name))
}

/** The exchange with the same target that came right before this one, if it was by the same client. */
export function lastWithTarget(exchange: ExchangeView): ExchangeView | undefined {
  const last = exchange.before(() => true)
  return last !== undefined && fromSameClient(last.request, exchange.request) ? last : undefined
}

/** Whether two requests are the same but for some fields, named in lower case. */
export function differOnlyIn(one: RequestView, other: RequestView, isThat: (lowerName: string) => boolean): boolean {
  if (one.method !== other.method || one.target !== other.target) return false
  if (one.message.contentLength !== other.message.contentLength) return false
  return areAlike(one, other, (name) => isThat(name) || INDIFFERENT.has(name))
}

/** What answered the same request with success, but for some fields that it had otherwise or not at all. */
export function successWithout(
  exchange: ExchangeView,
  isThat: (lowerName: string) => boolean,
): ExchangeView | undefined {
  return exchange.before(
    ({ request, response }) =>
      response.status >= 200 && response.status < 300 && differOnlyIn(request, exchange.request, isThat),
  )
}

/** Both responses as evidence, with the lines of some fields. */
export function showBoth(earlier: ExchangeView, exchange: ExchangeView, ...lowerNames: readonly string[]): string {
  return [earlier, exchange]
    .map(({ request, response }) => `${request.line}\n${response.line}\n${response.show(...lowerNames)}`)
    .join('\n\n')
}

/** As `asksTheSame`, and in what the client accepts. */
function asksForTheResource(one: RequestView, other: RequestView): boolean {
  return one.target === other.target && areAlike(one, other, (name) => NOT_SELECTING.has(name) || NEGOTIATING.has(name))
}

function isWhole({ request, response }: ExchangeView): boolean {
  return request.method === 'GET' && response.status === 200 && !request.has('range')
}

function areAlike(one: RequestView, other: RequestView, isIgnored: (lowerName: string) => boolean): boolean {
  for (const message of [one, other]) {
    for (const name of message.names()) if (!isIgnored(name) && one.get(name) !== other.get(name)) return false
  }
  return true
}
