import type { RuleExample } from '../example.ts'

export const validatorExamples: readonly RuleExample[] = [
  {
    rule: '9110-8.8.3-etag-syntax',
    passes: [answer('ETag: "v1"'), answer('ETag: W/"a,b;c=d"'), answer('ETag: ""')],
    breaks: [
      answer('ETag: v1'),
      answer('ETag: w/"v1"'),
      answer('ETag: "say "hi""'),
      answer('ETag: "v1"', 'ETag: "v2"'),
    ],
  },
  {
    rule: '9110-8.8.3-etag-no-backslash',
    passes: [answer('ETag: "a-b_c"')],
    breaks: [answer('ETag: "a\\b"')],
  },
  {
    rule: '9110-8.8.3-etag-weak-when-not-strong',
    passes: [`${answer('ETag: "v1"')}${answer('ETag: "v1"')}`],
    breaks: [
      `${answer('ETag: "v1"')}
      > GET /report HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < ETag: "v1"
      <
      < 9876543210
      `,
      `${answer('ETag: "v1"')}
      > GET /report HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < ETag: "v1"
      <
      < 01234567
      `,
    ],
  },
  {
    rule: '9110-8.8.3.3-etag-coding-distinct',
    passes: [`${answer('ETag: "v1"')}${answer('ETag: "v1"')}`],
    breaks: [
      `${answer('ETag: "v1"', 'Vary: Accept-Encoding')}
      > GET /report HTTP/1.1
      > Accept-Encoding: br
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Content-Encoding: br
      < Vary: Accept-Encoding
      < ETag: "v1"
      <
      < (brotli)
      `,
    ],
  },
  {
    rule: '9110-8.8.2.1-last-modified-not-future',
    passes: [
      answer('Last-Modified: Sat, 21 Nov 2026 08:00:00 GMT'),
      answer('Last-Modified: Mon, 03 Jan 2000 00:00:00 GMT'),
    ],
    breaks: [answer('Last-Modified: Sat, 21 Nov 2026 08:00:01 GMT')],
  },
]

function answer(...fields: readonly string[]): string {
  return `
      > GET /report HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      ${fields.map((field) => `< ${field}`).join('\n')}
      <
      < 0123456789
      `
}
