import { answer, exchange, type NearMisses } from './near-miss.ts'

const OK = 'HTTP/1.1 200 OK'
const TOO_LONG = '414 URI Too Long'

const ofStatus = (code: string): string => exchange('GET / HTTP/1.1', [], `HTTP/1.1 ${code}`, [])

const preferring = (prefer: string, method = 'PUT', content?: string): string =>
  exchange(`${method} / HTTP/1.1`, [`Prefer: ${prefer}`], OK, [], content)

/** What is not there, after a 201 and whatever else. */
const missing = (created: string, ...others: readonly string[]): string =>
  [created, ...others, answer('404 Not Found')].join('\n')

const created = (requestLine: string, requestFields: readonly string[], ...fields: readonly string[]): string =>
  exchange(requestLine, requestFields, 'HTTP/1.1 201 Created', fields)

const CREATED = created('POST /all HTTP/1.1', [], 'Location: /')

const accepted = (...fields: readonly string[]): string => answer('202 Accepted', ...fields)

/** A target of so many octets. */
const target = (length: number, start = '/'): string => start.padEnd(length, 'a')

const tooLong = (line: string, ...fields: readonly string[]): string =>
  exchange(line, fields, `HTTP/1.1 ${TOO_LONG}`, [])

const tooLarge = (version: string, length: number, ...fields: readonly string[]): string =>
  exchange(`GET ${target(length)} HTTP/${version}`, fields, 'HTTP/1.1 431 Request Header Fields Too Large', [])

const contentTooLarge = (...fields: readonly string[]): string =>
  exchange(`GET ${target(8001)} HTTP/1.1`, fields, 'HTTP/1.1 413 Content Too Large', [])

/** Fields that take so many octets, with their line ends, if a Host of 19 is added. */
const sized = (octets: number): string => `Large: ${'a'.repeat(octets - 19 - 'Large: \r\n'.length)}`

const required = (...ifMatch: readonly string[]): string =>
  exchange(
    'PUT / HTTP/1.1',
    ifMatch.map((value) => `If-Match: ${value}`),
    'HTTP/1.1 428 Precondition Required',
    [],
  )

const failed = (method: string, ...fields: readonly string[]): string =>
  exchange(`${method} / HTTP/1.1`, fields, 'HTTP/1.1 412 Precondition Failed', [])

const early = (...fields: readonly string[]): string => exchange('GET / HTTP/1.1', fields, 'HTTP/1.1 425 Too Early', [])

export const statusCode: NearMisses = {
  '9205-4.6-registered-codes-only': {
    breaks: [[ofStatus('299'), '299 is not registered, so clients treat it as 200, whatever it is meant to say.']],
    passes: [ofStatus('226'), ofStatus('104'), ofStatus('099'), ofStatus('600')],
  },
  '9110-15-status-100-599': {
    breaks: [ofStatus('600'), [ofStatus('099'), '99 is not a valid status code; clients treat it as a 5xx.']],
    passes: [ofStatus('100'), ofStatus('599')],
  },
  '9110-15-interim-then-one-final': {
    breaks: [ofStatus('100'), [ofStatus('199'), 'No final response followed the 199.']],
    passes: [ofStatus('099'), ofStatus('101'), ofStatus('200')],
  },
  '9110-15.5.19-reserved': {
    breaks: [answer("418 I'm a teapot")],
    passes: [exchange('BREW /pot HTTP/1.1', [], "HTTP/1.1 418 I'm a teapot", [])],
  },
  '9110-15.3.1-200-prefer-204-when-no-content-wanted': {
    breaks: [
      preferring('return=minimal', 'POST'),
      preferring('return=minimal', 'PATCH'),
      preferring('return=minimal', 'DELETE'),
      preferring('respond-async, return = "minimal"; a'),
    ],
    passes: [
      preferring('return=minimal', 'PUT', 'a'),
      preferring('return=minimal', 'GET'),
      preferring('return=representation'),
      preferring('return=minimally'),
      preferring('x-return=minimal'),
      exchange('PUT / HTTP/1.1', [], OK, []),
    ],
  },
  '9110-15.3.2-201-identifies-resource': {
    breaks: [
      [missing(CREATED), 'The 201 said that "/" was created, and it is not there.'],
      missing(CREATED, exchange('GET /all HTTP/1.1', [], OK, [])),
      missing(created('PUT / HTTP/1.1', [])),
      missing(created('POST /all HTTP/1.1', [], 'Location: http://API.example')),
    ],
    passes: [
      missing(CREATED, exchange('DELETE / HTTP/1.1', [], OK, [])),
      missing(CREATED.replace('201 Created', '200 OK')),
      missing(created('POST /all HTTP/1.1', [])),
      missing(created('PUT / HTTP/1.1', [], 'Location: /all')),
      missing(created('POST /all HTTP/1.1', [], 'Location: http://other.example/')),
      missing(created('POST /all HTTP/1.1', ['Cookie: a=b'], 'Location: /')),
      `${CREATED}\n${exchange('DELETE / HTTP/1.1', [], 'HTTP/1.1 404 Not Found', [])}`,
    ],
  },
  '9110-15.3.3-202-points-to-status': {
    breaks: [accepted(), accepted('ETag: "a"')],
    passes: [
      accepted('Location: /jobs/1'),
      accepted('Retry-After: 5'),
      exchange('POST / HTTP/1.1', [], 'HTTP/1.1 202 Accepted', [], 'a'),
      exchange('HEAD / HTTP/1.1', [], 'HTTP/1.1 202 Accepted', []),
    ],
  },
  '9110-15.3.5-204-no-content': {
    breaks: [
      [
        `# surplus 1\n${answer('204 No Content')}`,
        'The 204 has content (1 byte), which its client takes for the beginning of the next response.',
      ],
      [`# trailer A: b\n${answer('204 No Content')}`, 'The 204 has trailers, which only follow content.'],
    ],
    passes: [answer('204 No Content')],
  },
  '9110-15.3.6-205-no-content': {
    breaks: [
      [
        `# surplus 2\n${answer('205 Reset Content')}`,
        'The 205 has content (2 bytes), and must have none: a 200 may bring some.',
      ],
    ],
    passes: [answer('205 Reset Content')],
  },
  '9110-15.5.13-412-means-condition-false': {
    breaks: [failed('PUT')],
    passes: [failed('PUT', 'If-Match: "a"'), failed('MOVE')],
  },
  '9110-4.1-uri-8000': {
    breaks: [
      [
        // https://api.example is 19 of them.
        tooLong(`GET ${target(8000 - 19)} HTTP/1.1`),
        'The URI has 8000 octets, and up to 8000 ought to be taken.',
      ],
      tooLong(`GET ${target(8000, 'http://api.example/')} HTTP/1.1`),
      tooLong(`GET ${target(8000 - 'https://'.length)} HTTP/1.0`),
    ],
    passes: [
      tooLong(`GET ${target(8001 - 19)} HTTP/1.1`),
      tooLong(`GET ${target(8000 - 19)} HTTP/1.1`, 'Host: api2.example'),
      tooLong(`GET ${target(8001, 'http://api.example/')} HTTP/1.1`),
    ],
  },
  '9112-3-414': {
    breaks: [
      [
        tooLarge('1.1', 8001),
        'The request target has 8001 octets and the rest of the request is small: so 414 would be right, not 431.',
      ],
      tooLarge('1.1', 8001, sized(1023)),
      tooLarge('1.1', 8001, ...Array<string>(48).fill('A: ')),
      contentTooLarge(),
      contentTooLarge(sized(1024)),
    ],
    passes: [
      tooLarge('1.1', 8000),
      tooLarge('2', 8001),
      tooLarge('1.1', 8001, sized(1024)),
      tooLarge('1.1', 8001, ...Array<string>(49).fill('A: ')),
      contentTooLarge('', 'a'),
    ],
  },
  '8470-5.2-only-if-early': {
    breaks: [`# insecure\n${early()}`],
    passes: [`# secure\n${early()}`, `# insecure\n${early('Early-Data: 1')}`, early()],
  },
  '6585-3-use': {
    breaks: [
      [required('W/"a"'), 'The 428 asks for a condition, and the request has If-Match: "W/"a"".'],
      required('"a"', '"b"'),
    ],
    passes: [required(), required('*'), required('a'), required('')],
  },
}
