import { answer, exchange, type NearMisses } from './near-miss.ts'

const kept = (transcript: string): string => `# kept\n${transcript}`
const closed = (transcript: string): string => `# closed\n${transcript}`

/** A request with the option close, and an answer to it with some fields. */
const toClose = (requestLine: string, statusLine: string, ...fields: readonly string[]): string =>
  exchange(requestLine, ['Connection: close'], statusLine, fields)

const saysClose = 'Connection: close'

export const connection: NearMisses = {
  '9112-9.6-received-close-honoured': {
    breaks: [
      kept(toClose('GET / HTTP/1.1', 'HTTP/1.1 200 OK', saysClose)),
      kept(toClose('CONNECT api.example:443 HTTP/1.1', 'HTTP/1.1 407 Proxy Authentication Required')),
    ],
    passes: [
      toClose('GET / HTTP/1.1', 'HTTP/1.1 200 OK'),
      kept(answer('200 OK')),
      kept(toClose('GET / HTTP/2', 'HTTP/2 200')),
      kept(toClose('GET / HTTP/1.1', 'HTTP/1.1 101 Switching Protocols')),
      kept(toClose('GET / HTTP/1.1', 'HTTP/1.1 100 Continue')),
      kept(toClose('CONNECT api.example:443 HTTP/1.1', 'HTTP/1.1 200 OK')),
    ],
  },
  '9112-9.6-received-close-answered-with-close': {
    breaks: [toClose('GET / HTTP/1.1', 'HTTP/1.1 200 OK', 'Connection: closed')],
    passes: [
      toClose('GET / HTTP/1.1', 'HTTP/1.1 200 OK', 'Connection: keep-alive, Close'),
      // Where it goes without saying.
      toClose('GET / HTTP/1.1', 'HTTP/1.0 200 OK'),
      toClose('GET / HTTP/2', 'HTTP/2 200'),
      toClose('GET / HTTP/1.1', 'HTTP/1.1 100 Continue'),
      toClose('CONNECT api.example:443 HTTP/1.1', 'HTTP/1.1 200 OK'),
    ],
  },
  '9112-9.6-sent-close-honoured': {
    breaks: [kept(exchange('GET / HTTP/1.0', [], 'HTTP/1.0 200 OK', [saysClose]))],
    passes: [
      answer('200 OK', saysClose),
      kept(exchange('GET / HTTP/2', [], 'HTTP/2 200', [saysClose])),
      kept(answer('100 Continue', saysClose)),
      kept(exchange('CONNECT api.example:443 HTTP/1.1', [], 'HTTP/1.1 200 OK', [saysClose])),
    ],
  },
  '9112-9.6-close-announced': {
    breaks: [closed(answer('200 OK', 'Connection: keep-alive'))],
    passes: [
      answer('200 OK'),
      closed(`# incomplete\n${answer('200 OK')}`),
      closed(answer('408 Request Timeout')),
      closed(answer('101 Switching Protocols')),
      closed(answer('103 Early Hints')),
      closed(toClose('GET / HTTP/1.1', 'HTTP/1.1 200 OK')),
      closed(exchange('GET / HTTP/1.0', ['Connection: keep-alive'], 'HTTP/1.1 200 OK', [])),
      closed(exchange('GET / HTTP/1.1', [], 'HTTP/1.0 200 OK', [])),
    ],
  },
  '9112-9.6-close-408': {
    breaks: [closed(toClose('GET / HTTP/1.1', 'HTTP/1.1 408 Request Timeout'))],
    passes: [
      answer('408 Request Timeout'),
      kept(answer('408 Request Timeout')),
      closed(exchange('GET / HTTP/1.0', [], 'HTTP/1.1 408 Request Timeout', [])),
      closed(exchange('GET / HTTP/1.1', [], 'HTTP/1.0 408 Request Timeout', [])),
    ],
  },
  '9112-9.3-http10-closes-by-default': {
    breaks: [kept(exchange('CONNECT api.example:443 HTTP/1.0', [], 'HTTP/1.0 403 Forbidden', []))],
    passes: [
      exchange('GET / HTTP/1.0', [], 'HTTP/1.1 200 OK', []),
      kept(answer('200 OK')),
      kept(exchange('GET / HTTP/1.0', [], 'HTTP/1.1 100 Continue', [])),
      kept(exchange('GET / HTTP/1.0', ['Connection: Keep-Alive'], 'HTTP/1.1 200 OK', [])),
      kept(toClose('GET / HTTP/1.0', 'HTTP/1.1 200 OK')),
      kept(exchange('GET / HTTP/1.0', [], 'HTTP/1.1 200 OK', [saysClose])),
      kept(exchange('CONNECT api.example:443 HTTP/1.0', [], 'HTTP/1.0 200 OK', [])),
    ],
  },
  '9110-7.6.1-connection-lists-hop-fields': {
    breaks: [exchange('GET / HTTP/1.0', [], 'HTTP/1.0 200 OK', ['Keep-Alive: timeout=5', saysClose])],
    passes: [exchange('GET / HTTP/2', [], 'HTTP/2 200', ['keep-alive: timeout=5'])],
  },
  '9110-7.6.1-connection-not-end-to-end': {
    breaks: [
      [
        answer('200 OK', 'Connection: close, Set-Cookie'),
        'Connection names "Set-Cookie", so the next recipient removes a field that is meant for all of them.',
      ],
      answer('200 OK', 'Connection: ETag'),
      answer('200 OK', 'Connection: VIA'),
    ],
    passes: [answer('200 OK', 'Connection: Trailer, Transfer-Encoding, Proxy-Authenticate, X-Own')],
  },
  '9113-8.2.2-h2-no-connection-fields': {
    breaks: [
      [
        exchange('GET / HTTP/2', [], 'HTTP/2 200', ['upgrade: h3']),
        '"upgrade" has no place in HTTP/2 and makes the response malformed.',
      ],
    ],
    passes: [answer('200 OK', 'Upgrade: h2c'), exchange('GET / HTTP/3', [], 'HTTP/3 200', ['upgrade: h3'])],
  },
  '9114-4.2-h3-no-connection-fields': {
    passes: [exchange('GET / HTTP/2', [], 'HTTP/2 200', ['upgrade: h3'])],
  },
  '9113-8.2.1-h2-value-no-edge-whitespace': {
    passes: [exchange('GET / HTTP/3', [], 'HTTP/3 200', ['x-note: ␠tea'])],
  },
  '9110-15.5.22-upgrade': {
    breaks: [exchange('GET / HTTP/1.0', [], 'HTTP/1.0 426 Upgrade Required', [])],
    passes: [exchange('GET / HTTP/2', [], 'HTTP/2 426', [])],
  },
  '9110-7.8-grammar': {
    breaks: [
      [
        answer('200 OK', 'Upgrade: h2c, a/1/2'),
        '"a/1/2" in Upgrade is not a protocol: a protocol is a token such as websocket, or TLS/1.2 with its version.',
      ],
      answer('200 OK', 'Upgrade: /1'),
    ],
    passes: [answer('200 OK', 'Upgrade: a/1, h2c,')],
  },
}
