import { fault } from '../../fault.ts'
import type { Rule } from '../../rule.ts'
import { endsExchange, isHttp1, saysClose } from './persistence.ts'

/** Who closes a connection of HTTP/1 says so, and who says so closes. */
export const closeRules: readonly Rule[] = [
  {
    id: '9112-9.6-received-close-honoured',
    level: 'MUST',
    rfc: '9112',
    section: '9.6',
    topic: 'connection',
    statement:
      'After a request with the option close the server closes the connection once its final response is sent.',
    needs: ['connection'],
    applies: (exchange) => saysClose(exchange.request) && isHttp1(exchange) && endsExchange(exchange),
    check: ({ request, response }) =>
      response.message.closed === false
        ? fault(
            'The request asked for the connection to be closed, but the server keeps it open after the response.',
            `${request.show('connection')}\n${response.line}`,
          )
        : undefined,
    remedy:
      'Leave Connection to Node, which closes by itself: do not set Connection: keep-alive or shouldKeepAlive in a handler.',
  },
  {
    id: '9112-9.6-received-close-answered-with-close',
    level: 'SHOULD',
    rfc: '9112',
    section: '9.6',
    topic: 'connection',
    statement: 'The final response to a request with the option close has that option too.',
    covers: ['9112-9.6-close-requested'],
    applies: (exchange) => saysClose(exchange.request) && exchange.response.version === '1.1' && endsExchange(exchange),
    check: ({ request, response }) =>
      saysClose(response)
        ? undefined
        : fault(
            'The request has Connection: close, but the response does not say that the server will close.',
            `${request.show('connection')}\n${response.line}\n${response.show('connection')}`,
          ),
    remedy: 'Leave Connection to Node, which answers close with close: remove the code that sets or removes the field.',
  },
  {
    id: '9112-9.6-sent-close-honoured',
    level: 'MUST',
    rfc: '9112',
    section: '9.6',
    topic: 'connection',
    statement: 'After a response with the option close the server closes the connection.',
    covers: ['9112-9.6-sends-close-closes'],
    fields: ['connection'],
    needs: ['connection'],
    applies: (exchange) => saysClose(exchange.response) && isHttp1(exchange) && endsExchange(exchange),
    check: ({ response }) =>
      response.message.closed === false
        ? fault(
            'The response says Connection: close, but the connection stays open and its client waits in vain.',
            `${response.line}\n${response.show('connection')}`,
          )
        : undefined,
    remedy: "res.set('Connection', 'close') makes Node close; on a raw socket, call end() after the response.",
  },
  {
    id: '9112-9.6-close-announced',
    level: 'SHOULD',
    rfc: '9112',
    section: '9.6',
    topic: 'connection',
    statement: 'A server that is going to close the connection after a response says so in it with the option close.',
    needs: ['connection'],
    applies: (exchange) =>
      exchange.request.version === '1.1' &&
      exchange.response.version === '1.1' &&
      exchange.response.status !== 408 &&
      !saysClose(exchange.request) &&
      endsExchange(exchange),
    check: ({ response }) =>
      // What was cut short was not meant to be closed.
      response.message.closed === true && response.message.complete !== false && !saysClose(response)
        ? fault(
            'The server closed the connection after the response without Connection: close, so a client may lose its next request.',
            `${response.line}\n${response.show('connection')}`,
          )
        : undefined,
    remedy: "res.set('Connection', 'close') before the response is sent, instead of destroying the socket after it.",
  },
  {
    id: '9112-9.6-close-408',
    level: 'SHOULD',
    rfc: '9112',
    section: '9.6',
    topic: 'connection',
    statement:
      'A 408 over HTTP/1.1 after which the connection is closed has the option close, as every last response has.',
    status: [408],
    needs: ['connection'],
    applies: ({ request, response }) => request.version === '1.1' && response.version === '1.1',
    check: ({ response }) =>
      response.message.closed === true && !saysClose(response)
        ? fault(
            'The server closed the connection after the 408 without Connection: close, so a client may send the next request on it.',
            `${response.line}\n${response.show('connection')}`,
          )
        : undefined,
    remedy:
      'throw new RequestTimeout(), which says close by itself; for a handler that is slow, new ServiceUnavailable().',
  },
  {
    id: '9112-9.3-http10-closes-by-default',
    level: 'advice',
    rfc: '9112',
    section: '9.3',
    topic: 'connection',
    statement: 'After a request of HTTP/1.0 without the option keep-alive the connection is closed.',
    needs: ['connection'],
    applies: (exchange) =>
      exchange.request.version === '1.0' &&
      !exchange.request.lists('connection', 'keep-alive') &&
      !saysClose(exchange.request) &&
      !saysClose(exchange.response) &&
      endsExchange(exchange),
    check: ({ request, response }) =>
      response.message.closed === false
        ? fault(
            'The client speaks HTTP/1.0 and did not ask for keep-alive, but the connection stays open after the response.',
            `${request.line}\n${request.show('connection')}\n${response.line}`,
          )
        : undefined,
    remedy: 'Leave the connection to Node, which closes it: do not set Connection: keep-alive in a handler.',
  },
]
