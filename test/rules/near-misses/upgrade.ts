import { answer, exchange, type NearMisses } from './near-miss.ts'

/** Of RFC 6455 §1.3. */
const [key, accept] = ['dGhlIHNhbXBsZSBub25jZQ==', 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=']

const handshake = {
  Upgrade: 'websocket',
  Connection: 'Upgrade',
  'Sec-WebSocket-Key': key,
  'Sec-WebSocket-Version': '13',
}
const accepted = { Upgrade: 'websocket', Connection: 'Upgrade', 'Sec-WebSocket-Accept': accept }

type Fields = Readonly<Record<string, string | readonly string[]>>

/** A field without value is left out; one with several has several lines. */
const linesOf = (fields: Fields): string[] =>
  Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value) => `${name}: ${value}`))

const switched = (request: Fields, response: Fields, start = 'GET / HTTP/1.1', protocol = 'HTTP/1.1'): string =>
  exchange(start, linesOf(request), `${protocol} 101 Switching Protocols`, linesOf(response))

/** A handshake with other fields, or another request line, that the server accepts all the same. */
const opened = (fields: Fields, start?: string): string => switched({ ...handshake, ...fields }, accepted, start)

/** What the server accepts a handshake with, and what it was. */
const acceptedWith = (response: Fields, request: Fields = {}): string =>
  switched({ ...handshake, ...request }, { ...accepted, ...response })

/** An Upgrade that was asked for with content, and the answers of the server. */
const expecting = (request: Fields, ...lines: readonly string[]): string => {
  const fields = { Upgrade: 'a', Expect: '100-continue', 'Content-Length': '1', ...request }
  const [first = '', ...others] = [...lines, 'HTTP/1.1 101 Switching Protocols', 'Upgrade: a']
  return exchange('POST / HTTP/1.1', linesOf(fields), first, others)
}

const refused = (status: string, request: Fields, response: Fields = {}): string =>
  exchange('GET / HTTP/1.1', linesOf({ ...handshake, ...request }), `HTTP/1.1 ${status}`, linesOf(response))

const ofVersion12 = refused('400 Bad Request', { 'Sec-WebSocket-Version': '12' })

export const upgrade: NearMisses = {
  '9110-7.8-101-upgrade-in-connection': {
    breaks: [
      answer('200 OK', 'Upgrade: a'),
      answer('200 OK', 'Upgrade: a', 'Connection: upgrades, close'),
      exchange('GET / HTTP/1.0', [], 'HTTP/1.0 200 OK', ['Upgrade: a']),
    ],
    passes: [
      answer('200 OK', 'Upgrade: a', 'Connection: close, upgrade'),
      exchange('GET / HTTP/2', [], 'HTTP/2 200', ['upgrade: a']),
    ],
  },
  '9110-7.8-101-only-offered-protocol': {
    breaks: [
      [switched({}, {}), 'The server switched protocols, though the request offered none in Upgrade.'],
      [
        switched({ Upgrade: 'a, b/1' }, { Upgrade: 'c/1' }),
        'The server switched to a protocol that the request did not offer.',
      ],
      switched({}, { Upgrade: 'a' }, 'GET / HTTP/1.1', 'HTTP/1.0'),
    ],
    passes: [
      switched({ Upgrade: 'a, b/1' }, {}),
      switched({ Upgrade: 'a, b/1' }, { Upgrade: 'B/2' }),
      switched({ Upgrade: 'a' }, { Upgrade: 'c, A/1' }),
      switched({}, {}, 'GET / HTTP/2', 'HTTP/2'),
    ],
  },
  '9110-7.8-101-not-for-http10': {
    breaks: [switched({ Upgrade: 'a' }, {}, 'GET / HTTP/1.0', 'HTTP/1.0')],
    passes: [
      switched({ Upgrade: 'a' }, {}, 'GET / HTTP/1.1', 'HTTP/1.0'),
      switched({}, {}, 'GET / HTTP/1.0', 'HTTP/1.0'),
      exchange('GET / HTTP/1.0', ['Upgrade: a'], 'HTTP/1.0 200 OK', []),
    ],
  },
  '9110-7.8-100-before-101': {
    breaks: [
      expecting({}),
      expecting({ 'Content-Length': [], 'Transfer-Encoding': 'chunked' }),
      expecting({}, 'HTTP/1.1 103 Early Hints'),
    ],
    passes: [
      expecting({}, 'HTTP/1.1 103 Early Hints', 'HTTP/1.1 100 Continue'),
      expecting({ Expect: [] }),
      expecting({ 'Content-Length': '0' }),
      expecting({ 'Content-Length': [] }),
      switched({ Upgrade: 'a', Expect: '100-continue', 'Content-Length': '1' }, {}, 'POST / HTTP/1.0'),
    ],
  },

  '9110-7.8-101-semantics-preserved': {
    breaks: [
      [
        opened({}, 'POST / HTTP/1.1'),
        'The request was POST, which WebSocket cannot carry out, yet the server switched to it.',
      ],
      opened({}, 'HEAD / HTTP/1.1'),
    ],
    passes: [
      opened({}),
      opened({}, 'OPTIONS / HTTP/1.1'),
      opened({ Upgrade: 'a' }, 'POST / HTTP/1.1'),
      opened({}, 'POST / HTTP/1.0'),
      switched(handshake, { Upgrade: 'a' }, 'POST / HTTP/1.1'),
    ],
  },
  '6455-4.2.1-websocket-bad-handshake-error': {
    breaks: (
      [
        [opened({}, 'OPTIONS / HTTP/1.1'), 'its method is OPTIONS and not GET'],
        [opened({ Connection: 'keep-alive' }), 'its Connection does not list Upgrade'],
        [opened({ 'Sec-WebSocket-Key': [] }), 'it has no Sec-WebSocket-Key'],
        [opened({ 'Sec-WebSocket-Key': [key, key] }), 'it has several Sec-WebSocket-Key'],
        ...['dGhlIHNhbXBsZSBub25jZR==', 'dGhlIHNhbXBsZSBub25jZQ', `a${key}`, `${key}=`].map(
          (wrong) =>
            [opened({ 'Sec-WebSocket-Key': wrong }), 'its Sec-WebSocket-Key is not 16 bytes in Base64'] as const,
        ),
        [opened({ 'Sec-WebSocket-Version': [] }), 'it has no Sec-WebSocket-Version'],
      ] as const
    ).map(([transcript, reason]) => [transcript, `The server accepted a wrong handshake: ${reason}.`] as const),
    passes: [
      opened({}),
      opened({ Upgrade: 'a, WebSocket', Connection: 'keep-alive, upgrade' }),
      opened({ 'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==' }),
      switched({ ...handshake, 'Sec-WebSocket-Key': [] }, { Upgrade: 'a' }),
      opened({ Upgrade: 'a', 'Sec-WebSocket-Key': [] }),
      opened({ 'Sec-WebSocket-Key': [] }, 'GET / HTTP/1.0'),
      refused('426 Upgrade Required', { 'Sec-WebSocket-Key': [] }, { Upgrade: 'websocket' }),
    ],
  },
  '6455-4.2.2-101-websocket-upgrade-value': {
    breaks: [
      acceptedWith({ Upgrade: [] }),
      acceptedWith({ Upgrade: 'websocket, a' }),
      acceptedWith({ Connection: 'keep-alive' }),
    ],
    passes: [
      acceptedWith({ Upgrade: 'WebSocket', Connection: 'keep-alive, upgrade' }),
      acceptedWith({ Upgrade: 'a' }, { Upgrade: 'websocket, a' }),
      acceptedWith({ Upgrade: 'a' }, { Upgrade: 'a' }),
    ],
  },
  '6455-4.2.2-101-websocket-accept-hash': {
    breaks: [
      [
        acceptedWith({ 'Sec-WebSocket-Accept': [] }),
        `The 101 does not prove that the server has read the handshake: Sec-WebSocket-Accept has to be ${accept}.`,
      ],
      acceptedWith({ 'Sec-WebSocket-Accept': accept.toLowerCase() }),
      acceptedWith({ 'Sec-WebSocket-Accept': [accept, accept] }),
    ],
    passes: [
      acceptedWith({}),
      acceptedWith({ Upgrade: 'a', 'Sec-WebSocket-Accept': [] }),
      acceptedWith({ 'Sec-WebSocket-Accept': [] }, { 'Sec-WebSocket-Key': [key, key] }),
      acceptedWith({ 'Sec-WebSocket-Accept': [] }, { 'Sec-WebSocket-Key': [] }),
    ],
  },
  '6455-4.2.2-101-websocket-subprotocol-offered': {
    breaks: [
      acceptedWith({ 'Sec-WebSocket-Protocol': 'a' }),
      acceptedWith({ 'Sec-WebSocket-Protocol': 'A' }, { 'Sec-WebSocket-Protocol': 'a' }),
      acceptedWith({ 'Sec-WebSocket-Protocol': 'a, b' }, { 'Sec-WebSocket-Protocol': 'a, b' }),
      acceptedWith({ 'Sec-WebSocket-Protocol': ['a', 'b'] }, { 'Sec-WebSocket-Protocol': ['a', 'b'] }),
      acceptedWith({ 'Sec-WebSocket-Protocol': ['a', ''] }, { 'Sec-WebSocket-Protocol': 'a' }),
    ],
    passes: [
      acceptedWith({ 'Sec-WebSocket-Protocol': 'b' }, { 'Sec-WebSocket-Protocol': 'a, b' }),
      acceptedWith({ 'Sec-WebSocket-Protocol': 'b' }, { Upgrade: 'a' }),
    ],
  },
  '6455-4.2.2-101-websocket-extensions-offered': {
    breaks: [
      [acceptedWith({ 'Sec-WebSocket-Extensions': 'a; b' }), 'The client did not offer the extension "a".'],
      acceptedWith({ 'Sec-WebSocket-Extensions': 'a, b' }, { 'Sec-WebSocket-Extensions': 'a; b' }),
      acceptedWith({ 'Sec-WebSocket-Extensions': 'A' }, { 'Sec-WebSocket-Extensions': 'a' }),
    ],
    passes: [
      acceptedWith({ 'Sec-WebSocket-Extensions': 'b, a ;c' }, { 'Sec-WebSocket-Extensions': 'a; d; e, b' }),
      acceptedWith({ 'Sec-WebSocket-Extensions': 'a' }, { Upgrade: 'a' }),
    ],
  },
  '6455-4.4-websocket-bad-version-lists-versions': {
    breaks: [
      [
        refused('426 Upgrade Required', { 'Sec-WebSocket-Version': '12' }, { Upgrade: 'a, websocket' }),
        'The 426 refuses a version of WebSocket and does not say in Sec-WebSocket-Version which would do.',
      ],
      `${opened({})}\n${ofVersion12}`,
      `${opened({})}\n${answer('200 OK')}\n${ofVersion12}`,
      `${opened({})}\n${refused('400 Bad Request', { 'Sec-WebSocket-Version': '12', 'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==' })}`,
    ],
    passes: [
      refused('426 Upgrade Required', { 'Sec-WebSocket-Version': '12' }),
      refused('426 Upgrade Required', { 'Sec-WebSocket-Version': '13' }, { Upgrade: 'websocket' }),
      refused('426 Upgrade Required', { 'Sec-WebSocket-Version': '12', Upgrade: 'a' }, { Upgrade: 'websocket' }),
      refused('426 Upgrade Required', { 'Sec-WebSocket-Version': '12', Connection: [] }, { Upgrade: 'websocket' }),
      refused(
        '426 Upgrade Required',
        { 'Sec-WebSocket-Version': '12' },
        { Upgrade: 'websocket', 'Sec-WebSocket-Version': '13' },
      ),
      refused('400 Bad Request', { 'Sec-WebSocket-Version': '12' }, { Upgrade: 'websocket' }),
      // Something else may have been refused.
      `${opened({ Origin: 'https://a.example' })}\n${ofVersion12}`,
      `${opened({}, 'GET /a HTTP/1.1')}\n${ofVersion12}`,
      `${switched({ ...handshake, Upgrade: 'websocket, a' }, { Upgrade: 'a' })}\n${ofVersion12}`,
      `${acceptedWith({ Upgrade: 'a' })}\n${ofVersion12}`,
      `${refused('200 OK', {}, { Upgrade: 'websocket' })}\n${ofVersion12}`,
    ],
  },
}
