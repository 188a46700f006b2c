import type { ExchangeView } from '../../exchange-view.ts'
import { type Fault, fault } from '../../fault.ts'
import type { Rule } from '../../rule.ts'
import { hasInterim } from '../../shared/interim.ts'

/** What has no content has no fields that frame some. */
export const noContentRules: readonly Rule[] = [
  {
    id: '9110-8.6-no-content-length-1xx',
    level: 'MUST NOT',
    rfc: '9110',
    section: '8.6',
    topic: 'framing',
    statement: 'An interim response has no Content-Length, not even 0.',
    needs: ['interim'],
    applies: hasInterim,
    check: (exchange) => faultOfInterim(exchange, 'content-length', 'Content-Length'),
    remedy: 'Leave Content-Length out of what you pass to writeEarlyHints() and out of the head of a 101.',
  },
  {
    id: '9112-6.1-no-transfer-encoding-1xx',
    level: 'MUST NOT',
    rfc: '9112',
    section: '6.1',
    topic: 'framing',
    statement: 'An interim response has no Transfer-Encoding.',
    needs: ['interim'],
    applies: hasInterim,
    check: (exchange) => faultOfInterim(exchange, 'transfer-encoding', 'Transfer-Encoding'),
    remedy: 'Leave Transfer-Encoding out of what you pass to writeEarlyHints() and out of the head of a 101.',
  },
  {
    id: '9110-8.6-connect-2xx-no-content-length',
    level: 'MUST NOT',
    rfc: '9110',
    section: '8.6',
    topic: 'framing',
    statement: 'A 2xx to CONNECT has no Content-Length.',
    status: ['2xx'],
    applies: ({ request }) => request.method === 'CONNECT',
    check: ({ response }) =>
      response.has('content-length')
        ? fault(
            'The tunnel begins right after the fields of a 2xx to CONNECT, yet they announce content.',
            response.show('content-length'),
          )
        : undefined,
    remedy: "In server.on('connect'), write the status line and an empty line, without Content-Length.",
  },
  {
    id: '9112-6.1-connect-2xx-no-transfer-encoding',
    level: 'MUST NOT',
    rfc: '9112',
    section: '6.1',
    topic: 'framing',
    statement: 'A 2xx to CONNECT has no Transfer-Encoding.',
    status: ['2xx'],
    applies: ({ request }) => request.method === 'CONNECT',
    check: ({ response }) =>
      response.has('transfer-encoding')
        ? fault(
            'The tunnel begins right after the fields of a 2xx to CONNECT, yet they announce a transfer coding.',
            response.show('transfer-encoding'),
          )
        : undefined,
    remedy: "In server.on('connect'), write the status line and an empty line, without Transfer-Encoding.",
  },
  {
    id: '9110-8.6-204-no-content-length',
    level: 'MUST NOT',
    rfc: '9110',
    section: '8.6',
    topic: 'framing',
    statement: 'A 204 has no Content-Length, not even 0.',
    status: [204],
    check: ({ response }) =>
      response.has('content-length')
        ? fault(
            'The 204 has a Content-Length; a 204 has no content, so there is no length to announce.',
            response.show('content-length'),
          )
        : undefined,
    remedy: 'send(res, noContent()), or mount conform().',
  },
  {
    id: '9112-6.1-204-no-transfer-encoding',
    level: 'MUST NOT',
    rfc: '9112',
    section: '6.1',
    topic: 'framing',
    statement: 'A 204 has no Transfer-Encoding.',
    status: [204],
    check: ({ response }) =>
      response.has('transfer-encoding')
        ? fault(
            'The 204 has a Transfer-Encoding; there is no content to which one could be applied.',
            response.show('transfer-encoding'),
          )
        : undefined,
    remedy: 'send(res, noContent()), or mount conform().',
  },
]

function faultOfInterim({ interim, response }: ExchangeView, lowerName: string, name: string): Fault | undefined {
  const wrong = [...interim, response].find((message) => message.status < 200 && message.has(lowerName))
  if (wrong === undefined) return undefined
  const what = `The ${wrong.status} has ${name}, though an interim response ends with its fields and has no content.`
  return fault(what, `${wrong.line}\n${wrong.show(lowerName)}`)
}
