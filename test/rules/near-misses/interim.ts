import { answer, exchange, type NearMisses } from './near-miss.ts'

const closed = (transcript: string): string => `# closed\n${transcript}`

/** An interim response that is followed by a final one. */
const first = (requestLine: string, requestFields: readonly string[], interim: string, final: string): string =>
  `${exchange(requestLine, requestFields, `HTTP/1.1 ${interim}`, [])}\n< HTTP/1.1 ${final}`

/** PUT with some fields and three bytes of content, and the last that came of the answer. */
const put = (fields: readonly string[], status: string, ...responseFields: readonly string[]): string =>
  putOf('1.1', fields, `HTTP/1.1 ${status}`, ...responseFields)

/** As `put`, of a version, with the status line that came. */
const putOf = (
  version: string,
  fields: readonly string[],
  statusLine: string,
  ...responseFields: readonly string[]
): string => exchange(`PUT / HTTP/${version}`, [...fields, '', 'tea'], statusLine, responseFields)

const expects = ['Expect: 100-continue']

export const interim: NearMisses = {
  '9110-15.2-no-1xx-to-http10': {
    breaks: [
      [
        first('GET / HTTP/1.0', [], '102 Processing', '200 OK'),
        'The request was HTTP/1.0, which knows no interim responses: its client takes the 102 for the final one.',
      ],
      exchange('GET / HTTP/1.0', [], 'HTTP/1.1 103 Early Hints', []),
    ],
    passes: [
      first('GET / HTTP/1.1', [], '102 Processing', '200 OK'),
      // Which has rules of its own.
      exchange('GET / HTTP/1.0', [], 'HTTP/1.1 101 Switching Protocols', []),
    ],
  },
  '9110-15.2-1xx-ends-at-header-section': {
    breaks: [
      [
        `# surplus 1\n${answer('103 Early Hints')}`,
        'What comes after the fields of the 103 is not a response: an interim response has no content.',
      ],
      `# trailer X-Note: tea\n${answer('103 Early Hints')}`,
    ],
    passes: [
      answer('103 Early Hints'),
      `# surplus 1\n${answer('101 Switching Protocols')}`,
      `# surplus 1\n${answer('200 OK')}`,
      `# surplus 1\n${first('GET / HTTP/1.1', [], '103 Early Hints', '200 OK')}`,
    ],
  },
  '2518-10.1-102-then-final': {
    passes: [
      answer('102 Processing'),
      `# kept\n${answer('102 Processing')}`,
      closed(answer('103 Early Hints')),
      closed(first('GET / HTTP/1.1', [], '102 Processing', '200 OK')),
    ],
  },
  '9110-10.1.1-100-http10-expect-ignored': {
    breaks: [
      [
        putOf('1.0', expects, 'HTTP/1.1 100 Continue'),
        'The expectation of a request of HTTP/1.0 counts for nothing, yet it got a 100.',
      ],
      [
        putOf('1.0', ['Expect: 100-Continue'], 'HTTP/1.1 417 Expectation Failed'),
        'The expectation of a request of HTTP/1.0 counts for nothing, yet it got a 417.',
      ],
      first('GET / HTTP/1.0', ['Expect: tea, 100-continue'], '100 Continue', '200 OK'),
    ],
    passes: [
      putOf('1.0', ['Expect: 100-continue, tea'], 'HTTP/1.1 417 Expectation Failed'),
      putOf('1.0', ['Expect: tea'], 'HTTP/1.1 417 Expectation Failed'),
      putOf('1.0', expects, 'HTTP/1.1 413 Content Too Large'),
      first('GET / HTTP/1.0', expects, '103 Early Hints', '200 OK'),
      put(expects, '100 Continue'),
    ],
  },
  '9110-10.1.1-100-followed-by-final': {
    breaks: [
      closed(put(['Content-Length: 3'], '100 Continue')),
      closed(put(['Content-Length: 2'], '100 Continue')),
      closed(answer('100 Continue')),
    ],
    passes: [
      put(['Content-Length: 3'], '100 Continue'),
      `# kept\n${put(['Content-Length: 3'], '100 Continue')}`,
      closed(put(['Content-Length: 3'], '102 Processing')),
      closed(first('GET / HTTP/1.1', [], '100 Continue', '200 OK')),
      // More may have been to come.
      closed(put(['Content-Length: 4'], '100 Continue')),
      closed(put(['Content-Length: 3', 'Transfer-Encoding: chunked'], '100 Continue')),
      closed(put(['Content-Length: 3x'], '100 Continue')),
      closed(put(['Content-Length: 3', 'Content-Length: 3'], '100 Continue')),
    ],
  },
  '9110-10.1.1-100-final-early-says-close-or-read-4xx': {
    breaks: [
      closed(put(['Content-Length: 4'], '400 Bad Request')),
      closed(put(['Content-Length: 4'], '500 Internal Server Error', 'Connection: closed')),
    ],
    passes: [
      put(['Content-Length: 4'], '400 Bad Request'),
      `# kept\n${put(['Content-Length: 4'], '400 Bad Request')}`,
      closed(put(['Content-Length: 4'], '400 Bad Request', 'Connection: Close')),
      closed(put(['Content-Length: 3'], '400 Bad Request')),
      closed(put(['Content-Length: 4', 'Transfer-Encoding: chunked'], '400 Bad Request')),
      closed(put(['Content-Length: 4, 4'], '400 Bad Request')),
      closed(putOf('1.0', ['Content-Length: 4'], 'HTTP/1.1 400 Bad Request')),
      closed(putOf('1.1', ['Content-Length: 4'], 'HTTP/1.0 400 Bad Request')),
      closed(putOf('2', ['Content-Length: 4'], 'HTTP/2 400')),
    ],
  },
  '9110-15.2.2-101-has-upgrade': {
    breaks: [
      exchange('GET / HTTP/1.1', [], 'HTTP/1.0 101 Switching Protocols', []),
      answer('101 Switching Protocols', 'Upgrade: ,'),
    ],
    passes: [exchange('GET / HTTP/2', [], 'HTTP/2 101', [])],
  },
}
