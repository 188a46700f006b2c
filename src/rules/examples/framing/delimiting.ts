import type { RuleExample } from '../example.ts'

export const delimitingExamples: readonly RuleExample[] = [
  {
    rule: '9112-6.3-explicit-length-preferred',
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
      # as is
      # closed
      > GET /menu HTTP/1.1
      > Host: api.example
      < HTTP/1.1 200 OK
      < Date: Sat, 21 Nov 2026 08:00:00 GMT
      < Content-Type: text/plain; charset=utf-8
      < Connection: close
      <
      < tea
      `,
    ],
  },
  {
    rule: '9112-6.3-content-statuses-need-framing',
    passes: [
      `
      # kept
      > PUT /orders/42 HTTP/1.1
      < HTTP/1.1 201 Created
      < Content-Length: 0
      `,
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
      # as is
      # kept
      # incomplete
      > PUT /orders/42 HTTP/1.1
      > Host: api.example
      < HTTP/1.1 201 Created
      < Date: Sat, 21 Nov 2026 08:00:00 GMT
      `,
      `
      # as is
      # kept
      # incomplete
      > GET /orders/7 HTTP/1.1
      > Host: api.example
      < HTTP/1.1 404 Not Found
      < Date: Sat, 21 Nov 2026 08:00:00 GMT
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 7
      `,
    ],
    also: ['9112-6.3-explicit-length-preferred'],
  },
  {
    rule: '9110-8.6-205-content-length-zero-allowed',
    passes: [
      `
      > POST /form HTTP/1.1
      < HTTP/1.1 205 Reset Content
      < Content-Length: 0
      `,
    ],
    breaks: [
      `
      > POST /form HTTP/1.1
      < HTTP/1.1 205 Reset Content
      < Transfer-Encoding: chunked
      `,
    ],
  },
]
