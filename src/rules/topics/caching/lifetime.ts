import type { ResponseView } from '../../exchange-view.ts'
import { parseDeltaSeconds } from '../../grammar/cache-control.ts'
import { parseHttpDate } from '../../grammar/dates.ts'

/** For how many seconds the response says that it may be reused (RFC 9111 §4.2.1), and by what; undefined: it does not. */
export function lifetimeOf(response: ResponseView): { readonly seconds: number; readonly by: string } | undefined {
  if (response.hasDirective('no-store') || isAlwaysValidated(response)) return undefined
  for (const name of ['s-maxage', 'max-age']) {
    const directive = response.cacheControl.find((one) => one.name === name)
    if (directive === undefined) continue
    const seconds = parseDeltaSeconds(directive.value)
    if (seconds !== undefined && seconds > 0) return { seconds, by: `${name}=${directive.value}` }
    if (name === 'max-age') return undefined
  }
  const expires = parseHttpDate(response.get('expires') ?? '')
  const { date } = response
  if (expires === undefined || date === undefined || expires <= date) return undefined
  return { seconds: (expires - date) / 1000, by: 'Expires' }
}

/** Whether a shared cache is told that it may store it, beyond what it may do by itself. */
export function invitesSharedCaches(response: ResponseView): string | undefined {
  const has = (name: string): boolean => response.hasDirective(name)
  if (has('no-store') || has('private') || has('no-cache')) return undefined
  if (has('public')) return 'public'
  const shared = response.cacheControl.find(({ name }) => name === 's-maxage')
  return (parseDeltaSeconds(shared?.value) ?? 0) > 0 ? 's-maxage' : undefined
}

/** no-cache: nothing is reused without asking. */
function isAlwaysValidated(response: ResponseView): boolean {
  return response.cacheControl.some(({ name, value }) => name === 'no-cache' && value === undefined)
}
