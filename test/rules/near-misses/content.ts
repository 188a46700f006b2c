import { exchange, type NearMisses } from './near-miss.ts'

/** A 226 whose IM has a value, to a GET with some fields. */
const delta = (im: string, ...requestFields: readonly string[]): string =>
  exchange('GET / HTTP/1.1', requestFields, 'HTTP/1.1 226 IM Used', [`IM: ${im}`])

const failed = (status: string, content: string, ...fields: readonly string[]): string =>
  exchange('GET / HTTP/1.1', [], `HTTP/1.1 ${status}`, fields, content)

const empty = (requestLine: string, status: string): string => exchange(requestLine, [], `HTTP/1.1 ${status}`, [])

/** A 431 to a request with some fields, with Host at least. */
const tooLarge = (fields: readonly string[], content = 'Too large.', requestLine = 'GET / HTTP/1.1'): string =>
  exchange(requestLine, ['Host: a', ...fields], 'HTTP/1.1 431 Request Header Fields Too Large', [], content)

/** A field line whose name and value have as many characters together. */
const ofSize = (size: number, name = 'X-Big'): string => `${name}: ${'a'.repeat(size - name.length)}`

/** What Host: a leaves of the size that all other fields together may have. */
const rest = 1000 - 'Hosta'.length

export const content: NearMisses = {
  '9110-15.5-explain': {
    breaks: [
      [empty('OPTIONS / HTTP/1.1', '499 Odd'), 'The 499 has no content, so it explains nothing.'],
      empty('GET / HTTP/1.1', '400 Bad Request'),
    ],
    passes: [
      empty('HEAD / HTTP/1.1', '400 Bad Request'),
      `# incomplete\n${empty('GET / HTTP/1.1', '400 Bad Request')}`,
      failed('400 Bad Request', '?'),
    ],
  },
  '9110-15.6-explain': {
    passes: [empty('HEAD / HTTP/1.1', '500 Internal Server Error'), failed('500 Internal Server Error', '?')],
  },
  '9110-15.5.10-recognise': {
    breaks: [
      [
        failed('409 Conflict', ' Conflict! '),
        'The content of the 409 repeats its status: it does not say what the request is in conflict with, so nobody can settle it.',
      ],
      [
        failed('409 Conflict', ' '),
        'The content of the 409 is empty: it does not say what the request is in conflict with, so nobody can settle it.',
      ],
    ],
    passes: [failed('409 Conflict', 'Conflict with 12'), empty('HEAD / HTTP/1.1', '409 Conflict')],
  },
  '6585-3-explain': {
    breaks: [
      [
        failed('428 Precondition Required', 'Precondition Required'),
        'The content of the 428 repeats its status: it does not say which precondition the request needs, such as If-Match with the current ETag.',
      ],
    ],
  },
  '6585-5-which-field': {
    breaks: [
      [tooLarge([ofSize(8000)]), 'The content of the 431 does not name X-Big, the only field that is large.'],
      tooLarge([ofSize(rest, 'X-Small'), ofSize(8000)]),
      tooLarge([ofSize(8000)], 'Too large.', `GET /${'a'.repeat(999)} HTTP/1.1`),
    ],
    passes: [
      tooLarge([ofSize(7999)]),
      tooLarge([ofSize(rest + 1, 'X-Small'), ofSize(8000)]),
      tooLarge([ofSize(8000)], 'Too large.', `GET /${'a'.repeat(1000)} HTTP/1.1`),
      tooLarge([ofSize(8000)], 'Too large.', 'HEAD / HTTP/1.1'),
      tooLarge([ofSize(8000)], 'x-bigger is too large.'),
      exchange('GET / HTTP/1.1', [ofSize(8000)], 'HTTP/1.1 431 Too Large', ['Content-Encoding: gzip'], 'Too large.'),
    ],
  },
  '6585-6-link': {
    breaks: [failed('511 Network Authentication Required', 'Log in at login.example first.')],
    passes: [
      failed('511 Network Authentication Required', 'Log in at http://login.example/ first.'),
      failed('511 Network Authentication Required', '<a HREF=/login>Log in</a>'),
      failed('511 Network Authentication Required', '<meta http-equiv=refresh content="0; url=/login">'),
      failed('511 Network Authentication Required', '<form method=post><input name=password></form>'),
      failed('511 Network Authentication Required', 'Log in first.', 'Content-Encoding: gzip'),
    ],
  },
  '3229-10.4.1-226-needs-a-im': {
    breaks: [delta('gzip', 'A-IM: gzip;q=0')],
    passes: [delta('gzip', 'A-IM: gzip;q=0.1')],
  },
  '3229-10.3-226-im-field': {
    breaks: [delta(',')],
  },
  '3229-10.5.3-226-only-listed-manipulations': {
    breaks: [
      [delta('gzip, gdiff', 'A-IM: gzip'), 'IM lists gdiff, which A-IM of the request does not.'],
      delta('gzip', 'A-IM: gzip;q=0, vcdiff'),
    ],
    passes: [
      delta('GZip;level=9', 'A-IM: gzip ;q=0.5'),
      delta('identity', 'A-IM: gzip'),
      delta('gzip'),
      delta('x60', `A-IM: ${Array.from({ length: 60 }, (_, at) => `x${at + 1}`).join()}`),
    ],
  },
  '3229-10.5.3-226-order-of-manipulations': {
    breaks: [delta('gzip, gdiff, vcdiff', 'A-IM: vcdiff, gzip')],
    passes: [
      delta('vcdiff, gzip', 'A-IM: vcdiff, gzip'),
      delta('gzip, gdiff', 'A-IM: vcdiff, gzip'),
      delta('gzip, gzip', 'A-IM: vcdiff, gzip'),
    ],
  },
  '3229-10.5.1-226-delta-base-when-ambiguous': {
    breaks: [delta('vcdiff, gzip', 'If-None-Match: "1", "2"')],
    passes: [
      delta('gzip', 'If-None-Match: "1", "2"'),
      delta('vcdiff', 'If-None-Match: "1"'),
      delta('vcdiff', 'If-None-Match: 1, 2'),
      delta('vcdiff'),
    ],
  },
  '3229-10.5.2-226-range-in-im': {
    breaks: [delta('gzip, Range')],
    passes: [
      delta('gzip'),
      exchange('GET / HTTP/1.1', [], 'HTTP/1.1 226 IM Used', ['IM: range', 'Content-Range: bytes 0-3/100'], 'what'),
    ],
  },
}
