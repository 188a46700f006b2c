import type { RuleExample } from '../example.ts'

export const requestFramingExamples: readonly RuleExample[] = [
  {
    rule: '9112-6.1-close-after-cl-and-te',
    passes: [
      `
      # closed
      > POST /orders HTTP/1.1
      > Content-Type: text/plain
      > Content-Length: 3
      > Transfer-Encoding: chunked
      >
      > tea
      < HTTP/1.1 400 Bad Request
      < Connection: close
      < Content-Type: text/plain; charset=utf-8
      <
      < Brewing has failed; try again with other leaves.
      `,
    ],
    breaks: [
      `
      # kept
      > POST /orders HTTP/1.1
      > Content-Type: text/plain
      > Content-Length: 3
      > Transfer-Encoding: chunked
      >
      > tea
      < HTTP/1.1 204 No Content
      `,
    ],
  },
  {
    rule: '9112-6.1-http10-with-te-close',
    passes: [
      `
      # closed
      > POST /orders HTTP/1.0
      > Content-Type: text/plain
      > Transfer-Encoding: chunked
      >
      > tea
      < HTTP/1.1 204 No Content
      < Connection: close
      `,
    ],
    breaks: [
      `
      # kept
      > POST /orders HTTP/1.0
      > Connection: keep-alive
      > Content-Type: text/plain
      > Transfer-Encoding: chunked
      >
      > tea
      < HTTP/1.1 204 No Content
      < Connection: keep-alive
      `,
    ],
  },
  {
    rule: '9112-6.3-bad-te-request-400-close',
    passes: [
      `
      # closed
      > POST /orders HTTP/1.1
      > Transfer-Encoding: chunked, gzip
      < HTTP/1.1 400 Bad Request
      < Connection: close
      < Content-Type: text/plain; charset=utf-8
      <
      < Brewing has failed; try again with other leaves.
      `,
      `
      # closed
      > POST /orders HTTP/1.1
      > Transfer-Encoding: gzip
      < HTTP/1.1 501 Not Implemented
      < Cache-Control: no-store
      < Connection: close
      < Content-Type: text/plain; charset=utf-8
      <
      < Brewing has failed; try again with other leaves.
      `,
    ],
    breaks: [
      `
      # closed
      > POST /orders HTTP/1.1
      > Transfer-Encoding: gzip
      < HTTP/1.1 204 No Content
      < Connection: close
      `,
      `
      # kept
      > POST /orders HTTP/1.1
      > Transfer-Encoding: gzip
      < HTTP/1.1 400 Bad Request
      < Content-Type: text/plain; charset=utf-8
      <
      < Brewing has failed; try again with other leaves.
      `,
    ],
  },
  {
    rule: '9112-6.3-bad-cl-request-400-close',
    passes: [
      `
      # closed
      > POST /orders HTTP/1.1
      > Content-Length: 3, 4
      < HTTP/1.1 400 Bad Request
      < Connection: close
      < Content-Type: text/plain; charset=utf-8
      <
      < Brewing has failed; try again with other leaves.
      `,
    ],
    breaks: [
      `
      # closed
      > POST /orders HTTP/1.1
      > Content-Length: -1
      < HTTP/1.1 204 No Content
      < Connection: close
      `,
      `
      # kept
      > POST /orders HTTP/1.1
      > Content-Length: 3x
      < HTTP/1.1 400 Bad Request
      < Content-Type: text/plain; charset=utf-8
      <
      < Brewing has failed; try again with other leaves.
      `,
    ],
  },
  {
    rule: '9112-6.1-unknown-te',
    passes: [
      `
      # closed
      > POST /orders HTTP/1.1
      > Transfer-Encoding: brew, chunked
      < HTTP/1.1 501 Not Implemented
      < Cache-Control: no-store
      < Connection: close
      < Content-Type: text/plain; charset=utf-8
      <
      < Brewing has failed; try again with other leaves.
      `,
    ],
    breaks: [
      `
      > POST /orders HTTP/1.1
      > Transfer-Encoding: brew, chunked
      < HTTP/1.1 204 No Content
      `,
    ],
  },
]
