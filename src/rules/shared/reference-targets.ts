import type { ExchangeView } from '../exchange-view.ts'
import { parseUri, parseUriReference, resolveReference } from '../grammar/uris.ts'

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
