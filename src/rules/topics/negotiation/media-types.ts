import type { ExchangeView } from '../../exchange-view.ts'
import { type Fault, fault, quoted } from '../../fault.ts'
import { parseAccept, rangeFor, type Weighted, weightOf, weightOfType } from '../../grammar/accept.ts'
import type { MediaType } from '../../grammar/media-types.ts'
import type { Rule } from '../../rule.ts'

const series = { rfc: '9110', topic: 'negotiation', needs: ['earlier'], fields: ['content-type'] } as const

const REMEDY = 'Choose by req.accepts(…) of all formats at once (Koa: ctx.accepts); problems() does so for errors.'

/** How a server that has several formats misread Accept. */
type Mistake = 'refused' | 'unlisted' | 'order' | 'specificity' | 'parameters' | 'place' | 'case'

/** Whoever has several formats and looks at Accept reads it right: earlier responses show which formats there are. */
export const mediaTypeRules: readonly Rule[] = [
  rule(
    '9110-12.4.2-q0-not-acceptable',
    'advice',
    '12.4.2',
    'refused',
    'A media type with the weight 0 is not sent where another will do.',
  ),
  rule(
    '9110-12.4.2-q-ordering',
    'advice',
    '12.4.2',
    'order',
    'Of several formats the one with the highest weight is sent.',
  ),
  rule(
    '9110-12.4.3-wildcard-absent-excludes',
    'advice',
    '12.4.3',
    'unlisted',
    'What Accept does not list is not sent where something that it lists will do.',
  ),
  rule(
    '9110-12.5.1-accept-specificity',
    'advice',
    '12.5.1',
    'specificity',
    'Of the ranges that a media type fits, the most specific decides.',
  ),
  rule(
    '9110-12.5.1-accept-params-match',
    'advice',
    '12.5.1',
    'parameters',
    'A media range with parameters fits only media types that have them.',
  ),
  rule(
    '9110-12.5.1-q-anywhere',
    'SHOULD',
    '12.5.1',
    'place',
    'A parameter q is the weight wherever it stands among the parameters.',
  ),
  rule('9110-12.4.2-q-case-insensitive', 'advice', '12.4.2', 'case', 'The weight may be written Q, too.'),
  {
    ...series,
    id: '9110-12.1-accept-covers-errors-4xx',
    covers: ['9110-12.1-accept-covers-errors-5xx', '9110-12.1-error-negotiated'],
    level: 'advice',
    section: '12.1',
    statement: 'Accept holds for errors as well: of the formats that there are, one that it admits is sent.',
    status: ['4xx', '5xx'],
    applies: ({ request }) => request.has('accept'),
    check: (exchange) => judge(exchange)?.fault,
    remedy: REMEDY,
  },
]

function rule(id: string, level: Rule['level'], section: string, mistake: Mistake, statement: string): Rule {
  return {
    ...series,
    id,
    level,
    section,
    statement,
    status: ['2xx'],
    applies: ({ request }) => request.has('accept'),
    check: (exchange) => {
      const judged = judge(exchange)
      return judged?.mistake === mistake ? judged.fault : undefined
    },
    remedy: REMEDY,
  }
}

interface Judgement {
  readonly mistake: Mistake
  readonly fault: Fault
}

const known = new WeakMap<ExchangeView, Judgement | undefined>()

function judge(exchange: ExchangeView): Judgement | undefined {
  if (!known.has(exchange)) known.set(exchange, compare(exchange))
  return known.get(exchange)
}

/** What is wrong with the format, where an earlier response shows that there is a better one. */
function compare(exchange: ExchangeView): Judgement | undefined {
  const { request, response } = exchange
  const ranges = parseAccept(request.get('accept'))
  const type = response.contentType
  if (type === undefined || ranges === undefined) return undefined
  if (ranges.some((range) => weightOf(range) === undefined)) return undefined
  const weigh = (offer: MediaType | undefined): number => (offer && weightOfType(ranges, offer)) ?? 0
  const readable = readAs(ranges, type)
  const weight = weigh(readable)
  // The same success or the same error in another format.
  const before = exchange.before(
    (earlier) =>
      earlier.request.method === request.method &&
      earlier.response.status === response.status &&
      weigh(earlier.response.contentType) > weight,
  )
  const better = before?.response.contentType
  if (better === undefined) return undefined
  const wanted = weight === 0 ? 'which Accept does not admit' : `which Accept wants less (${weight})`
  return {
    mistake: mistakeOf(ranges, readable, weigh(better)),
    fault: fault(
      `The content is ${quoted(type.essence)}, ${wanted}, though there is ${quoted(better.essence)} as well.`,
      `${request.show('accept')}\n${response.show('content-type')}`,
    ),
  }
}

/** Who admits JSON or XML can read what is built on it (RFC 6838 §4.2.8), if Accept does not name it. */
function readAs(ranges: readonly Weighted[], type: MediaType): MediaType {
  const suffix = /\+(json|xml)$/.exec(type.subtype)?.[1]
  if (suffix === undefined || rangeFor(ranges, type) !== undefined) return type
  return { ...type, essence: `application/${suffix}`, type: 'application', subtype: suffix }
}

function mistakeOf(ranges: readonly Weighted[], type: MediaType, better: number): Mistake {
  const decisive = rangeFor(ranges, type)
  if (decisive === undefined) return ranges.some(({ name }) => name === type.essence) ? 'parameters' : 'unlisted'
  if (!decisive.isWeightLast) return 'place'
  if (decisive.weightName === 'Q') return 'case'
  const wider = rangeFor(
    ranges.filter((range) => range !== decisive),
    type,
  )
  if (wider !== undefined && (weightOf(wider) ?? 0) >= better) return 'specificity'
  return weightOf(decisive) === 0 ? 'refused' : 'order'
}
