import type { ExchangeView, RequestView } from '../../exchange-view.ts'

/** Fields that say nothing of which representation is meant. */
const BESIDE_THE_POINT: ReadonlySet<string> = new Set(['cache-control', 'connection', 'content-length', 'pragma'])

/**
 * The earlier answers to GET that tell what GET would be answered now: same target, same fields but for the
 * preconditions, and no request since that may have changed the resource. The last comes last.
 */
export function earlierGets(exchange: ExchangeView): readonly ExchangeView[] {
  const { request, earlier } = exchange
  const gets: ExchangeView[] = []
  for (const one of earlier) {
    // Not to guess: a request that nobody saw may have been anything.
    if (one.exchange.request === undefined || !isSafe(one.request.method)) gets.length = 0
    else if (one.request.method === 'GET' && asksForTheSame(one.request, request)) gets.push(one)
  }
  return gets
}

function asksForTheSame(one: RequestView, other: RequestView): boolean {
  return one.target === other.target && selectingLines(one) === selectingLines(other)
}

function selectingLines({ lines }: RequestView): string {
  return lines
    .map(([name, value]) => [name.toLowerCase(), value])
    .filter(([name = '']) => !name.startsWith('if-') && !BESIDE_THE_POINT.has(name))
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}

function isSafe(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS' || method === 'TRACE'
}
