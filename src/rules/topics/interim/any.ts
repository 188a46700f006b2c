import { fault } from '../../fault.ts'
import type { Rule } from '../../rule.ts'
import { hasInterim } from '../../shared/interim.ts'

/** Interim responses of any kind. */
export const anyInterimRules: readonly Rule[] = [
  {
    id: '9110-15.2-no-1xx-to-http10',
    level: 'MUST NOT',
    rfc: '9110',
    section: '15.2',
    topic: 'interim',
    statement: 'No interim response is sent to a client of HTTP/1.0.',
    needs: ['interim'],
    applies: ({ request }) => request.version === '1.0',
    check: ({ interim, response }) => {
      // A 101 has rules of its own.
      const wrong = [...interim, response].find(({ status }) => status < 200 && status !== 101)
      if (wrong === undefined) return undefined
      return fault(
        `The request was HTTP/1.0, which knows no interim responses: its client takes the ${wrong.status} for the final one.`,
        wrong.line,
      )
    },
    remedy: "Call writeContinue(), writeProcessing() and writeEarlyHints() only where req.httpVersion is not '1.0'.",
  },
  {
    id: '9110-15.2-1xx-ends-at-header-section',
    level: 'advice',
    rfc: '9110',
    section: '15.2',
    topic: 'interim',
    statement: 'An interim response ends with its fields: it has neither content nor trailers.',
    needs: ['end'],
    applies: hasInterim,
    check: ({ response }) => {
      const { status, bytesAfterFields, message } = response
      if (status >= 200 || status === 101 || (bytesAfterFields === 0 && !message.trailers?.length)) return undefined
      return fault(
        `What comes after the fields of the ${response.status} is not a response: an interim response has no content.`,
        response.line,
      )
    },
    remedy:
      'Send interim responses with writeEarlyHints() and the like, and write no content before the final status line.',
  },
  {
    id: '2518-10.1-102-then-final',
    level: 'MUST',
    rfc: '2518',
    section: '10.1',
    topic: 'interim',
    statement: 'After a 102 comes a final response.',
    needs: ['interim'],
    applies: hasInterim,
    check: ({ response }) =>
      response.status === 102 && response.message.closed === true
        ? fault('The server said 102 and closed the connection without a final response.', response.line)
        : undefined,
    remedy: 'End every handler that calls res.writeProcessing() with a response, also where it fails.',
  },
]
