import type { ExchangeView, RequestView } from './exchange-view.ts'
import { parseUri, parseUriReference, resolveReference } from './grammar/uris.ts'

const IDENTITY = ['host', 'authorization', 'proxy-authorization', 'cookie']

/** Whether two requests are from the same client to the same host, as far as their fields tell. */
export function fromSameClient(one: RequestView, other: RequestView): boolean {
  return IDENTITY.every((name) => one.get(name) === other.get(name))
}

/** The exchange with the same target that came right before this one, if it was by the same client. */
export function lastWithTarget(exchange: ExchangeView): ExchangeView | undefined {
  const last = exchange.before(() => true)
  return last !== undefined && fromSameClient(last.request, exchange.request) ? last : undefined
}

/**
 * The request target by which what a reference of the response leads to can be asked for on the same host; undefined: it
 * is on another host, or no reference.
 */
export function targetOf(reference: string, { request }: ExchangeView): string | undefined {
  const host = request.get('host') ?? 'localhost'
  const base = parseUri(/^https?:/i.test(request.target) ? request.target : `http://${host}${request.target}`)
  const parsed = parseUriReference(reference)
  if (base === undefined || parsed === undefined) return undefined
  const { scheme, authority, path, query } = resolveReference(base, parsed)
  if (!/^https?$/i.test(scheme) || authority?.toLowerCase() !== base.authority?.toLowerCase()) return undefined
  return `${path || '/'}${query === undefined ? '' : `?${query}`}`
}
