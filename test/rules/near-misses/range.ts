import { exchange, type NearMisses } from './near-miss.ts'

type Asked = readonly [requestLine: string, fields: readonly string[]]

const request = (method: string, ...fields: readonly string[]): Asked => [`${method} / HTTP/1.1`, fields]
const get = (...fields: readonly string[]): Asked => request('GET', ...fields)
const ranged = (range: string, ...fields: readonly string[]): Asked => get(`Range: ${range}`, ...fields)

/** A 206 with a part of it. */
const partial = (asked: Asked, fields: readonly string[], content?: string): string =>
  exchange(...asked, 'HTTP/1.1 206 Partial Content', fields, content)

/** A 206 to a Range, and its Content-Range. */
const part = (range: string, contentRange: string, content?: string): string =>
  partial(ranged(range), [`Content-Range: ${contentRange}`], content)

/** A 416, of ten bytes. */
const refused = (asked: Asked, ...fields: readonly string[]): string =>
  refusedWith(asked, 'Content-Range: bytes */10', ...fields)

const refusedWith = (asked: Asked, ...fields: readonly string[]): string =>
  exchange(...asked, 'HTTP/1.1 416 Range Not Satisfiable', fields)

/** A 200 with ten bytes. */
const whole = (...fields: readonly string[]): string => exchange(...get(), 'HTTP/1.1 200 OK', fields, '0123456789')

const series = (...exchanges: readonly string[]): string => exchanges.join('\n')
const incomplete = (transcript: string): string => `# incomplete\n${transcript}`

const TWO = ranged('bytes=0-1, 8-9')
const MULTIPART = 'Content-Type: multipart/byteranges; boundary=B'

/** A multipart of parts; each with its fields, then its bytes. */
const multipart = (...parts: readonly (readonly string[])[]): string =>
  [...parts.map((lines) => ['--B', ...lines.slice(0, -1), '', ...lines.slice(-1)].join('\r\n')), '--B--\r\n'].join(
    '\r\n',
  )
const bytes = (range: string, content: string): readonly string[] => [`Content-Range: bytes ${range}`, content]
const PARTS = multipart(bytes('0-1/10', '01'), bytes('8-9/10', '89'))

const several = (...parts: readonly (readonly string[])[]): string => partial(TWO, [MULTIPART], multipart(...parts))
const answered = (ranges: string, ...parts: readonly (readonly string[])[]): string =>
  partial(ranged(ranges), [MULTIPART], multipart(...parts))

const LF = '--B\nContent-Range: bytes 0-1/10\r\n\r\n01\r\n--B--\r\n'
const TEXT = 'Content-Type: text/plain'
const typed = (...fields: readonly string[]): string =>
  series(whole(TEXT), several([...fields, 'Content-Range: bytes 0-1/10', '01']))

/** That a 206 keeps a field of the 200. */
const keeps = (field: string): string => series(whole(field), part('bytes=0-1', 'bytes 0-1/10', '01'))

const TAG = 'ETag: "v1"'
const tagged = (contentRange: string, content: string, ...fields: readonly string[]): string =>
  partial(ranged('bytes=0-4'), [TAG, `Content-Range: ${contentRange}`, ...fields], content)

const BR = 'Content-Encoding: br'
/** As `tagged`, of a representation with a coding, which has ten bytes. */
const coded = (asked: Asked, contentRange: string, ...fields: readonly string[]): string =>
  series(whole(TAG, BR), partial(asked, [TAG, `Content-Range: ${contentRange}`, ...fields], '01234'))

const outside = (asked: string, sent: string): string => `Asked for are the bytes ${asked}; ${sent} came.`

const beforehand = (status: string, ...asked: Asked): string => exchange(...asked, `HTTP/1.1 ${status}`, [])

export const range: NearMisses = {
  '9110-8.3.3-206-multipart-crlf': {
    breaks: [partial(TWO, [MULTIPART], LF), incomplete(partial(TWO, [MULTIPART], LF))],
    passes: [partial(TWO, ['Content-Type: multipart/form-data; boundary=B'], LF), several(bytes('0-1/10', '\n\n'))],
  },
  '9110-15.3.7.2-206-multi-multipart': {
    breaks: [
      [
        partial(TWO, ['Content-Type: multipart/byteranges; x=B'], PARTS),
        'Content-Type has no boundary, so the client cannot tell where a part begins.',
      ],
      partial(TWO, ['Content-Type: multipart/byteranges; boundary=b'], PARTS),
      partial(TWO, [MULTIPART]),
    ],
    passes: [
      partial(TWO, ['Content-Type: multipart/byteranges; x=A; boundary=B'], PARTS),
      partial(TWO, [MULTIPART], LF),
      partial(TWO, [MULTIPART, BR], '(br)'),
      partial(request('HEAD', 'Range: bytes=0-1, 8-9'), [MULTIPART]),
      incomplete(partial(TWO, [MULTIPART], PARTS.slice(0, -4))),
    ],
  },
  '9110-15.3.7.2-206-multi-part-content-range': {
    breaks: [
      [several(bytes('0-1/10', '01'), ['89']), 'Part 2 has no Content-Range.'],
      [several(bytes('9-8/10', '')), 'Part 1 has the Content-Range "bytes 9-8/10", which is not one.'],
      [several(bytes('0-1/10', '012')), 'Part 1 has 3 bytes, and its Content-Range names 2.'],
      [
        series(whole(TAG), partial(TWO, [MULTIPART, TAG], multipart(bytes('8-9/10', '88')))),
        'Part 1 does not have the bytes 8-9 of the 200 with the same strong ETag.',
      ],
    ],
    passes: [
      several(['Content-Range: lines 0-1/10', 'a longer line']),
      series(whole(TAG), partial(TWO, [MULTIPART, 'ETag: "v2"'], multipart(bytes('8-9/10', '88')))),
      partial(TWO, [MULTIPART], 'no multipart'),
      partial(TWO, ['Content-Type: multipart/form-data; boundary=B'], multipart(['89'])),
    ],
  },
  '9110-15.3.7.2-206-multi-part-content-type': {
    breaks: [typed(), typed('Content-Type: text/html', 'Title: text/plain')],
    passes: [
      typed('Content-Language: en', 'CONTENT-TYPE: Text/Plain ; charset=utf-8'),
      series(whole(), several(bytes('0-1/10', '01'))),
      series(beforehand('404 Not Found', ...get()), several(bytes('0-1/10', '01'))),
      series(whole(TEXT), partial(TWO, [MULTIPART], 'no multipart')),
    ],
  },
  '9110-15.3.7.2-206-multi-not-for-single': {
    breaks: [partial(request('QUERY', 'Range: bytes=0-1'), [MULTIPART])],
    passes: [
      several(bytes('0-1/10', '01')),
      partial(request('POST', 'Range: bytes=0-1'), [MULTIPART]),
      partial(ranged('bytes=0-1', 'Range: bytes=0-1'), [MULTIPART]),
    ],
  },
  '9110-15.3.7.2-206-multi-order': {
    breaks: [
      answered('bytes=8-9, 50-, 60-, 0-1', bytes('0-1/10', '01'), bytes('8-9/10', '89')),
      answered('bytes=8-9, 0-1, 4-5, 5-6', bytes('0-1/10', '01'), bytes('4-6/10', '456'), bytes('8-9/10', '89')),
    ],
    passes: [
      answered('bytes=8-9, 0-1', bytes('8-9/10', '89'), bytes('0-1/10', '01')),
      answered('bytes=8-9, 0-1', bytes('8-9/10', '89'), bytes('8-9/10', '89')),
      answered('bytes=8-9, 0-1', bytes('8-9/*', '89'), bytes('0-1/*', '01')),
      answered('bytes=0-1, 8-9, 0-1', bytes('0-1/10', '01'), bytes('8-9/10', '89'), bytes('0-1/10', '01')),
      partial(get(), [MULTIPART], PARTS),
      partial(TWO, [MULTIPART], 'no multipart'),
    ],
  },
  '9110-15.3.7-206-keeps-etag': {
    breaks: [series(whole(TAG, BR), partial(ranged('bytes=0-1'), ['Content-Encoding: BR']))],
    passes: [
      series(whole(TAG, BR), partial(ranged('bytes=0-1'), [])),
      series(whole(TAG), partial(request('QUERY', 'Range: bytes=0-1'), [])),
    ],
  },
  '9110-15.3.7-206-no-if-range-all-fields': {
    breaks: [
      ...[TEXT, 'Content-Language: en', 'Last-Modified: Sat, 21 Nov 2026 07:00:00 GMT'].map(keeps),
      [
        coded(ranged('bytes=0-4'), 'bytes 0-4/10'),
        "The 200 has content-encoding and the 206 does not: a client that has only the part can't know what it is a part of.",
      ],
    ],
    passes: [
      series(whole(TEXT), partial(ranged('bytes=0-1', 'If-Range: "v1"'), [])),
      series(beforehand('404 Not Found', ...get()), partial(ranged('bytes=0-1'), [])),
    ],
  },
  '9110-15.3.7-206-if-range-minimal-fields': {
    breaks: [
      [
        partial(ranged('bytes=0-1', 'If-Range: "v1"'), [
          'Content-Language: en',
          'Last-Modified: Sat, 21 Nov 2026 07:00:00 GMT',
        ]),
        'By If-Range the client has the rest of this representation, and content-language and last-modified with it.',
      ],
    ],
    passes: [
      partial(get('If-Range: "v1"'), ['Content-Language: en']),
      partial(ranged('bytes=0-1', 'If-Range: Sat, 21 Nov 2026 07:00:00 GMT'), ['Content-Language: en']),
    ],
  },
  '9110-15.3.7.1-206-single-content-range': {
    breaks: [
      [
        partial(get(), ['Content-Range: bytes 0-1/10', 'Content-Range: bytes 0-1/10']),
        'The 206 has "bytes 0-1/10, bytes 0-1/10", which names no part: the client can\'t know which bytes came. It looks like: bytes 0-99/1234.',
      ],
    ],
  },
  '9110-15.3.7.1-206-single-content-is-range': {
    breaks: [
      part('bytes=0-0', 'bytes 0-0/10', '01'),
      series(whole(TAG), tagged('bytes 0-4/10', '01235')),
      series(whole(TAG), tagged('bytes 8-10/11', '89X')),
    ],
    passes: [
      part('bytes=0-0', 'bytes 0-0/10', '0'),
      part('bytes=0-0', 'bytes 2-0/10', '0'),
      part('bytes=0-0', 'lines 0-0/10', 'a line'),
      incomplete(part('bytes=0-4', 'bytes 0-4/10', '01')),
      partial(request('HEAD'), ['Content-Range: bytes 0-4/10']),
      series(whole(), tagged('bytes 0-4/10', '01235')),
      series(whole('ETag: W/"v1"'), tagged('bytes 0-4/10', '01235')),
    ],
  },
  '9110-15.3.7-206-content-length-is-part': {
    breaks: [partial(get(), ['Content-Range: bytes 0-0/10', 'Content-Length: 2'])],
    passes: [
      partial(get(), ['Content-Range: bytes 0-0/10', 'Content-Length: 1']),
      partial(get(), ['Content-Range: bytes 2-0/10', 'Content-Length: 2']),
      partial(get(), ['Content-Range: bytes 0-0/10', 'Content-Length: 2, 2']),
      partial(get(), ['Content-Range: lines 0-0/10', 'Content-Length: 2']),
    ],
  },
  '9110-14.4-content-range-complete-length': {
    passes: [
      series(whole(TAG, 'Transfer-Encoding: chunked'), tagged('bytes 0-4/*', '01234')),
      series(whole(TAG), tagged('lines 0-4/*', '01234')),
    ],
  },
  '9110-14.1.2-range-of-encoded-octets': {
    breaks: [coded(ranged('bytes=0-4'), 'bytes 0-4/11')],
    passes: [
      // RFC 9110 §15.3.7: who sends If-Range has the coding already.
      coded(ranged('bytes=0-4', 'If-Range: "v1"'), 'bytes 0-4/10'),
      coded(ranged('bytes=0-4'), 'bytes 0-4/*', BR),
      coded(ranged('bytes=0-4'), 'lines 0-4/11', BR),
      incomplete(coded(ranged('bytes=0-4'), 'bytes 0-4/11', BR)),
      series(whole(TAG), tagged('bytes 0-4/11', '01234')),
      series(whole(), tagged('bytes 0-4/11', '01234')),
    ],
  },
  '9110-14.2-range-unknown-unit-ignored': {
    breaks: [
      [
        part('Lines=0-1', 'bytes 0-1/10', '01'),
        'Range asks for "lines" and the answer is about bytes: a server that does not know the unit sends everything.',
      ],
    ],
    passes: [
      part('lines=0-1', 'LINES 0-1/10'),
      part('bytes=0-1', 'lines 0-1/10'),
      partial(ranged('lines=0-1'), []),
      partial(get(), ['Content-Range: bytes 0-1/10']),
      partial(request('POST', 'Range: lines=0-1'), ['Content-Range: bytes 0-1/10']),
      exchange(...ranged('lines=0-1'), 'HTTP/1.1 200 OK', ['Content-Range: bytes 0-9/10']),
    ],
  },
  '9110-14.1.2-range-inclusive': {
    breaks: [
      [part('bytes=2-4', 'bytes 2-5/10'), outside('2 to 4, both included', '2 to 5')],
      [part('bytes=8-99', 'bytes 7-9/10'), outside('8 to 9, both included', '7 to 9')],
      [part('bytes=50-59', 'bytes 0-9/*'), outside('50 to 59, both included', '0 to 9')],
    ],
    passes: [
      part('bytes=2-4', 'bytes 3-3/*'),
      part('bytes=2-4', 'lines 0-9/10'),
      part('bytes=2-4', 'bytes 9-8/10'),
      partial(ranged('bytes=2-4', 'Range: bytes=2-4'), ['Content-Range: bytes 0-9/10']),
      partial(ranged('bytes=2-4'), ['Content-Range: bytes 0-9/10', MULTIPART]),
      partial(request('POST', 'Range: bytes=2-4'), ['Content-Range: bytes 0-9/10']),
    ],
  },
  '9110-14.1.2-range-open-end': {
    breaks: [[part('bytes=5-', 'bytes 4-9/*'), outside('from 5 on', '4 to 9')]],
    passes: [part('bytes=5-', 'bytes 5-9/*'), part('bytes=5-6', 'bytes 4-9/10'), part('bytes=-5', 'bytes 4-9/10')],
  },
  '9110-14.1.2-range-suffix': {
    passes: [part('bytes=-4', 'bytes 0-3/*'), part('bytes=-0', 'bytes 0-3/10')],
  },
  '9110-14.2-range-unsatisfiable-416': {
    breaks: [part('bytes=10-', 'bytes 9-9/10')],
    passes: [
      part('bytes=9-', 'bytes 9-9/10'),
      part('bytes=-20', 'bytes 0-9/10'),
      part('bytes=10-', 'bytes 9-9/*'),
      part('bytes=10-', 'lines 9-9/10'),
      refused(ranged('bytes=10-')),
      partial(ranged('bytes=10-'), []),
      partial(request('POST', 'Range: bytes=10-'), ['Content-Range: bytes 9-9/10']),
    ],
  },
  '9110-14.2-range-only-if-200': {
    breaks: [series(beforehand('403 Forbidden', ...get()), refused(ranged('bytes=10-')))],
    passes: [
      series(beforehand('403 Forbidden', ...get()), partial(get(), [])),
      series(beforehand('403 Forbidden', ...get()), beforehand('403 Forbidden', ...ranged('bytes=0-1'))),
      series(beforehand('403 Forbidden', ...ranged('bytes=0-9')), partial(ranged('bytes=0-1'), [])),
      series(beforehand('404 Not Found', ...request('HEAD')), partial(ranged('bytes=0-1'), [])),
      series(beforehand('404 Not Found', 'GET /other HTTP/1.1', []), partial(ranged('bytes=0-1'), [])),
      series(beforehand('503 Service Unavailable', ...get()), partial(ranged('bytes=0-1'), [])),
    ],
  },
  '9110-15.5.17-content-range': {
    passes: [refusedWith(get()), refusedWith(request('POST', 'Range: bytes=10-')), refusedWith(ranged('lines=10-'))],
  },
  '9110-14.4-unsatisfied-grammar': {
    breaks: [
      [
        refused(get(), 'Content-Range: bytes */10'),
        '"bytes */10, bytes */10" is no Content-Range of a 416: it looks like "bytes */1234".',
      ],
    ],
  },
  '9110-14.2-range-satisfiable-206': {
    breaks: [refused(ranged('bytes=9-'))],
    passes: [
      refused(ranged('bytes=10-')),
      refused(ranged('bytes=0-1, 10-')),
      refused(get()),
      refused(request('POST', 'Range: bytes=9-')),
      refusedWith(ranged('bytes=9-'), 'Content-Range: lines */10'),
      refusedWith(ranged('bytes=9-'), 'Content-Range: bytes 0-1/*'),
      part('bytes=9-', 'bytes 9-9/10', '9'),
    ],
  },
  '9110-14.2-304-wins-over-range': {
    breaks: [
      series(whole(TAG), refused(ranged('bytes=10-', 'If-None-Match: "v0", W/"v1"'))),
      series(whole(TAG), refusedWith(ranged('bytes=10-', 'If-None-Match: "v1"'), TAG)),
    ],
    passes: [
      series(whole(TAG), refused(ranged('bytes=10-', 'If-None-Match: "v0"'))),
      series(whole(TAG), refused(ranged('bytes=10-'))),
      series(whole(TAG), refused(get('If-None-Match: "v1"'))),
      series(whole(TAG), refused(request('PUT', 'Range: bytes=10-', 'If-None-Match: "v1"'))),
      series(whole(TAG), refused(ranged('bytes=10-', 'If-None-Match: "v1"'), 'ETag: "v2"')),
      series(whole(TAG), refusedWith(ranged('bytes=10-', 'If-None-Match: "v1"'), 'Content-Range: bytes */9')),
      series(whole(TAG), refusedWith(ranged('bytes=10-', 'If-None-Match: "v1"'))),
      series(whole(), refused(ranged('bytes=10-', 'If-None-Match: "v1"'))),
      series(beforehand('404 Not Found', ...get()), refused(ranged('bytes=10-', 'If-None-Match: "v1"'), TAG)),
    ],
  },
  '9110-14.2-412-wins-over-416': {
    breaks: [
      series(whole(TAG), refused(ranged('bytes=10-', 'If-Match: "v0", "v2"'))),
      series(whole(TAG), refused(ranged('bytes=10-', 'If-Match: W/"v1"'))),
      refused(ranged('bytes=10-', 'If-Match: W/"v1", W/"v2"')),
    ],
    passes: [
      series(whole(TAG), refused(ranged('bytes=10-', 'If-Match: "v0", "v1"'))),
      series(whole(TAG), refused(ranged('bytes=10-'))),
      series(whole(TAG), refused(ranged('bytes=10-', 'If-Match: *'))),
      series(whole(TAG), refused(ranged('bytes=10-', 'If-Match: "v0"'), 'Age: 1')),
      series(whole(TAG), refused(get('If-Match: "v0"'))),
      series(whole(TAG), refused(request('PUT', 'Range: bytes=10-', 'If-Match: "v0"'))),
      series(whole(TAG), beforehand('412 Precondition Failed', ...ranged('bytes=10-', 'If-Match: W/"v1"'))),
      refused(ranged('bytes=10-', 'If-Match: W/"v1", "v2"')),
    ],
  },
}
