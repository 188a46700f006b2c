import { answer, exchange, type NearMisses } from './near-miss.ts'

const series = (...transcripts: readonly string[]): string => transcripts.join('\n')
const kept = (transcript: string): string => `# kept\n${transcript}`
const closed = (transcript: string): string => `# closed\n${transcript}`
const cutShort = (transcript: string): string => `# incomplete\n${transcript}`
const asIs = (transcript: string): string => `# as is\n${transcript}`

/** A GET that was answered with some content, a HEAD, and a conditional GET that was answered with 304. */
const got = (content: string, ...fields: readonly string[]): string =>
  exchange('GET / HTTP/1.1', [], 'HTTP/1.1 200 OK', fields, content)
const head = (...fields: readonly string[]): string => exchange('HEAD / HTTP/1.1', [], 'HTTP/1.1 200 OK', fields)
const unchanged = (condition: string, ...fields: readonly string[]): string =>
  exchange('GET / HTTP/1.1', [condition], 'HTTP/1.1 304 Not Modified', fields)

const modified = 'Last-Modified: Sat, 21 Nov 2026 07:00:00 GMT'
const since = 'If-Modified-Since: Sat, 21 Nov 2026 07:00:00 GMT'
const later = 'Sat, 21 Nov 2026 07:00:01 GMT'

/** An answer to a request that has some fields. */
const asked = (fields: readonly string[], status = '204 No Content', requestLine = 'POST / HTTP/1.1'): string =>
  exchange(requestLine, fields, `HTTP/1.1 ${status}`, [])

/** What request lines are answered with, one after the other. */
const answers = (...pairs: readonly (readonly [requestLine: string, status: string])[]): string =>
  series(...pairs.map(([requestLine, status]) => asked([], status, requestLine)))

/** An answer in chunks, or in another transfer coding. */
const coded = (coding: string, ...requestFields: readonly string[]): string =>
  exchange('GET / HTTP/1.1', requestFields, 'HTTP/1.1 200 OK', [`Transfer-Encoding: ${coding}`], 'tea')

/** Answers without the fields that tell where they end. */
const endless = (requestLine: string, statusLine: string): string => asIs(exchange(requestLine, [], statusLine, []))

const noHost = (requestLine: string, status: string): string => asIs(asked([], status, requestLine))

export const framing: NearMisses = {
  '9110-8.6-content-length-digits': {
    breaks: [answer('200 OK', 'Content-Length:'), answer('200 OK', 'Content-Length: 1.0')],
    passes: [answer('200 OK', 'Content-Length: x', 'Content-Length: x')],
  },
  '9112-6.3-content-length-matches-body': {
    breaks: [
      [
        got('tea', 'Content-Length: 4'),
        'Content-Length says 4 bytes, but 3 came: the message is incomplete, and clients wait for the rest or fail.',
      ],
      [
        got('tea', 'Content-Length: 1'),
        'Content-Length says 1 byte, but 3 came: clients cut the content off, or take its rest for the next response.',
      ],
      `# surplus 1\n${got('tea', 'Content-Length: 3')}`,
    ],
    passes: [
      got('tea', 'Content-Length: x'),
      got('tea', 'Content-Length: 4', 'Transfer-Encoding: chunked'),
      `# surplus 1\n${exchange('GET / HTTP/2', [], 'HTTP/2 200', ['content-length: 3'], 'tea')}`,
      answer('205 Reset Content', 'Content-Length: 1'),
      head('Content-Length: 1'),
    ],
  },
  '9110-8.6-head-content-length-equals-get': {
    breaks: [
      [series(got('tea'), head('Content-Length: 0')), 'The answer to HEAD announces 0 bytes, but the same GET gets 3.'],
      series(got('tea', 'ETag: "1"'), head('Content-Length: 0')),
      series(got('tea'), head('ETag: "1"', 'Content-Length: 0')),
      series(got('tea', 'ETag: W/"1"'), head('ETag: W/"1"', 'Content-Length: 0')),
      series(got('tea', 'ETag: 1', modified), head('ETag: 1', modified, 'Content-Length: 0')),
      series(got('a'), got('tea'), got('tea'), head('Content-Length: 4')),
    ],
    passes: [
      series(got('tea'), got('tea'), head('Content-Length: x')),
      series(got('tea'), head('Content-Length: 4')),
      series(got('te'), got('tea'), head('Content-Length: 4')),
      series(got('tea'), got('te'), head('Content-Length: 4')),
      series(got('tea'), got('pie'), head('Content-Length: 4')),
      cutShort(series(got('tea'), got('tea'), head('Content-Length: 4'))),
      series(got('tea', 'ETag: "1"'), head('ETag: "2"', 'Content-Length: 0')),
      series(got('tea', modified), head(`Last-Modified: ${later}`, 'Content-Length: 0')),
      series(got('tea', modified), head(modified, 'Content-Length: 4')),
      series(got('tea', 'ETag: W/"1"'), head('ETag: W/"1"', 'Content-Length: 4')),
      series(got('tea'), exchange('HEAD / HTTP/1.1', [], 'HTTP/1.1 404 Not Found', ['Content-Length: 0'])),
      series(exchange('GET /other HTTP/1.1', [], 'HTTP/1.1 200 OK', [], 'tea'), head('Content-Length: 0')),
    ],
  },
  '9110-8.6-304-content-length-must-equal-200': {
    breaks: [
      [
        series(got('tea', 'ETag: "1"'), unchanged('If-None-Match: "1"', 'ETag: "1"', 'Content-Length: 1')),
        'The 304 announces 1 byte, but the 200 that it stands for has 3.',
      ],
      series(got('tea', modified), unchanged(since, 'Content-Length: 0')),
      series(got('tea', modified), unchanged(since, 'ETag: "1"', 'Content-Length: 0')),
      series(got('tea', 'ETag: "1"'), unchanged('If-None-Match: "1"', 'Content-Length: 0')),
      series(got('tea', 'ETag: "1"'), unchanged('If-None-Match: "1"', 'ETag: W/"1"', 'Content-Length: 0')),
    ],
    passes: [
      series(got('tea', 'ETag: "1"'), unchanged('If-None-Match: "1"', 'ETag: "1"', 'Content-Length: x')),
      unchanged('If-None-Match: "1"', 'ETag: "1"', 'Content-Length: 1'),
      cutShort(series(got('tea', 'ETag: "1"'), unchanged('If-None-Match: "1"', 'ETag: "1"', 'Content-Length: 1'))),
      series(
        exchange('GET / HTTP/1.1', [], 'HTTP/1.1 404 Not Found', ['ETag: "1"'], 'tea'),
        unchanged('If-None-Match: "1"', 'ETag: "1"', 'Content-Length: 1'),
      ),
      series(got('tea', 'ETag: "1"'), unchanged('If-None-Match: "2"', 'ETag: "2"', 'Content-Length: 0')),
      series(got('tea', 'ETag: W/"1"'), unchanged('If-None-Match: "1"', 'ETag: "1"', 'Content-Length: 1')),
      series(got('tea', 'ETag: "1"'), unchanged('If-None-Match: "1"', 'Content-Length: 1')),
      series(got('tea', 'ETag: "1"'), unchanged('If-None-Match: "2"', 'Content-Length: 0')),
      series(got('tea', modified), unchanged(since, 'Content-Length: 1')),
      series(got('tea', modified), unchanged(`If-Modified-Since: ${later}`, 'Content-Length: 0')),
      series(got('tea'), unchanged('If-None-Match: "1"', 'Content-Length: 0')),
    ],
  },
  '9112-6.3-explicit-length-preferred': {
    breaks: [endless('GET / HTTP/1.1', 'HTTP/1.1 200 OK')],
    passes: [
      endless('GET / HTTP/1.0', 'HTTP/1.1 200 OK'),
      endless('GET / HTTP/1.1', 'HTTP/1.0 200 OK'),
      endless('HEAD / HTTP/1.1', 'HTTP/1.1 200 OK'),
      endless('GET / HTTP/1.1', 'HTTP/1.1 204 No Content'),
    ],
  },
  '9112-6.3-content-statuses-need-framing': {
    breaks: [kept(endless('GET / HTTP/1.0', 'HTTP/1.0 200 OK'))],
    passes: [
      endless('GET / HTTP/1.1', 'HTTP/1.1 200 OK'),
      closed(endless('GET / HTTP/1.1', 'HTTP/1.1 200 OK')),
      kept(endless('GET / HTTP/2', 'HTTP/2 200')),
      kept(endless('HEAD / HTTP/1.1', 'HTTP/1.1 200 OK')),
      kept(answer('200 OK', 'Content-Length: 0')),
      kept(answer('200 OK', 'Transfer-Encoding: chunked')),
    ],
  },
  '9110-8.6-205-content-length-zero-allowed': {
    breaks: [endless('POST / HTTP/1.1', 'HTTP/1.1 205 Reset Content')],
    passes: [endless('POST / HTTP/2', 'HTTP/2 205'), endless('HEAD / HTTP/1.1', 'HTTP/1.1 205 Reset Content')],
  },
  '9110-8.6-no-content-length-1xx': {
    breaks: [
      answer('100 Continue', 'Content-Length: 0'),
      `${answer('103 Early Hints')}\n< HTTP/1.1 102 Processing\n< Content-Length: 0\n< HTTP/1.1 200 OK`,
    ],
    passes: [answer('200 OK', 'Content-Length: 0')],
  },
  '9112-6.1-no-transfer-encoding-1xx': {
    breaks: [answer('102 Processing', 'Transfer-Encoding: chunked')],
    passes: [answer('200 OK', 'Transfer-Encoding: chunked')],
  },
  '9112-6.1-chunked-last-or-close': {
    breaks: [kept(coded('chunked, gzip'))],
    passes: [
      coded('gzip'),
      kept(coded('gzip, chunked')),
      kept(exchange('GET / HTTP/2', [], 'HTTP/2 200', ['transfer-encoding: gzip'])),
      kept(exchange('HEAD / HTTP/1.1', [], 'HTTP/1.1 200 OK', ['Transfer-Encoding: gzip'])),
    ],
  },
  '9112-7.4-transfer-coding-only-if-te': {
    breaks: [
      [coded('gzip', 'TE: deflate'), 'The client did not say in TE that it takes the transfer coding "gzip".'],
      coded('gzip', 'TE: gzip;q=0'),
    ],
    passes: [
      coded('GZip', 'TE: gzip;q=0.1'),
      coded('x-gzip', 'TE: gzip'),
      coded('gzip', 'TE: x-gzip'),
      exchange('GET / HTTP/2', [], 'HTTP/2 200', ['transfer-encoding: gzip']),
    ],
  },
  '9112-7.1-chunked-grammar': {
    breaks: [
      [
        `# surplus 5\n${coded('gzip, chunked')}`,
        'After the last chunk and the empty line 5 more bytes came, which begin no other response.',
      ],
    ],
    passes: [
      coded('chunked'),
      `# surplus 5\n${coded('gzip')}`,
      `# surplus 5\n${exchange('HEAD / HTTP/1.1', [], 'HTTP/1.1 200 OK', ['Transfer-Encoding: chunked'])}`,
      `# surplus 5\n${exchange('GET / HTTP/2', [], 'HTTP/2 200', ['transfer-encoding: chunked'])}`,
    ],
  },
  '9110-6.2-version-highest-conformant': {
    breaks: [series(answer('200 OK'), exchange('GET / HTTP/1.1', [], 'HTTP/1.0 200 OK', []))],
    passes: [
      series(
        exchange('GET / HTTP/1.1', [], 'HTTP/1.0 200 OK', []),
        exchange('GET / HTTP/1.1', [], 'HTTP/1.0 200 OK', []),
      ),
      series(answer('200 OK'), exchange('GET /other HTTP/1.1', [], 'HTTP/1.0 200 OK', [])),
      series(answer('200 OK'), answer('200 OK')),
    ],
  },
  '9110-6.5.1-custom-trailer-only-if-defined': {
    breaks: [
      [
        `# trailer AGE: 1\n${coded('chunked')}`,
        'The field AGE is sent after the content, where recipients have to ignore it: it works only before.',
      ],
    ],
    passes: [`# trailer X-Note: tea\n${coded('chunked')}`, coded('chunked')],
  },
  '9110-6.6.2-trailer-field-announces': {
    breaks: [`# trailer A: 1\n# trailer B: 1\n${answer('200 OK', 'Trailer: a')}`],
    passes: [`# trailer A: 1\n# trailer B: 1\n${answer('200 OK', 'Trailer: a, b, c')}`, coded('chunked')],
  },
  '9112-6.1-close-after-cl-and-te': {
    breaks: [kept(asked(['Content-Length: 0', 'Transfer-Encoding: chunked'], '204 No Content', 'POST / HTTP/1.0'))],
    passes: [
      asked(['Content-Length: 0', 'Transfer-Encoding: chunked']),
      kept(asked(['Content-Length: 0'])),
      kept(asked(['Transfer-Encoding: chunked'])),
      kept(asked(['Content-Length: 0', 'Transfer-Encoding: chunked'], '204 No Content', 'POST / HTTP/2')),
    ],
  },
  '9112-6.1-http10-with-te-close': {
    passes: [kept(asked(['Transfer-Encoding: chunked'])), kept(asked([], '204 No Content', 'POST / HTTP/1.0'))],
  },
  '9112-6.3-bad-te-request-400-close': {
    breaks: [
      [
        asked(['Transfer-Encoding: chunked, gzip'], '404 Not Found'),
        'The last transfer coding of the request is not chunked, so nobody can tell where its content ends, yet the ' +
          'answer is 404 and not 400.',
      ],
      [
        kept(asked(['Transfer-Encoding: gzip'], '501 Not Implemented')),
        'The last transfer coding of the request is not chunked, so nobody can tell where its content ends, yet the ' +
          'connection stays open.',
      ],
    ],
    passes: [
      asked(['Transfer-Encoding: gzip'], '400 Bad Request'),
      asked(['Transfer-Encoding: gzip'], '500 Internal Server Error'),
      asked(['Transfer-Encoding: gzip'], '413 Content Too Large'),
      asked(['Transfer-Encoding: gzip, chunked']),
      // Whose framing is faulty anyhow: 9112-6.1-http10-with-te-close.
      asked(['Transfer-Encoding: gzip'], '204 No Content', 'POST / HTTP/1.0'),
    ],
  },
  '9112-6.3-bad-cl-request-400-close': {
    breaks: [
      asked(['Content-Length:']),
      asked(['Content-Length: 0, 1']),
      asked(['Content-Length: 1x', 'Content-Length: 1x']),
    ],
    passes: [
      asked(['Content-Length: 0, 0']),
      asked(['Content-Length: 0', 'Content-Length: 0']),
      asked(['Content-Length: 1x', 'Transfer-Encoding: chunked']),
      asked(['Content-Length: 1x'], '204 No Content', 'POST / HTTP/2'),
    ],
  },
  '9112-6.1-unknown-te': {
    breaks: [asked(['Transfer-Encoding: brew;leaves=2, gzip, chunked'])],
    passes: [
      asked(['Transfer-Encoding: brew, chunked'], '400 Bad Request'),
      asked(['Transfer-Encoding: brew, chunked'], '501 Not Implemented'),
      asked(['Transfer-Encoding: X-GZip, chunked']),
      asked(['Transfer-Encoding: brew']),
      asked(['Transfer-Encoding: brew, chunked'], '204 No Content', 'POST / HTTP/1.0'),
    ],
  },
  '9112-3.2-host-missing': {
    breaks: [noHost('GET / HTTP/1.1', '404 Not Found')],
    passes: [
      noHost('GET / HTTP/1.0', '404 Not Found'),
      noHost('GET / HTTP/1.1', '500 Internal Server Error'),
      noHost('GET / HTTP/1.1', '431 Request Header Fields Too Large'),
    ],
  },
  '9112-3.2-host-multiple': {
    passes: [asked(['Host: a.example', 'Host: a.example'], '204 No Content', 'POST / HTTP/2')],
  },
  '9112-3.2-host-invalid': {
    passes: [
      asked(['Host:']),
      asked(['Host: [::1]:8080']),
      asked(['Host: api example', 'Host: api.example']),
      asked(['Host: api example'], '204 No Content', 'POST / HTTP/2'),
    ],
  },
  '9112-3.2.2-absolute-form': {
    breaks: [
      [
        answers(['GET /?a HTTP/1.1', '204 No Content'], ['GET HTTP://API.example?a HTTP/1.1', '400 Bad Request']),
        'The target as an absolute URI gets 400, the same as a path gets 204.',
      ],
      answers(['DELETE /a HTTP/1.1', '200 OK'], ['DELETE http://api.example/a HTTP/1.1', '400 Bad Request']),
    ],
    passes: [
      answers(['GET /a HTTP/1.1', '302 Found'], ['GET http://api.example/a HTTP/1.1', '404 Not Found']),
      answers(['GET /a HTTP/1.1', '200 OK'], ['GET http://api.example/a HTTP/1.1', '403 Forbidden']),
      answers(['GET /a HTTP/1.1', '200 OK'], ['POST http://api.example/a HTTP/1.1', '404 Not Found']),
      answers(['GET /a HTTP/1.1', '200 OK'], ['GET http://api.example/b HTTP/1.1', '404 Not Found']),
      answers(['GET /a HTTP/1.1', '200 OK'], ['GET http://shop.example/a HTTP/1.1', '404 Not Found']),
      answers(['GET /a HTTP/1.1', '200 OK'], ['GET http://api.example/a#b HTTP/1.1', '400 Bad Request']),
      answers(['GET /a HTTP/1.1', '200 OK'], ['GET x-http://api.example/a HTTP/1.1', '404 Not Found']),
      series(
        asked(['Authorization: Basic YTph'], '200 OK', 'GET /a HTTP/1.1'),
        asked([], '404 Not Found', 'GET http://api.example/a HTTP/1.1'),
      ),
      series(
        asked(['Host: api.example'], '200 OK', 'GET /a HTTP/2'),
        asked(['Host: api.example'], '404 Not Found', 'GET http://api.example/a HTTP/2'),
      ),
      // Gone by now.
      answers(['DELETE /a HTTP/1.1', '204 No Content'], ['DELETE http://api.example/a HTTP/1.1', '404 Not Found']),
      answers(
        ['GET /a HTTP/1.1', '200 OK'],
        ['DELETE /a HTTP/1.1', '204 No Content'],
        ['GET http://api.example/a HTTP/1.1', '404 Not Found'],
      ),
      // Without Host there is none to be the same as.
      answers(['GET /a HTTP/1.0', '200 OK'], ['GET http://api.example/a HTTP/1.0', '404 Not Found']),
      answers(['OPTIONS / HTTP/1.0', '200 OK'], ['OPTIONS * HTTP/1.0', '404 Not Found']),
    ],
  },
  '9112-5.1-space-before-colon': {
    breaks: [asked(['X-Note␉: tea'])],
    passes: [
      asked(['X Note: tea']),
      asked(['X-Note : tea'], '204 No Content', 'POST / HTTP/2'),
      asked(['X-Note : tea'], '500 Internal Server Error'),
    ],
  },
  '9112-2.2-bad-message': {
    breaks: [
      asked([], '204 No Content', 'PO(ST) / HTTP/1.1'),
      [asked(['X Note: tea']), 'The request does not follow the grammar, yet the answer is 204 and not 400.'],
      [
        kept(asked(['X Note: tea'], '400 Bad Request')),
        'The request does not follow the grammar, yet the connection stays open.',
      ],
    ],
    passes: [
      asked(['X-Note : tea']),
      kept(asked(['X Note: tea'], '500 Internal Server Error')),
      asked(['X Note: tea'], '400 Bad Request'),
      asked(['X Note: tea'], '204 No Content', 'POST / HTTP/2'),
    ],
  },
  '9112-3.2-invalid-request-line': {
    breaks: [
      asked([], '204 No Content', 'POST /␡ HTTP/1.1'),
      asked([], '204 No Content', 'POST /␀ HTTP/1.1'),
      asked([], '308 Permanent Redirect', 'POST /a␠b HTTP/1.1'),
    ],
    passes: [asked([], '204 No Content', 'POST /! HTTP/1.1'), asked([], '204 No Content', 'POST /a␠b HTTP/2')],
  },
  '9113-8.2.1-400-malformed': {
    breaks: [
      asked(['x-note␡: tea'], '399 Odd', 'POST / HTTP/2'),
      asked(['x-note: tea␀'], '204 No Content', 'POST / HTTP/2'),
      asked(['x-note: tea␍pie'], '204 No Content', 'POST / HTTP/2'),
      asked(['x-noté: tea'], '204 No Content', 'POST / HTTP/2'),
    ],
    passes: [
      asked(['x-note␡: tea'], '403 Forbidden', 'POST / HTTP/2'),
      asked(['x-note: thé et café'], '204 No Content', 'POST / HTTP/2'),
      asked(['x note: tea'], '204 No Content', 'POST / HTTP/1.1'),
    ],
  },
}
