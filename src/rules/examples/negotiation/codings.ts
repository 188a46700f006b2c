import type { RuleExample } from '../example.ts'

export const codingsExamples: readonly RuleExample[] = [
  {
    rule: '9110-12.5.3-ae-listed-nonzero',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Accept-Encoding: br, gzip;q=0
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Vary: Accept-Encoding
      < Content-Encoding: br
      <
      < (some coded content)
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      > Accept-Encoding: br;q=0, gzip
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Vary: Accept-Encoding
      < Content-Encoding: br
      <
      < (some coded content)
      `,
      `
      > GET /orders HTTP/1.1
      > Accept-Encoding: gzip, *;q=0
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Vary: Accept-Encoding
      < Content-Encoding: br
      <
      < (some coded content)
      `,
    ],
  },
  {
    rule: '9110-12.5.3-ae-empty',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Accept-Encoding: br
      < HTTP/1.1 200 OK
      < Content-Type: text/plain
      < Content-Encoding: br
      < Vary: Accept-Encoding
      <
      < (some coded content)
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      > Accept-Encoding: 
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Vary: Accept-Encoding
      < Content-Encoding: br
      <
      < (some coded content)
      `,
    ],
  },
  {
    rule: '9110-12.5.3-ae-none-acceptable-identity',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Accept-Encoding: *
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Vary: Accept-Encoding
      < Content-Encoding: br
      <
      < (some coded content)
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      > Accept-Encoding: gzip, deflate
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Vary: Accept-Encoding
      < Content-Encoding: br
      <
      < (some coded content)
      `,
    ],
  },
  {
    rule: '9110-8.4.1.3-x-gzip-alias',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Accept-Encoding: x-gzip;q=0, br
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Vary: Accept-Encoding
      < Content-Encoding: br
      <
      < (some coded content)
      `,
    ],
    breaks: [
      `
      > HEAD /orders HTTP/1.1
      > Accept-Encoding: x-gzip;q=0, br
      < HTTP/1.1 200 OK
      < Content-Type: text/plain
      < Content-Encoding: gzip
      < Vary: Accept-Encoding
      `,
    ],
  },
  {
    rule: '9110-8.4.1.1-x-compress-alias',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Accept-Encoding: x-compress;q=0, br
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Vary: Accept-Encoding
      < Content-Encoding: br
      <
      < (some coded content)
      `,
    ],
    breaks: [
      `
      > HEAD /orders HTTP/1.1
      > Accept-Encoding: x-compress;q=0, br
      < HTTP/1.1 200 OK
      < Content-Type: text/plain
      < Content-Encoding: compress
      < Vary: Accept-Encoding
      `,
    ],
  },
  {
    rule: '9110-12.5.3-ae-highest-q',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Accept-Encoding: br
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Vary: Accept-Encoding
      < Content-Encoding: br
      <
      < (some coded content)
      > GET /orders HTTP/1.1
      > Accept-Encoding: br, dcb;q=0.5
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Vary: Accept-Encoding
      < Content-Encoding: br
      <
      < (some coded content)
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      > Accept-Encoding: dcb
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Vary: Accept-Encoding
      < Content-Encoding: dcb
      <
      < (some coded content)
      > GET /orders HTTP/1.1
      > Accept-Encoding: br;q=0.5, dcb
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Vary: Accept-Encoding
      < Content-Encoding: br
      <
      < (some coded content)
      `,
    ],
  },
]
