import type { RuleExample } from '../example.ts'

export const transferCodingExamples: readonly RuleExample[] = [
  {
    rule: '9112-6.2-no-cl-with-te',
    passes: [
      `
      > GET /menu HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Transfer-Encoding: chunked
      <
      < tea
      `,
    ],
    breaks: [
      `
      > GET /menu HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Content-Length: 3
      < Transfer-Encoding: chunked
      <
      < tea
      `,
    ],
  },
  {
    rule: '9112-6.1-no-te-to-http10',
    passes: [
      `
      # as is
      # closed
      > GET /menu HTTP/1.0
      < HTTP/1.1 200 OK
      < Date: Sat, 21 Nov 2026 08:00:00 GMT
      < Content-Type: text/plain; charset=utf-8
      < Connection: close
      <
      < tea
      `,
    ],
    breaks: [
      `
      # closed
      > GET /menu HTTP/1.0
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Connection: close
      < Transfer-Encoding: chunked
      <
      < tea
      `,
    ],
  },
  {
    rule: '9112-6.1-chunked-once',
    passes: [
      `
      > GET /menu HTTP/1.1
      > Connection: TE
      > TE: gzip
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Transfer-Encoding: gzip, chunked
      <
      < tea
      `,
    ],
    breaks: [
      `
      > GET /menu HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Transfer-Encoding: chunked
      < Transfer-Encoding: chunked
      <
      < tea
      `,
      `
      > GET /menu HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Transfer-Encoding: chunked, Chunked
      <
      < tea
      `,
    ],
  },
  {
    rule: '9112-6.1-chunked-last-or-close',
    passes: [
      `
      # closed
      > GET /menu HTTP/1.1
      > Connection: TE
      > TE: gzip
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Connection: close
      < Transfer-Encoding: gzip
      <
      < tea
      `,
    ],
    breaks: [
      `
      # kept
      # incomplete
      > GET /menu HTTP/1.1
      > Connection: TE
      > TE: gzip
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Transfer-Encoding: gzip
      <
      < tea
      `,
    ],
  },
  {
    rule: '9112-7.4-transfer-coding-only-if-te',
    passes: [
      `
      > GET /menu HTTP/1.1
      > Connection: TE
      > TE: trailers, deflate;q=0.5
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Transfer-Encoding: deflate, chunked
      <
      < tea
      `,
    ],
    breaks: [
      `
      > GET /menu HTTP/1.1
      > Accept-Encoding: gzip
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Transfer-Encoding: gzip, chunked
      <
      < tea
      `,
    ],
  },
  {
    rule: '9112-7.1-chunked-grammar',
    passes: [
      `
      # kept
      > GET /menu HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Transfer-Encoding: chunked
      <
      < tea
      `,
    ],
    breaks: [
      `
      # incomplete
      # chunks the size 0x3 is no hexadecimal number
      > GET /menu HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Transfer-Encoding: chunked
      `,
      `
      # surplus 5
      > GET /menu HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Transfer-Encoding: chunked
      <
      < tea
      `,
    ],
  },
]
