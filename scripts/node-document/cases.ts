/** What a client sends, and what is the matter with it. */
export interface Case {
  readonly title: string
  /** Which rule it is about, in a sentence or two. */
  readonly why: string
  readonly send: string | Buffer
  /** What the page shows of it, where that is not all. */
  readonly shown?: string
  /** Sends nothing more after it, and does not close its side either: the server has to find out by itself. */
  readonly waits?: boolean
}

const HOST = 'Host: localhost\r\n'
const CLOSE = 'Connection: close\r\n'
const POST = `POST /orders HTTP/1.1\r\n${HOST}`

export const cases: readonly Case[] = [
  {
    title: 'Bytes that are no HTTP',
    why: 'What cannot be read is a 400 (RFC 9112 §2.2). As any 2xx, 3xx and 4xx it has a Date where the server has a clock (RFC 9110 §6.6.1), and a client error is explained in its content (RFC 9110 §15.5).',
    send: 'hello?\r\n\r\n',
  },
  {
    title: 'No Host',
    why: 'A 400 (RFC 9112 §3.2).',
    send: 'GET /orders HTTP/1.1\r\n\r\n',
  },
  {
    title: 'Two Hosts',
    why: 'A 400 (RFC 9112 §3.2): a proxy that took the other one has sent the request to the wrong site, or looked into the wrong cache.',
    send: `GET /orders HTTP/1.1\r\n${HOST}Host: other.example\r\n${CLOSE}\r\n`,
  },
  {
    title: 'A Host that is none',
    why: 'A 400 (RFC 9112 §3.2): applications build links of it.',
    send: `GET /orders HTTP/1.1\r\nHost: shop.example/../admin\r\n${CLOSE}\r\n`,
  },
  {
    title: 'A method that nobody knows',
    why: 'A 501 (RFC 9110 §9.1): the syntax is right, the server just does not do that.',
    send: `BREW /coffee HTTP/1.1\r\n${HOST}\r\n`,
  },
  {
    title: 'A method in small letters',
    why: 'Methods are case-sensitive (RFC 9110 §9.1). One that is known in capitals is a mistake rather than an extension, and no client would know from a 501 what to change: 400, with the reason.',
    send: `get /orders HTTP/1.1\r\n${HOST}\r\n`,
  },
  {
    title: 'An address that is too long',
    why: 'A 414 (RFC 9112 §3). Node has one limit, and one error, for the address and the header fields.',
    send: `GET /search?q=${'tea'.repeat(7000)} HTTP/1.1\r\n${HOST}\r\n`,
    shown: 'GET /search?q=teatea… (21,000 characters) HTTP/1.1\nHost: localhost',
  },
  {
    title: 'A header field that is too long',
    why: 'A 431 that names the field (RFC 6585 §5).',
    send: `GET /orders HTTP/1.1\r\n${HOST}Cookie: a=${'b'.repeat(20_000)}\r\n\r\n`,
    shown: 'GET /orders HTTP/1.1\nHost: localhost\nCookie: a=bb… (20,000 characters)',
  },
  {
    title: 'Another major version',
    why: 'A 505 (RFC 9110 §15.6.6). Node takes it for HTTP/1.1.',
    send: `GET /orders HTTP/2.0\r\n${HOST}${CLOSE}\r\n`,
  },
  {
    title: 'HTTP/2 without asking first',
    why: 'The preface of HTTP/2 is made so that servers of HTTP/1.1 do not go on (RFC 9113 §3.4).',
    send: 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  },
  {
    title: 'Two lengths',
    why: 'A 400, and the connection ends (RFC 9112 §6.3): who takes the other length sees another next request.',
    send: `${POST}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!`,
  },
  {
    title: 'A length, and chunks',
    why: 'The same (RFC 9112 §6.1): this is how requests are smuggled past a proxy.',
    send: `${POST}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  },
  {
    title: 'A transfer coding that is not known',
    why: 'A 501 (RFC 9112 §6.1). Node hands the coded bytes to the application as if they were the content.',
    send: `${POST}Transfer-Encoding: gzip, chunked\r\n${CLOSE}\r\n0\r\n\r\n`,
  },
  {
    title: 'A chunk whose size is no number',
    why: 'Nothing behind it can be read: a 400, and the connection ends (RFC 9112 §2.2, §7.1).',
    send: `${POST}Transfer-Encoding: chunked\r\n\r\nten\r\nhello\r\n0\r\n\r\n`,
  },
  {
    title: 'A request that never ends',
    why: 'A 408 when `server.requestTimeout` or `server.headersTimeout` is over (RFC 9110 §15.5.9).',
    send: `GET /orders HTTP/1.1\r\n${HOST}`,
    waits: true,
  },
  {
    title: 'A client that asks before its upload, and is refused',
    why: 'Node says 100 (Continue) before the application has seen the request, so the client sends all of it for nothing. protect() says so when the application begins to read, or after 250 ms (RFC 9110 §10.1.1).',
    send: `PUT /photo HTTP/1.1\r\n${HOST}Expect: 100-continue\r\nContent-Length: 900000\r\n${CLOSE}\r\n`,
  },
  {
    title: 'Another expectation',
    why: 'A 417 (RFC 9110 §10.1.1).',
    send: `GET /orders HTTP/1.1\r\n${HOST}Expect: a-miracle\r\n${CLOSE}\r\n`,
  },
  {
    title: 'CONNECT',
    why: 'Is for proxies. A server that opens no tunnels says so with a 405 (RFC 9110 §15.5.6); Node cuts the connection.',
    send: 'CONNECT shop.example:443 HTTP/1.1\r\nHost: shop.example:443\r\n\r\n',
  },
  {
    title: 'TLS on a port that does not speak it',
    why: 'To such a client no text is readable: the connection just ends.',
    send: Buffer.from('16030100c8010000c40303', 'hex'),
    shown: '16 03 01 00 c8 01 00 00 c4 03 03 (the beginning of a TLS handshake)',
  },
]
