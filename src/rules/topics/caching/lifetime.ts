import type { ResponseView } from '../../exchange-view.ts'
import { parseDeltaSeconds } from '../../grammar/cache-control.ts'
import { parseHttpDate } from '../../grammar/dates.ts'
import { parseDictionary } from '../../grammar/structured-fields.ts'

/** For how many seconds the response says that it may be reused (RFC 9111 §4.2.1), and by what; undefined: it does not. */
export function lifetimeOf(response: ResponseView): { readonly seconds: number; readonly by: string } | undefined {
  if (response.hasDirective('no-store') || isAlwaysValidated(response)) return undefined
  for (const name of ['s-maxage', 'max-age']) {
    const value = response.cacheControl.find((one) => one.name === name)?.value
    const seconds = parseDeltaSeconds(value)
    if (seconds) return { seconds, by: `${name}=${value}` }
  }
  // Which makes caches ignore Expires (RFC 9111 §5.3).
  if (response.hasDirective('max-age')) return undefined
  const expires = parseHttpDate(response.get('expires') ?? '')
  const { date } = response
  if (expires === undefined || date === undefined || expires <= date) return undefined
  return { seconds: (expires - date) / 1000, by: 'Expires' }
}

/** Whether a shared cache is told that it may store it, beyond what it may do by itself. */
export function invitesSharedCaches(response: ResponseView): string | undefined {
  const has = (name: string): boolean => response.hasDirective(name)
  if (has('no-store') || has('private') || isAlwaysValidated(response)) return undefined
  if (has('public')) return 'public'
  const shared = response.cacheControl.find(({ name }) => name === 's-maxage')
  return (parseDeltaSeconds(shared?.value) ?? 0) > 0 ? 's-maxage' : undefined
}

/** Whether CDN-Cache-Control gives a lifetime (RFC 9213 §2.1). */
export function hasTargetedLifetime(response: ResponseView): boolean {
  const directives = parseDictionary(response.get('cdn-cache-control') ?? '')
  if (directives === undefined || UNSHARED.some((name) => directives.has(name))) return false
  return ['s-maxage', 'max-age'].some((name) => {
    const seconds = directives.get(name)
    return seconds?.type === 'integer' && seconds.value > 0
  })
}

const UNSHARED = ['no-store', 'private', 'no-cache']

/** no-cache: nothing is reused without asking. */
function isAlwaysValidated(response: ResponseView): boolean {
  return response.cacheControl.some(({ name, value }) => name === 'no-cache' && value === undefined)
}
