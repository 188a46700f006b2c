import type { ExchangeView } from '../../exchange-view.ts'
import { brief, fault } from '../../fault.ts'
import { parsePreferences } from '../../grammar/preferences.ts'
import type { Rule } from '../../rule.ts'
import { isCacheable } from '../../shared/cacheability.ts'
import { successWithout } from '../../shared/series.ts'

const prefer = { rfc: '7240', section: '2', topic: 'metadata' } as const

const refused = { ...prefer, status: [400, 417, 422, 501], needs: ['earlier'] } as const

const REMEDY = 'Ignore the preferences that you do not know; none of them is a reason for an error.'

/** Prefer says what a client would like, not what it needs. */
export const preferenceRules: readonly Rule[] = [
  {
    ...refused,
    id: '7240-2-prefer-unknown-ignored',
    level: 'MUST',
    statement: 'Preferences that the server does not know or cannot fulfil are ignored.',
    applies: (exchange) => repeats(exchange) === false,
    check: findRefusal,
    remedy: REMEDY,
  },
  {
    ...refused,
    id: '7240-2-prefer-duplicates-ignored',
    level: 'SHOULD',
    statement: 'Of a preference that is given twice the first counts; the others are ignored.',
    applies: (exchange) => repeats(exchange) === true,
    check: findRefusal,
    remedy: REMEDY,
  },
  {
    ...prefer,
    id: '7240-2-prefer-vary',
    level: 'MUST',
    statement: 'Where a preference changes what a cache would store, Vary lists Prefer.',
    fields: ['preference-applied'],
    applies: isCacheable,
    check: ({ response }) => {
      if (response.lists('vary', 'prefer') || response.lists('vary', '*')) return undefined
      const applied = parsePreferences(response.get('preference-applied') ?? '')
      const name = applied?.find((preference) => !INVISIBLE.includes(preference))
      if (name === undefined) return undefined
      return fault(
        `Preference-Applied says that ${brief(name, 60)} changed the response, but Vary does not list Prefer.`,
        response.show('preference-applied', 'vary'),
      )
    },
    remedy: "res.vary('Prefer') on every response of that route.",
  },
]

/** Preferences that change how a request is handled, not what a cache would store. */
const INVISIBLE: readonly string[] = ['handling', 'respond-async', 'wait']

/** Whether a preference is given twice; undefined: there is none, or an error may come of it. */
function repeats({ request }: ExchangeView): boolean | undefined {
  const value = request.get('prefer')
  // Strict handling is a wish for errors (RFC 7240 §4.4).
  if (value === undefined || /strict/i.test(value) || !['GET', 'HEAD'].includes(request.method)) return undefined
  const names = parsePreferences(value)
  return names && new Set(names).size < names.length
}

function findRefusal(exchange: ExchangeView): ReturnType<Rule['check']> {
  const earlier = successWithout(exchange, (name) => name === 'prefer')
  if (earlier === undefined) return undefined
  const { request, response } = exchange
  return fault(
    `The same request got ${earlier.response.status} with another Prefer or none: preferences are no reason for ${response.status}.`,
    `${request.show('prefer')}\n${response.line}`,
  )
}
