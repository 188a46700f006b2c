import type { ExchangeView, RequestView } from '../../exchange-view.ts'
import { brief, fault } from '../../fault.ts'
import { nameOf, wantedNames } from '../../grammar/elements.ts'
import { parseEntityTags } from '../../grammar/entity-tags.ts'
import type { Rule } from '../../rule.ts'

const delta = { rfc: '3229', topic: 'content' } as const

const REMEDY = 'Answer with a plain 200, or set IM, ETag and Delta-Base as RFC 3229 has it.'

/** Delta encoding: a 226 is made of manipulations that the client asked for. */
export const deltaRules: readonly Rule[] = [
  {
    ...delta,
    id: '3229-10.4.1-226-needs-a-im',
    level: 'MUST',
    section: '10.4.1',
    statement: 'A 226 only answers a request whose A-IM lists an instance-manipulation.',
    status: [226],
    check: ({ request, response }) =>
      wanted(request).length > 0
        ? undefined
        : fault(
            'The 226 answers a request without A-IM, so the client cannot read it.',
            `${request.line}\n${response.line}`,
          ),
    remedy: REMEDY,
  },
  {
    ...delta,
    id: '3229-10.4.1-226-etag',
    level: 'MUST',
    section: '10.4.1',
    statement: 'A 226 has an ETag with the tag of the current instance.',
    status: [226],
    check: ({ response }) =>
      response.has('etag')
        ? undefined
        : fault('The 226 has no ETag, so the client does not know what it has put together.', response.line),
    remedy: REMEDY,
  },
  {
    ...delta,
    id: '3229-10.3-226-im-field',
    level: 'MUST',
    section: '10.3',
    statement: 'A 226 has an IM field that lists what was done to the instance.',
    status: [226],
    check: ({ response }) =>
      response.list('im').length > 0
        ? undefined
        : fault('The 226 has no IM, so the client does not know how it was encoded.', response.line),
    remedy: REMEDY,
  },
  {
    ...delta,
    id: '3229-10.5.2-226-im-implies-226',
    level: 'MUST',
    section: '10.5.2',
    statement: 'A response with an IM field has the status 226.',
    fields: ['im'],
    check: ({ response }) =>
      response.status === 226
        ? undefined
        : fault(`The ${response.status} has an IM field, which only a 226 can have.`, response.show('im')),
    remedy: 'Send 226 (IM Used), or leave IM out.',
  },
  {
    ...delta,
    id: '3229-10.5.3-226-only-listed-manipulations',
    level: 'MUST NOT',
    section: '10.5.3',
    statement: 'Only instance-manipulations that A-IM lists are used.',
    status: [226],
    fields: ['im'],
    applies: ({ request }) => wanted(request).length > 0,
    check: ({ request, response }) => {
      const listed = new Set(['identity', ...wanted(request)])
      const other = response
        .list('im')
        .map(nameOf)
        .find((name) => !listed.has(name))
      if (other === undefined) return undefined
      return fault(
        `IM lists ${brief(other, 40)}, which A-IM of the request does not.`,
        both(request, response.show('im')),
      )
    },
    remedy: REMEDY,
  },
  {
    ...delta,
    id: '3229-10.5.3-226-order-of-manipulations',
    level: 'MUST',
    section: '10.5.3',
    statement: 'Several instance-manipulations are applied in the order in which A-IM lists them.',
    status: [226],
    fields: ['im'],
    check: ({ request, response }) => {
      const places = new Map(wanted(request).map((name, place) => [name, place]))
      const taken = response.list('im').flatMap((element) => places.get(nameOf(element)) ?? [])
      if (!taken.some((place, index) => place < (taken[index - 1] ?? 0))) return undefined
      return fault('IM has another order than A-IM of the request.', both(request, response.show('im')))
    },
    remedy: REMEDY,
  },
  {
    ...delta,
    id: '3229-10.5.1-226-delta-base-when-ambiguous',
    level: 'MUST',
    section: '10.5.1',
    statement: 'A delta to a request with several tags in If-None-Match says in Delta-Base which one it starts from.',
    status: [226],
    fields: ['im'],
    applies: ({ request, response }) =>
      response.list('im').some((element) => DELTA_CODINGS.includes(nameOf(element))) &&
      (parseEntityTags(request.get('if-none-match') ?? '')?.length ?? 0) > 1,
    check: ({ request, response }) =>
      response.has('delta-base')
        ? undefined
        : fault(
            'Without Delta-Base nobody can tell to which of the tags of If-None-Match the delta belongs.',
            `${request.show('if-none-match')}\n${response.show('im')}`,
          ),
    remedy: REMEDY,
  },
  {
    ...delta,
    id: '3229-10.5.2-226-range-in-im',
    level: 'MUST',
    section: '10.5.2',
    statement: 'A 226 whose IM lists range has Content-Range, or parts that each have one.',
    status: [226],
    fields: ['im'],
    applies: ({ response }) => response.list('im').map(nameOf).includes('range'),
    check: ({ response }) =>
      response.has('content-range') || response.isOfType('multipart/byteranges')
        ? undefined
        : fault('IM lists range, but no Content-Range says which one it is.', response.show('im')),
    remedy: REMEDY,
  },
]

/** Registered instance-manipulations that are deltas. */
const DELTA_CODINGS: readonly string[] = ['vcdiff', 'diffe', 'gdiff']

/** What A-IM lists with a weight other than 0, in lower case. */
function wanted(request: RequestView): readonly string[] {
  return wantedNames(request.list('a-im'))
}

function both(request: ExchangeView['request'], shown: string): string {
  return `${request.show('a-im')}\n${shown}`
}
