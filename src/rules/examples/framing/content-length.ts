import type { RuleExample } from '../example.ts'

export const contentLengthExamples: readonly RuleExample[] = [
  {
    rule: '9110-8.6-content-length-digits',
    passes: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Content-Length: 3
      <
      < tea
      `,
      `
      > PUT /orders/42 HTTP/1.1
      < HTTP/1.1 201 Created
      < Content-Length: 0
      `,
    ],
    breaks: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Content-Length: NaN
      <
      < tea
      `,
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Content-Length: +3
      <
      < tea
      `,
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Content-Length: 3, 3
      <
      < tea
      `,
    ],
  },
  {
    rule: '9112-6.3-content-length-matches-body',
    passes: [
      `
      > GET /menu HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Content-Length: 5
      <
      < café
      `,
    ],
    breaks: [
      `
      # surplus 1
      > GET /menu HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Content-Length: 4
      <
      < cafe
      `,
      `
      # incomplete
      # closed
      > GET /menu HTTP/1.1
      < HTTP/1.1 500 Internal Server Error
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      < Content-Length: 5000
      <
      < The kitchen burnt down.
      `,
      `
      > GET /menu HTTP/2
      < HTTP/2 200
      < content-type: text/plain; charset=utf-8
      < content-length: 4
      <
      < café
      `,
    ],
  },
  {
    rule: '9110-8.6-head-content-length-equals-get',
    passes: [
      `
      > GET /orders/7 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 7
      > HEAD /orders/7 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      < Content-Length: 10
      `,
    ],
    breaks: [
      `
      > GET /nowhere HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Security-Policy: default-src 'none'
      < X-Content-Type-Options: nosniff
      < Content-Type: text/html; charset=utf-8
      <
      < <!DOCTYPE html><html lang="en"><body><pre>Cannot GET /nowhere</pre></body></html>
      > GET /nowhere HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Security-Policy: default-src 'none'
      < X-Content-Type-Options: nosniff
      < Content-Type: text/html; charset=utf-8
      <
      < <!DOCTYPE html><html lang="en"><body><pre>Cannot GET /nowhere</pre></body></html>
      > HEAD /nowhere HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Security-Policy: default-src 'none'
      < X-Content-Type-Options: nosniff
      < Content-Type: text/html; charset=utf-8
      < Content-Length: 82
      `,
      `
      > GET /menu HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      <
      < tea
      > HEAD /menu HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Content-Length: 0
      `,
      `
      > GET /menu HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < ETag: "v1"
      <
      < tea
      > HEAD /menu HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < ETag: "v1"
      < Content-Length: 5
      `,
      `
      > GET /menu HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      <
      < tea
      > GET /menu HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      <
      < tea
      > HEAD /menu HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Content-Length: 5
      `,
    ],
  },
  {
    rule: '9110-8.6-304-content-length-must-equal-200',
    passes: [
      `
      > GET /menu HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < ETag: "v1"
      <
      < tea
      > GET /menu HTTP/1.1
      > If-None-Match: "v1"
      < HTTP/1.1 304 Not Modified
      < ETag: "v1"
      < Content-Length: 3
      `,
    ],
    breaks: [
      `
      > GET /menu HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < ETag: "v1"
      <
      < tea
      > GET /menu HTTP/1.1
      > If-None-Match: "v1"
      < HTTP/1.1 304 Not Modified
      < ETag: "v1"
      < Content-Length: 9
      `,
      `
      > GET /menu HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < ETag: W/"v1"
      <
      < tea
      > GET /menu HTTP/1.1
      > If-None-Match: W/"v1"
      < HTTP/1.1 304 Not Modified
      < ETag: W/"v1"
      < Content-Length: 0
      `,
    ],
  },
]
