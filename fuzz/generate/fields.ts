import type { Random } from '../random.ts'

export type Field = [name: string, value: string]

type Maker = (random: Random) => string

const TYPES = ['*/*', 'text/*', 'application/*', 'application/json', 'application/problem+json', 'application/xml']
const MORE_TYPES = [
  'application/problem+xml',
  'text/html',
  'text/plain',
  'text/csv',
  'image/*',
  'application/json;v=1',
  ';',
]
const WEIGHTS = ['', '', '', ';q=0', ';q=1', ';q=0.5', '; q=0.001', ';q=1.000', ';q=2', ';q=', ';q=0.0000', ';Q=0.3']
const TAGS = [
  '"order-1-v1"',
  '"order-2-v1"',
  '"order-7-v1"',
  '"catalogue-7"',
  'W/"catalogue-7"',
  '*',
  '"x"',
  '""',
  'x',
  '"',
]
const DATES = [
  'Mon, 05 Jan 2026 08:00:00 GMT',
  'Mon, 05 Jan 2026 07:59:59 GMT',
  'Sun Nov  6 08:49:37 1994',
  'Sunday, 06-Nov-94 08:49:37 GMT',
  'Fri, 31 Dec 9999 23:59:59 GMT',
  'Thu, 30 Feb 2023 00:00:00 GMT',
  'yesterday',
  '0',
]
const RANGES = [
  '0-0',
  '0-99',
  '-1',
  '-0',
  '5-',
  '0-',
  '99999-',
  '5-4',
  '-99999999999999999999',
  '0-99999999999999999999',
  'x',
]

/** ada's are right, the others are not; three wrong passwords lock an account, so they are few. */
const CREDENTIALS: readonly (readonly [number, string])[] = [
  [80, 'Basic YWRhOmRpZmZlcmVuY2UtZW5naW5l'],
  [8, 'Basic Ym9iOmJ1aWxkZXI='],
  [3, 'basic YWRhOmRpZmZlcmVuY2UtZW5naW5l'],
  [3, 'Basic bWFsbG9yeTp4'],
  [4, 'Bearer nobody-has-this'],
  [1, 'Bearer'],
  [1, 'Digest username="ada", realm="orders"'],
  [1, 'Basic'],
  [1, '"'],
]

const list =
  (elements: readonly string[], weights: readonly string[] = ['']): Maker =>
  (random) => {
    const length = 1 + random.below(4)
    const all = Array.from({ length }, () => `${random.pick(elements)}${random.pick(weights)}`)
    return all.join(random.pick([', ', ',', ' , ', ',,']))
  }

const oneOf =
  (...values: readonly string[]): Maker =>
  (random) =>
    random.pick(values)

/** What influences an answer, each with how often a request has it. */
const FIELDS: readonly (readonly [probability: number, name: string, value: Maker])[] = [
  [0.45, 'Accept', list([...TYPES, ...MORE_TYPES], WEIGHTS)],
  [0.2, 'Accept-Encoding', list(['gzip', 'br', 'deflate', 'identity', '*', 'zstd', 'x-gzip'], WEIGHTS)],
  [0.3, 'Accept-Language', list(['en', 'de', 'de-CH', '*', 'zh-Hant', 'zh-TW', 'yue', 'x', 'de_DE', '-'], WEIGHTS)],
  [0.05, 'Accept-Charset', list(['utf-8', 'iso-8859-1', '*'], WEIGHTS)],
  [0.12, 'If-Match', list(TAGS)],
  [0.12, 'If-None-Match', list(TAGS)],
  [0.08, 'If-Modified-Since', oneOf(...DATES)],
  [0.06, 'If-Unmodified-Since', oneOf(...DATES)],
  [
    0.15,
    'Range',
    (random) => `${random.pick(['bytes', 'bytes', 'bytes', 'Bytes', 'rows', ''])}=${list(RANGES)(random)}`,
  ],
  [0.06, 'If-Range', oneOf(...TAGS, ...DATES)],
  [0.06, 'Prefer', oneOf('return=minimal', 'return=representation', 'respond-async', 'wait=1', 'handling=strict', '"')],
  [0.01, 'Expect', oneOf('100-continue', '100-Continue', '', ',')],
  [0.25, 'Authorization', (random) => random.weighted(CREDENTIALS)],
  [0.04, 'TE', oneOf('trailers', 'gzip;q=0.5', 'trailers, deflate', 'chunked')],
  [0.04, 'Upgrade', oneOf('websocket', 'h2c', 'TLS/1.0, HTTP/1.1', '"')],
  [0.06, 'Connection', oneOf('keep-alive', 'upgrade', 'TE', 'Host', 'x, y', 'Keep-Alive')],
  [0.06, 'Cookie', oneOf('a=b', 'a=b; c="d"', '=', 'koa.sess=e30=')],
  [0.12, 'Origin', oneOf('https://shop.example', 'https://other.example', 'null', 'x')],
  [0.05, 'Access-Control-Request-Method', oneOf('PUT', 'DELETE', 'x', '')],
  [0.03, 'Access-Control-Request-Headers', oneOf('authorization', 'x, y', '\u00e9')],
  [0.04, 'Cache-Control', oneOf('no-cache', 'max-age=0', 'only-if-cached', 'no-transform')],
  [0.03, 'Max-Forwards', oneOf('0', '1', 'x')],
  [0.03, 'X-HTTP-Method-Override', oneOf('DELETE', 'HEAD', 'x')],
  [0.03, 'X-Forwarded-Host', oneOf('other.example', '"', 'a\tb')],
  [0.02, 'Trailer', oneOf('Digest', 'Content-Length')],
  [0.02, 'Want-Content-Digest', oneOf('sha-256=1', 'sha-256=99')],
  [0.02, 'Sec-WebSocket-Version', oneOf('13', '12')],
  [0.02, 'Keep-Alive', oneOf('timeout=1', 'x')],
  [0.02, 'X-Latin', oneOf('caf\u00e9', '\u00ff', '', '  ')],
]

/** After these, the connection ends. */
const LAST_FIELDS: typeof FIELDS = [
  [0.15, 'Connection', oneOf('close', 'close, keep-alive', 'Close', 'x,close')],
  [0.05, 'Host', oneOf('localhost', 'b', '')],
  [0.02, 'Proxy-Connection', oneOf('close')],
  [
    0.1,
    'Expect',
    oneOf('100-continue', '100-continue', 'nothing', '100-continue, x', '100-continue;a=b', 'x 100-continue'),
  ],
]

const HOSTS = ['localhost', 'localhost', 'localhost', 'localhost:3000', '[::1]:80', '127.0.0.1', '']
const BAD_HOSTS = ['a b', 'user@host', 'other.example:99999', '[::1', 'a/b', '\xe9', 'a,b', ':', 'http://a']

/** @param isLast whether they may make the server end the connection. */
export function randomFields(random: Random, isLast: boolean): Field[] {
  const fields: Field[] = [['Host', random.pick(isLast && random.chance(0.1) ? BAD_HOSTS : HOSTS)]]
  const wanted = random.pick([0.3, 1, 1.5])
  for (const [probability, name, value] of isLast ? [...FIELDS, ...LAST_FIELDS] : FIELDS) {
    if (random.chance(probability * wanted)) fields.push([name, value(random)])
  }
  return fields
}
