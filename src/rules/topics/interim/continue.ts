import type { RequestView } from '../../exchange-view.ts'
import { fault } from '../../fault.ts'
import { isDigits } from '../../grammar/characters.ts'
import type { Rule } from '../../rule.ts'
import { hasInterim } from '../../shared/interim.ts'

/** Expect: 100-continue, and the 100 that answers it. */
export const continueRules: readonly Rule[] = [
  {
    id: '9110-10.1.1-100-http10-expect-ignored',
    level: 'MUST',
    rfc: '9110',
    section: '10.1.1',
    topic: 'interim',
    statement: 'Expect: 100-continue in a request of HTTP/1.0 is ignored.',
    applies: ({ request }) => request.version === '1.0' && request.lists('expect', '100-continue'),
    check: ({ request, response, interim }) => {
      const isContinued = [...interim, response].some(({ status }) => status === 100)
      // Another expectation may be what the 417 is about.
      const isRefused = response.status === 417 && request.list('expect').length === 1
      if (!isContinued && !isRefused) return undefined
      return fault(
        `The expectation of a request of HTTP/1.0 counts for nothing, yet it got ${isContinued ? 'a 100' : 'a 417'}.`,
        `${request.line}\n${request.show('expect')}`,
      )
    },
    remedy: "In server.on('checkContinue'), call writeContinue() only where req.httpVersion is not '1.0'.",
  },
  {
    id: '9110-10.1.1-100-followed-by-final',
    level: 'MUST',
    rfc: '9110',
    section: '10.1.1',
    topic: 'interim',
    statement: 'After a 100 comes a final response, once the content has been received.',
    needs: ['interim'],
    applies: hasInterim,
    // Where the client did not send all of its content, the server may give up.
    check: ({ request, response }) =>
      response.status === 100 && response.message.closed === true && unsentOf(request) === 0
        ? fault(
            'The server asked for the content with a 100, got it, and closed the connection without a final response.',
            response.line,
          )
        : undefined,
    remedy: "In server.on('checkContinue'), pass the request on to the application after writeContinue().",
  },
  {
    id: '9110-10.1.1-100-final-early-says-close-or-read-4xx',
    level: 'SHOULD',
    rfc: '9110',
    section: '10.1.1',
    topic: 'interim',
    statement:
      'A final response that comes before all of the content was read says whether the connection will be closed.',
    covers: ['9110-10.1.1-100-final-early-says-close-or-read-5xx'],
    status: ['4xx', '5xx'],
    needs: ['connection'],
    applies: ({ request, response }) =>
      response.version === '1.1' && request.version === '1.1' && (unsentOf(request) ?? 0) > 0,
    check: ({ request, response }) =>
      response.message.closed === true && !response.lists('connection', 'close')
        ? fault(
            'The server closed the connection without reading the rest of the content, and did not say so by Connection: close.',
            `${request.show('content-length')}\n${response.show('connection')}`,
          )
        : undefined,
    remedy: "Before you refuse content unread: res.set('Connection', 'close'), or ctx.set('Connection', 'close').",
  },
]

/** How many bytes of the announced content the client has not sent; undefined: not known. */
function unsentOf(request: RequestView): number | undefined {
  const sent = request.message.contentLength
  const announced = request.get('content-length') ?? '0'
  if (sent === undefined || request.has('transfer-encoding') || !isDigits(announced)) return undefined
  return Math.max(Number(announced) - sent, 0)
}
