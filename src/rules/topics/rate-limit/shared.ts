import type { FieldLine } from '../../exchange.ts'
import type { ExchangeView } from '../../exchange-view.ts'
import { type Fault, fault, quoted } from '../../fault.ts'
import type { Rule } from '../../rule.ts'
import { DRAFT, findParameter, itemsOf } from './items.ts'

/** Rules for both fields. */
export const sharedRules: readonly Rule[] = [
  {
    id: 'ratelimit10-3.1.4-pk-bytes',
    level: 'advice',
    rfc: DRAFT,
    section: '3.1.4',
    topic: 'rate-limit',
    statement: 'A partition key is a Byte Sequence.',
    fields: ['ratelimit-policy', 'ratelimit'],
    applies: ({ response }) =>
      itemsOf(response, 'ratelimit-policy') !== undefined || itemsOf(response, 'ratelimit') !== undefined,
    check: ({ response }) => findKey(response, 'ratelimit-policy') ?? findKey(response, 'ratelimit'),
    remedy: 'Write the partition key in Base64 between colons: pk=:c2VjcmV0:.',
  },
  {
    id: 'ratelimit10-3.1-no-trailer',
    level: 'advice',
    rfc: DRAFT,
    section: '3.1',
    topic: 'rate-limit',
    statement: 'RateLimit-Policy and RateLimit do not stand in trailers.',
    needs: ['trailers'],
    applies: (exchange) => Boolean(trailersOf(exchange).length),
    check: (exchange) => {
      const trailer = trailersOf(exchange).find(([name]) => /^ratelimit(?:-policy)?$/i.test(name))
      if (trailer === undefined) return undefined
      return fault(
        `The field ${quoted(trailer[0])} is a trailer, which clients ignore.`,
        `${trailer[0]}: ${trailer[1]}`,
      )
    },
    remedy: 'Set the fields before the content: res.set().',
  },
]

function trailersOf({ response }: ExchangeView): readonly FieldLine[] {
  return response.message.trailers ?? []
}

function findKey(response: ExchangeView['response'], field: string): Fault | undefined {
  return findParameter(response, field, (parameters, name) => {
    const key = parameters.get('pk')
    return key === undefined || key.type === 'byte-sequence'
      ? undefined
      : `The partition key (pk) of ${name} is not a Byte Sequence such as :c2VjcmV0:.`
  })
}
