import type { ExchangeView, ResponseView } from '../../exchange-view.ts'
import { fault } from '../../fault.ts'
import { admitsIdentity, parseAccept, parseAcceptEncoding, weightOfType } from '../../grammar/accept.ts'
import { parseLinks, relationsOf } from '../../grammar/links.ts'
import { parseMediaType } from '../../grammar/media-types.ts'
import type { Rule } from '../../rule.ts'
import { saysOnlyStatus } from '../../shared/bare-content.ts'
import { differOnlyIn, showBoth } from '../../shared/series.ts'

const refusal = { rfc: '9110', topic: 'negotiation' } as const

/** 406 and 415: what is refused, and what would do instead. */
export const refusalRules: readonly Rule[] = [
  {
    ...refusal,
    id: '9110-15.5.7-list',
    level: 'SHOULD',
    section: '15.5.7',
    statement: 'The content of a 406 lists the representations that there are, for the client to choose from.',
    status: [406],
    needs: ['content'],
    decidedBy: 'application',
    applies: ({ mayHaveContent }) => mayHaveContent,
    check: ({ response }) =>
      saysOnlyStatus(response) && !linksElsewhere(response)
        ? fault('The content of the 406 does not say which representations there are.', response.line)
        : undefined,
    remedy: "throw new NotAcceptable('There is application/json and text/html.').",
  },
  {
    ...refusal,
    id: '9110-12.4.1-absent-field-no-preference',
    level: 'advice',
    section: '12.4.1',
    statement: 'A request without any Accept field has no preference, so nothing can be not acceptable to it.',
    status: [406],
    check: ({ request, response }) =>
      [...request.names()].some(isWish)
        ? undefined
        : fault('The 406 answers a request that has no preference at all.', `${request.line}\n${response.line}`),
    remedy: 'Give res.format() a default: res.format({ json, html, default: json }).',
  },
  {
    ...refusal,
    id: '9110-12.5.3-identity-fallback',
    covers: ['9110-12.5.3-ae-identity-default'],
    level: 'SHOULD',
    section: '12.5.3',
    statement: 'Where no listed coding is there, the content is sent without one, unless identity is refused.',
    status: [406],
    needs: ['earlier'],
    applies: ({ request }) => request.has('accept-encoding'),
    check: (exchange) => {
      const { request } = exchange
      const codings = parseAcceptEncoding(request.get('accept-encoding'))
      if (codings === undefined || !admitsIdentity(codings)) return undefined
      const hasOtherWish = [...request.names()].some(
        (name) => isWish(name) && name !== 'accept-encoding' && !ANYTHING.includes(String(request.get(name))),
      )
      // What there is without coding has to be known: a 406 may be about anything.
      const uncoded = hasOtherWish ? undefined : uncodedBefore(exchange)
      if (uncoded === undefined) return undefined
      return fault(
        'The 406 can only be about Accept-Encoding, which admits content without coding, and there was some before.',
        showBoth(uncoded, exchange, 'content-type'),
      )
    },
    remedy: 'Send the content as it is, without Content-Encoding.',
  },
  {
    ...refusal,
    id: '9110-12.5.3-415-accept-encoding-only-for-codings',
    covers: ['9110-12.5.3-no-accept-encoding'],
    level: 'MUST NOT',
    section: '12.5.3',
    statement: 'A 415 that is not about the content coding of the request has no Accept-Encoding.',
    status: [415],
    fields: ['accept-encoding'],
    check: ({ request, response }) =>
      // With identity;q=0 it says that coding is what the request lacks.
      request.has('content-encoding') || !admitsIdentity(parseAcceptEncoding(response.get('accept-encoding')) ?? [])
        ? undefined
        : fault(
            'The request has no content coding, so Accept-Encoding tells the client to change what is right.',
            response.show('accept-encoding'),
          ),
    remedy: "throw new UnsupportedMediaType({ accept: ['application/json'] }): without acceptEncoding.",
  },
  {
    ...refusal,
    id: '9110-15.5.16-accept-encoding',
    covers: ['9110-12.5.3-415-accept-encoding-for-codings'],
    level: 'advice',
    section: '15.5.16',
    statement: 'A 415 for the content coding of the request lists in Accept-Encoding which ones would do.',
    status: [415],
    applies: isAboutCoding,
    check: ({ request, response }) =>
      response.has('accept-encoding')
        ? undefined
        : fault(
            'The media type is right, so the coding is not; but no Accept-Encoding says which would be.',
            `${request.show('content-type', 'content-encoding')}\n${response.line}`,
          ),
    remedy: "throw new UnsupportedMediaType({ acceptEncoding: ['gzip', 'identity'] }).",
  },
  {
    ...refusal,
    id: '9110-15.5.16-use',
    level: 'advice',
    section: '15.5.16',
    statement: 'A 415 is about the format of the content of the request.',
    status: [415],
    check: ({ request, response }) => {
      const hasFormat =
        request.has('content-type') || request.has('content-encoding') || request.message.contentLength !== 0
      if (hasFormat || !['GET', 'HEAD', 'DELETE'].includes(request.method)) return undefined
      return fault(
        'The request has no content, so its format cannot be the fault.',
        `${request.line}\n${response.line}`,
      )
    },
    remedy: 'For an Accept that nothing fits, throw new NotAcceptable().',
  },
]

/** Other fields that a 406 may be about. */
const NEGOTIATING: readonly string[] = ['a-im', 'negotiate', 'prefer', 'want-repr-digest', 'want-content-digest']

/** Values of Accept and the like that leave everything open. */
const ANYTHING: readonly string[] = ['*', '*/*']

function isWish(lowerName: string): boolean {
  return lowerName.startsWith('accept') || NEGOTIATING.includes(lowerName)
}

/** Whether other representations are named beside the text: where links lead to, in Alternates, or in Link. */
function linksElsewhere(response: ResponseView): boolean {
  if (response.has('alternates') || /\bhref[\t\n\r ]{0,9}=/i.test(response.text ?? '')) return true
  return parseLinks(response.get('link') ?? '')?.some((link) => relationsOf(link).includes('alternate')) === true
}

/** The last success that the same request had with another Accept-Encoding or none, without content coding. */
function uncodedBefore(exchange: ExchangeView): ExchangeView | undefined {
  return exchange.before(
    ({ request, response }) =>
      response.status === 200 &&
      !response.isCoded &&
      differOnlyIn(request, exchange.request, (name) => name === 'accept-encoding'),
  )
}

function isCoded(request: ExchangeView['request']): boolean {
  return request.list('content-encoding').some((coding) => coding.toLowerCase() !== 'identity')
}

/** Whether it is certain that the coding is at fault: the media type is named as right, or was right before. */
function isAboutCoding(exchange: ExchangeView): boolean {
  const { request, response } = exchange
  if (!isCoded(request)) return false
  const type = parseMediaType(request.get('content-type') ?? '')
  if (type === undefined) return false
  const ranges = parseAccept(response.get('accept'))
  if (ranges !== undefined && (weightOfType(ranges, type) ?? 0) > 0) return true
  return (
    exchange.before(
      (earlier) =>
        earlier.request.method === request.method &&
        earlier.request.get('content-type') === request.get('content-type') &&
        !isCoded(earlier.request) &&
        earlier.response.status < 300,
    ) !== undefined
  )
}
