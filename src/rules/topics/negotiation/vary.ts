import type { ExchangeView, ResponseView } from '../../exchange-view.ts'
import { fault } from '../../fault.ts'
import type { Rule } from '../../rule.ts'
import { isCacheable } from '../../shared/cacheability.ts'
import { differOnlyIn } from '../../shared/series.ts'

/** Caches tell negotiated responses apart by Vary. */
export const varyRules: readonly Rule[] = [
  {
    id: '9110-12.5.5-vary-when-negotiated',
    covers: ['9110-12.5.5-300-negotiation-vary', '9110-12.5.5-vary', '9110-12.5.5-vary-appended-not-overwritten'],
    level: 'SHOULD',
    rfc: '9110',
    section: '12.5.5',
    topic: 'negotiation',
    statement: 'Vary lists the request fields that decided what a cacheable response holds, errors included.',
    needs: ['earlier'],
    applies: isCacheable,
    check: (exchange) => {
      for (const [name, field, select] of DIMENSIONS) {
        const other = exchange.before(
          (earlier) =>
            earlier.response.status === exchange.response.status &&
            earlier.request.get(name) !== exchange.request.get(name) &&
            differOnlyIn(earlier.request, exchange.request, (each) => each === name) &&
            differ(select(earlier.response), select(exchange.response)) &&
            isCacheable(earlier),
        )
        if (other === undefined) continue
        const silent = [exchange, other].find(({ response }) => !varies(response, name))
        if (silent === undefined) continue
        const which = silent === other ? 'in the response before ' : ''
        return fault(
          `${SPELLED[name]} decides about ${SPELLED[field]}, but Vary ${which}does not list it: caches mix the two up.`,
          [other, exchange]
            .map(({ request, response }) => `${request.show(name)}\n${response.show(field, 'vary')}`)
            .join('\n'),
        )
      }
      return undefined
    },
    remedy: "res.vary('Accept') on every response of the route; res.format() and problems() do it.",
  },
]

type Selected = string | null | undefined

/** Which field decides about which, and what of that counts. Undefined: it is missing, and says nothing. */
const DIMENSIONS: readonly (readonly [
  name: keyof typeof SPELLED,
  field: keyof typeof SPELLED,
  select: (response: ResponseView) => Selected,
])[] = [
  ['accept', 'content-type', (response) => response.contentType?.essence],
  ['accept-language', 'content-language', (response) => response.get('content-language')?.toLowerCase() ?? null],
  ['accept-encoding', 'content-encoding', (response) => response.get('content-encoding')?.toLowerCase() ?? null],
]

const SPELLED = {
  accept: 'Accept',
  'accept-language': 'Accept-Language',
  'accept-encoding': 'Accept-Encoding',
  'content-type': 'Content-Type',
  'content-language': 'Content-Language',
  'content-encoding': 'Content-Encoding',
} as const

function differ(one: Selected, other: Selected): boolean {
  return one !== undefined && other !== undefined && one !== other
}

function varies(response: ExchangeView['response'], name: string): boolean {
  return response.lists('vary', name) || response.lists('vary', '*')
}
