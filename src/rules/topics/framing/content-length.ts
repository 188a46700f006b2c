import type { ExchangeView, ResponseView } from '../../exchange-view.ts'
import { bytes, fault } from '../../fault.ts'
import { type EntityTag, parseEntityTag, stronglyEqual, weaklyEqual } from '../../grammar/entity-tags.ts'
import type { Rule } from '../../rule.ts'
import { getsBefore } from '../../shared/series.ts'
import { announcedLength, isHttp1, octetsOf, octetsThatCame } from './message-length.ts'

/** Content-Length is a number, and the right one. */
export const contentLengthRules: readonly Rule[] = [
  {
    id: '9110-8.6-content-length-digits',
    level: 'MUST NOT',
    rfc: '9110',
    section: '8.6',
    topic: 'framing',
    statement: 'Content-Length is a number of octets in decimal digits: no sign, no fraction, no list.',
    fields: ['content-length'],
    // Several lines are a fault of their own: 9110-5.3-content-length-singleton.
    check: ({ response }) =>
      announcedLength(response) === undefined && response.all('content-length').length === 1
        ? fault('Content-Length is not a single number in decimal digits.', response.show('content-length'))
        : undefined,
    remedy: 'Do not set Content-Length by hand: res.send(), ctx.body and send() count the bytes themselves.',
  },
  {
    id: '9112-6.3-content-length-matches-body',
    level: 'advice',
    rfc: '9112',
    section: '6.3',
    topic: 'framing',
    statement: 'As many octets of content are sent as Content-Length says.',
    covers: ['9110-8.6-content-length-octets', '9113-8.1.1-content-length-match'],
    fields: ['content-length'],
    needs: ['length'],
    // A 205 has none to announce: 9110-15.3.6-205-no-content.
    applies: ({ response, mayHaveContent }) =>
      mayHaveContent && response.status !== 205 && !response.has('transfer-encoding'),
    check: ({ response }) => {
      const announced = announcedLength(response)
      const octets = octetsThatCame(response)
      if (announced === undefined || octets === undefined) return undefined
      const { surplus = 0 } = response.message
      const sent = octets + (isHttp1(response) ? surplus : 0)
      if (sent === announced) return undefined
      const what = `Content-Length says ${bytes(announced)}, but ${sent} came`
      return fault(
        sent > announced
          ? `${what}: clients cut the content off, or take its rest for the next response.`
          : `${what}: the message is incomplete, and clients wait for the rest or fail.`,
        response.show('content-length'),
      )
    },
    remedy:
      'Count bytes, not characters (Buffer.byteLength(text)), or do not set Content-Length by hand; conform() mends it.',
  },
  {
    id: '9110-8.6-head-content-length-equals-get',
    level: 'MUST NOT',
    rfc: '9110',
    section: '8.6',
    topic: 'framing',
    statement: 'Content-Length in an answer to HEAD is absent, or the number of octets that GET would have got.',
    fields: ['content-length'],
    needs: ['earlier'],
    applies: ({ request }) => request.method === 'HEAD',
    check: (exchange) => {
      const { response } = exchange
      const announced = announcedLength(response)
      const gets = getsBefore(exchange).filter((get) => get.response.status === response.status)
      const [before, get] = [gets.at(-2), gets.at(-1)]
      if (announced === undefined || get === undefined) return undefined
      const octets = octetsOf(get)
      if (octets === undefined || octets === announced) return undefined
      if (!isSteady(get, before, response, announced === 0)) return undefined
      return fault(
        `The answer to HEAD announces ${bytes(announced)}, but the same GET gets ${octets}.`,
        `HEAD: ${response.show('content-length')}\nGET: ${bytes(octets)} of content`,
      )
    },
    remedy:
      'Let HEAD run through the handler of GET, so that the same content is counted, or leave Content-Length out; ' +
      'problems() and conform() see to it.',
  },
  {
    id: '9110-8.6-304-content-length-must-equal-200',
    level: 'MUST NOT',
    rfc: '9110',
    section: '8.6',
    topic: 'framing',
    statement: 'Content-Length in a 304 is absent, or the number of octets that a 200 would have had.',
    status: [304],
    fields: ['content-length'],
    needs: ['earlier'],
    check: (exchange) => {
      const { response } = exchange
      const announced = announcedLength(response)
      const get = getsBefore(exchange).findLast((earlier) => earlier.response.status === 200)
      if (announced === undefined || get === undefined) return undefined
      const octets = octetsOf(get)
      if (octets === undefined || octets === announced) return undefined
      if (!confirms(exchange, get, announced === 0)) return undefined
      return fault(
        `The 304 announces ${bytes(announced)}, but the 200 that it stands for has ${octets}.`,
        `304: ${response.show('content-length')}\n200: ${bytes(octets)} of content`,
      )
    },
    remedy: 'send(res, notModified({ etag })), or mount conform(): both leave Content-Length out of a 304.',
  },
]

/**
 * Whether GET would be answered now, byte for byte, as it was: the strong entity tag says so, or two GETs agree. What a
 * single one was answered may change all the time, errors included (the time, the number of the request); where
 * `roughly`, up to its being there at all.
 */
function isSteady(get: ExchangeView, before: ExchangeView | undefined, head: ResponseView, roughly: boolean): boolean {
  for (const name of ['etag', 'last-modified']) {
    const [one, other] = [get.response.get(name), head.get(name)]
    if (one === undefined || other === undefined) continue
    if (one !== other) return false
    if (parseEntityTag(one)?.weak === false) return true
  }
  return roughly || (before !== undefined && haveSameContent(before, get))
}

function haveSameContent(one: ExchangeView, other: ExchangeView): boolean {
  const [first, second] = [one.response.message.content, other.response.message.content]
  if (octetsOf(one) !== octetsOf(other)) return false
  return first === undefined || first.every((byte, at) => byte === second?.[at])
}

/**
 * Whether a 304 says that the representation of an earlier 200 still holds, byte for byte; where `roughly`, up to what
 * a weak validator tells.
 */
function confirms({ request, response }: ExchangeView, { response: earlier }: ExchangeView, roughly: boolean): boolean {
  const [stored, current] = [tagOf(earlier), tagOf(response)]
  if (stored !== undefined && current !== undefined)
    return roughly ? weaklyEqual(stored, current) : stronglyEqual(stored, current)
  const [asked, held] =
    stored === undefined
      ? [request.get('if-modified-since'), earlier.get('last-modified')]
      : [request.get('if-none-match'), earlier.get('etag')]
  return roughly && asked !== undefined && asked === held
}

function tagOf(response: ResponseView): EntityTag | undefined {
  return parseEntityTag(response.get('etag') ?? '')
}
