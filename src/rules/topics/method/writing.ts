import type { ExchangeView } from '../../exchange-view.ts'
import { fault, quoted } from '../../fault.ts'
import type { Rule } from '../../rule.ts'
import { isSuccess } from '../../shared/methods.ts'
import { targetOf } from '../../shared/reference-targets.ts'
import { fromSameClient, lastWithTarget } from '../../shared/series.ts'

/** POST, PUT and DELETE (RFC 9110 §9.3.3 to §9.3.5). */
export const writingRules: readonly Rule[] = [
  {
    id: '9110-9.3.3-201-post-created',
    level: 'SHOULD',
    rfc: '9110',
    section: '9.3.3',
    topic: 'method',
    statement:
      'A POST that created something is answered with 201, with Location of what was created and content that speaks of it.',
    status: [201],
    decidedBy: 'application',
    applies: ({ request }) => request.method === 'POST',
    check: ({ request, response }) => {
      if (!response.has('location'))
        return fault('The 201 to POST has no Location, so the client cannot find what it created.', response.line)
      const wantsLittle = request
        .list('prefer')
        .some((preference) => /^return\s*=\s*"?minimal"?\s*(?:;|$)/i.test(preference))
      return response.contentLength === 0 && !wantsLittle
        ? fault(
            'The 201 to POST has no content that says what was created.',
            `${response.line}\n${response.show('location')}`,
          )
        : undefined
    },
    remedy: "return send(res, created('/orders/43', { body: { id: '43' } })).",
  },
  {
    id: '9110-9.3.4-201-put-created',
    level: 'MUST',
    rfc: '9110',
    section: '9.3.4',
    topic: 'method',
    statement: 'A PUT that created what it was sent to is answered with 201.',
    status: [200],
    needs: ['earlier'],
    decidedBy: 'application',
    applies: ({ request }) => READING.includes(request.method),
    check: ({ earlier, request }) => {
      // Nothing there, then PUT, then something there: the PUT has created it.
      const same = earlier.filter((other) => other.request.target === request.target)
      const [before, put] = [same.at(-2), same.at(-1)]
      if (put?.request.method !== 'PUT' || before === undefined || !READING.includes(before.request.method))
        return undefined
      if (![404, 410].includes(before.response.status) || ![200, 204].includes(put.response.status)) return undefined
      if (![before, put].every((other) => fromSameClient(other.request, request))) return undefined
      return fault(
        `Before the PUT there was nothing at ${quoted(request.target)}, and after it there is: so 201 would be right, not ${put.response.status}.`,
        `${before.request.line}\n${before.response.line}\n${put.request.line}\n${put.response.line}`,
      )
    },
    remedy:
      'Tell creating from replacing: return send(res, created(req.url)) for the first, noContent() for the second.',
  },
  {
    id: '9110-9.3.4-put-modified-200-or-204',
    level: 'MUST',
    rfc: '9110',
    section: '9.3.4',
    topic: 'method',
    statement: 'A PUT that replaced what was there is answered with 200 or 204, not with 201.',
    status: [201],
    needs: ['earlier'],
    decidedBy: 'application',
    applies: ({ request }) => request.method === 'PUT',
    check: (exchange) => {
      const { request, response } = exchange
      const last = lastWithTarget(exchange)
      if (last === undefined) return undefined
      const wasThere =
        (READING.includes(last.request.method) && last.response.status === 200) ||
        (last.request.method === 'PUT' && [200, 201, 204].includes(last.response.status) && createsItsTarget(last))
      if (!wasThere || !createsItsTarget(exchange)) return undefined
      return fault(
        `${quoted(request.target)} was there before the PUT, as the ${last.request.method} before showed: so 200 or 204 would be right, not 201.`,
        `${last.request.line}\n${last.response.line}\n${request.line}\n${response.line}`,
      )
    },
    remedy:
      'Tell creating from replacing: return send(res, created(req.url)) for the first, noContent() for the second.',
  },
  {
    id: '9110-9.3.4-put-no-validator-if-transformed',
    level: 'MUST NOT',
    rfc: '9110',
    section: '9.3.4',
    topic: 'method',
    statement:
      'The answer to a PUT has no ETag or Last-Modified unless the content was stored byte for byte as it came.',
    status: [200],
    fields: ['etag'],
    needs: ['earlier', 'length'],
    decidedBy: 'application',
    applies: ({ request, response }) =>
      request.method === 'GET' && !response.isCoded && response.message.complete !== false,
    check: (exchange) => {
      const { response } = exchange
      const put = lastWithTarget(exchange)
      if (put?.request.method !== 'PUT' || !isSuccess(put)) return undefined
      if (put.request.has('content-encoding') || put.request.has('content-range')) return undefined
      const sent = put.request.message.contentLength
      const tag = put.response.get('etag')
      // Equal strong tags: the GET has the bytes that the PUT spoke of.
      if (!tag?.startsWith('"') || tag !== response.get('etag')) return undefined
      if (sent === undefined || sent === response.contentLength) return undefined
      return fault(
        `The PUT sent ${sent} bytes, ${response.contentLength} were stored: with the ETag the client takes its own copy for the stored one.`,
        `PUT: ${put.response.show('etag')}\nGET: ${response.show('etag', 'content-length')}`,
      )
    },
    remedy:
      'Leave ETag and Last-Modified off the answer to a PUT if what is stored is not what came: send(res, noContent()).',
  },
  {
    id: '9110-9.3.5-delete-204-done',
    level: 'SHOULD',
    rfc: '9110',
    section: '9.3.5',
    topic: 'method',
    statement:
      'A DELETE that is done is answered with 204 if there is nothing to say, and with 200 if the content says what was done.',
    covers: ['9110-9.3.5-delete-200-with-status'],
    status: [200],
    needs: ['length'],
    decidedBy: 'application',
    applies: ({ request }) => request.method === 'DELETE',
    check: ({ request, response }) =>
      response.contentLength === 0
        ? fault(
            'The 200 to DELETE has no content; without anything to say it would be 204.',
            `${request.line}\n${response.line}`,
          )
        : undefined,
    remedy: 'return send(res, noContent()).',
  },
]

const READING = ['GET', 'HEAD']

/** Whether a 201 says that its target is what was created, and not what Location names. */
function createsItsTarget(exchange: ExchangeView): boolean {
  const location = exchange.response.get('location')
  return location === undefined || targetOf(location, exchange) === exchange.request.target
}
