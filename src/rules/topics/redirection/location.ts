import { fault, quoted } from '../../fault.ts'
import { isUriReference } from '../../grammar/uris.ts'
import type { Rule } from '../../rule.ts'
import { targetOf } from '../../shared/reference-targets.ts'
import { lastWithTarget } from '../../shared/series.ts'

/** Location: where to go, or where something was created (RFC 9110 §10.2.2). */
export const locationRules: readonly Rule[] = [
  needsLocation('9110-15.4.2-301-location', 'SHOULD', 301, '15.4.2', 'movedPermanently'),
  needsLocation('9110-15.4.3-302-location', 'SHOULD', 302, '15.4.3', 'found'),
  needsLocation('9110-15.4.4-303-location', 'advice', 303, '15.4.4', 'seeOther'),
  needsLocation('9110-15.4.8-307-location', 'SHOULD', 307, '15.4.8', 'temporaryRedirect'),
  needsLocation('9110-15.4.9-308-location', 'SHOULD', 308, '15.4.9', 'permanentRedirect'),
  {
    id: '9110-10.2.2-location-single-uri-reference',
    level: 'MUST NOT',
    rfc: '9110',
    section: '10.2.2',
    topic: 'redirection',
    statement:
      'Location is a URI reference: whatever is not allowed in one, such as spaces and umlauts, is percent-encoded.',
    fields: ['location'],
    check: ({ response }) => {
      const wrong = response.all('location').find((value) => !isUriReference(value))
      return wrong === undefined
        ? undefined
        : fault(`Location is not a URI reference: ${whyNot(wrong)}.`, response.show('location'))
    },
    remedy:
      "send(res, found(location)) encodes what has to be. By hand: encodeURI() the path, and never pass on a client's text as it is.",
  },
  {
    id: '9110-10.2.2-201-location-specific-uri',
    level: 'advice',
    rfc: '9110',
    section: '10.2.2',
    topic: 'redirection',
    statement: 'The Location of a 201 is that of what was created, not of the collection that it was added to.',
    status: [201],
    fields: ['location'],
    needs: ['earlier'],
    decidedBy: 'application',
    applies: ({ request }) => request.method === 'POST',
    check: (exchange) => {
      const { request, response } = exchange
      if (targetOf(response.get('location') ?? '', exchange) !== request.target) return undefined
      const last = lastWithTarget(exchange)
      return last?.request.method === 'GET' && last.response.status === 200
        ? fault(
            `${quoted(request.target)} was there before the POST, so it is not what the 201 says was created.`,
            `${last.request.line}\n${last.response.line}\n${request.line}\n${response.line}\n${response.show('location')}`,
          )
        : undefined
    },
    remedy: "return send(res, created('/orders/43', { body: order })).",
  },
]

function needsLocation(id: string, level: 'SHOULD' | 'advice', status: number, section: string, reply: string): Rule {
  return {
    id,
    level,
    rfc: '9110',
    section,
    topic: 'redirection',
    decidedBy: 'application',
    statement: `A ${status} says in Location where to go.`,
    status: [status],
    check: ({ response }) =>
      response.has('location')
        ? undefined
        : fault(`The ${status} has no Location, so the client does not know where to go.`, response.line),
    remedy: `return send(res, ${reply}('/new/place')).`,
  }
}

const NAMES: ReadonlyMap<string, string> = new Map([
  [' ', 'a space'],
  ['"', 'a quotation mark'],
])

function whyNot(value: string): string {
  const foreign = /[^\w\-.~:/?#[\]@!$&'()*+,;=%]/.exec(value)?.[0]
  if (foreign !== undefined)
    return `${NAMES.get(foreign) ?? quoted(foreign)} has to be percent-encoded in ${quoted(value)}`
  if (/%(?![0-9A-Fa-f]{2})/.test(value)) return `after "%" come two hexadecimal digits, and not in ${quoted(value)}`
  return `${quoted(value)} has something where it may not stand`
}
