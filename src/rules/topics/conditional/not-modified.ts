import type { ExchangeView } from '../../exchange-view.ts'
import { brief, fault, quoted } from '../../fault.ts'
import type { Rule } from '../../rule.ts'
import { asksForRepresentation, dateOf, hasNoConditions, isLater, isOneDate, listed, tagOf } from './conditions.ts'

const REMEDY =
  'Let representation(req, { body, etag, lastModified }) decide between 200 and 304; never set 304 by hand.'

/** When a 304 may be sent at all. */
export const notModifiedRules: readonly Rule[] = [
  {
    id: '9110-15.4.5-304-only-conditional-get-head',
    level: 'advice',
    rfc: '9110',
    section: '15.4.5',
    topic: 'conditional',
    statement: 'A 304 answers only a GET or HEAD that has If-None-Match or If-Modified-Since.',
    status: [304],
    applies: ({ request }) => !hasNoConditions(request),
    check: ({ request, response }) =>
      request.has('if-none-match') || request.has('if-modified-since')
        ? undefined
        : fault(
            `The ${request.method} has no If-None-Match or If-Modified-Since, so its client has nothing stored that a 304 could mean.`,
            `${request.line}\n${response.line}`,
          ),
    remedy: REMEDY,
  },
  {
    id: '9110-13.1.2-if-none-match-412-others',
    level: 'MUST',
    rfc: '9110',
    section: '13.1.2',
    topic: 'conditional',
    statement: 'A false If-None-Match on a method other than GET and HEAD is answered with 412, never with 304.',
    status: [304, 412],
    applies: ({ request }) =>
      request.has('if-none-match') && !asksForRepresentation(request) && !hasNoConditions(request),
    check: ({ request, response }) =>
      response.status === 412
        ? undefined
        : fault(
            `${request.method} asks for an action, and a 304 cannot say that If-None-Match prevented it: that is a 412.`,
            `${request.line}\n${request.show('if-none-match')}\n${response.line}`,
          ),
    remedy: 'Call preconditions(req, { etag }) before the action: it throws the 412.',
  },
  {
    id: '9110-13.1.3-ims-ignored-other-methods',
    level: 'MUST',
    rfc: '9110',
    section: '13.1.3',
    topic: 'conditional',
    statement: 'If-Modified-Since is ignored for methods other than GET and HEAD.',
    status: [304],
    applies: ({ request }) => request.has('if-modified-since') && !request.has('if-none-match'),
    check: ({ request, response }) =>
      asksForRepresentation(request) || hasNoConditions(request)
        ? undefined
        : fault(
            `If-Modified-Since means nothing to ${request.method}, yet the answer is 304.`,
            `${request.line}\n${request.show('if-modified-since')}\n${response.line}`,
          ),
    remedy:
      'Call preconditions(req, { etag, lastModified }) before the action: it knows which conditions a method has.',
  },
  {
    id: '9110-13.1.3-ims-ignored-invalid-date',
    level: 'MUST',
    rfc: '9110',
    section: '13.1.3',
    topic: 'conditional',
    statement: 'An If-Modified-Since that is not exactly one HTTP-date is ignored.',
    covers: ['9110-13.1.3-ims-ignored-list'],
    status: [304],
    applies: ({ request }) =>
      request.has('if-modified-since') && !request.has('if-none-match') && asksForRepresentation(request),
    check({ request, response }) {
      if (isOneDate(request, 'if-modified-since')) return undefined
      const values = request.all('if-modified-since')
      const why =
        values.length === 1 ? `${quoted(values[0] ?? '')} is no HTTP-date` : `there are ${values.length} of them`
      return fault(
        `If-Modified-Since counts only as one HTTP-date, but ${why}; the answer has to be the 200.`,
        `${request.line}\n${request.show('if-modified-since')}\n${response.line}`,
      )
    },
    remedy: REMEDY,
  },
  {
    id: '9110-13.1.3-ims-ignored-with-inm',
    level: 'MUST',
    rfc: '9110',
    section: '13.1.3',
    topic: 'conditional',
    statement: 'If-Modified-Since is ignored where there is an If-None-Match.',
    status: [304],
    applies: ({ request }) => request.has('if-modified-since') && request.has('if-none-match'),
    check: (exchange) => {
      const unmatched = unmatchedTag(exchange)
      return unmatched === undefined
        ? undefined
        : fault(
            `The tag ${brief(unmatched)} of the 304 is not in If-None-Match, so the client has another representation; ` +
              'If-Modified-Since must not decide instead.',
            evidence(exchange),
          )
    },
    remedy: REMEDY,
  },
  {
    id: '9110-13.2.2-order-otherwise-perform',
    level: 'MUST',
    rfc: '9110',
    section: '13.2.2',
    topic: 'conditional',
    statement: 'Where all conditions are true the method is performed: what has changed is not answered with 304.',
    covers: ['9110-8.8.3.2-if-none-match-opaque-compare', '9110-13.1.3-ims-origin-clock'],
    status: [304],
    fields: ['etag', 'last-modified'],
    applies: ({ request }) => request.has('if-none-match') !== request.has('if-modified-since'),
    check(exchange) {
      const { request, response } = exchange
      const unmatched = unmatchedTag(exchange)
      if (unmatched !== undefined)
        return fault(
          `The tag ${brief(unmatched)} of the 304 is not in If-None-Match (every character counts): the client has ` +
            'another representation and needs the 200.',
          evidence(exchange),
        )
      if (!isLater(dateOf(response, 'last-modified'), dateOf(request, 'if-modified-since'))) return undefined
      return fault(
        'Last-Modified is later than If-Modified-Since: the client has an older representation and needs the 200.',
        evidence(exchange),
      )
    },
    remedy: REMEDY,
  },
]

/** The tag of the response, where If-None-Match lists others only. */
function unmatchedTag(exchange: ExchangeView): string | undefined {
  const { request, response } = exchange
  return listed(request, 'if-none-match', tagOf(exchange)) === 'not' ? response.get('etag') : undefined
}

function evidence({ request, response }: ExchangeView): string {
  return [
    request.line,
    request.show('if-none-match', 'if-modified-since'),
    response.line,
    response.show('etag', 'last-modified'),
  ].join('\n')
}
