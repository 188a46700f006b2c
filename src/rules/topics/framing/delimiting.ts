import { fault } from '../../fault.ts'
import type { Rule } from '../../rule.ts'
import { isHttp1, lastsUntilClose } from './message-length.ts'

/** Clients can tell where a response ends. */
export const delimitingRules: readonly Rule[] = [
  {
    id: '9112-6.3-explicit-length-preferred',
    level: 'SHOULD',
    rfc: '9112',
    section: '6.3',
    topic: 'framing',
    statement:
      'A response ends by its length or by its last chunk wherever that can be, not by the end of the connection.',
    covers: ['9112-6.3-self-delimited'],
    // A server that speaks HTTP/1.1 to a client that does can always use chunked.
    needs: ['sent'],
    applies: (exchange) => exchange.response.version === '1.1' && exchange.request.version === '1.1',
    check: (exchange) =>
      lastsUntilClose(exchange)
        ? fault(
            'The response has neither Content-Length nor chunked coding: its client cannot tell its end from a broken connection.',
            `${exchange.response.line}\n${exchange.response.show('content-length', 'transfer-encoding')}`,
          )
        : undefined,
    remedy: 'Write to res and leave framing to Node: it counts the content, or sends it in chunks.',
  },
  {
    id: '9112-6.3-content-statuses-need-framing',
    level: 'advice',
    rfc: '9112',
    section: '6.3',
    topic: 'framing',
    statement: 'A response on a connection that stays open says where it ends, also where it has no content.',
    covers: [
      '9112-6.3-205-zero-length-framing',
      '9112-6.3-empty-error-needs-framing-4xx',
      '9112-6.3-empty-error-needs-framing-5xx',
    ],
    needs: ['connection'],
    check: (exchange) =>
      exchange.response.message.closed === false && lastsUntilClose(exchange)
        ? fault(
            'The connection stays open, and neither Content-Length nor chunked coding says where the response ends: the client waits on.',
            `${exchange.response.line}\n${exchange.response.show('content-length', 'transfer-encoding')}`,
          )
        : undefined,
    remedy: 'An empty response needs Content-Length: 0, which res.end() and send(res, resetContent()) write.',
  },
  {
    id: '9110-8.6-205-content-length-zero-allowed',
    level: 'advice',
    rfc: '9110',
    section: '8.6',
    topic: 'framing',
    statement: 'A 205 best says Content-Length: 0, as its length is known from the start.',
    status: [205],
    applies: (exchange) => isHttp1(exchange.response) && exchange.mayHaveContent,
    check: ({ response }) =>
      response.has('content-length')
        ? undefined
        : fault('The 205 does not say Content-Length: 0, though it never has content.', response.line),
    remedy: 'send(res, resetContent()), or mount conform().',
  },
]
