import type { RuleExample } from '../example.ts'

export const contentCodingExamples: readonly RuleExample[] = [
  {
    rule: '9110-8.4-content-encoding-declared',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Accept-Encoding: br
      < HTTP/1.1 200 OK
      < Content-Encoding: br
      < Vary: Accept-Encoding
      < Content-Type: application/json
      <
      < (in Brotli)
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      > Accept-Encoding: gzip
      < HTTP/1.1 200 OK
      < Content-Encoding: gzip
      < Vary: Accept-Encoding
      < Content-Type: application/json
      <
      < [1, 2]
      `,
      `
      > GET /orders HTTP/1.1
      > Accept-Encoding: deflate
      < HTTP/1.1 500 Internal Server Error
      < Content-Encoding: deflate
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < The server failed; try again later.
      `,
    ],
  },
  {
    rule: '9110-8.4-content-encoding-no-identity',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Accept-Encoding: br
      < HTTP/1.1 200 OK
      < Content-Encoding: br
      < Vary: Accept-Encoding
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Encoding: identity
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
]
