import type { RuleExample } from '../example.ts'

export const dateExamples: readonly RuleExample[] = [
  {
    rule: '9110-6.6.1-date-2xx',
    passes: [
      `
      > POST /orders HTTP/1.1
      < HTTP/1.1 204 No Content
      < Date: Sat, 21 Nov 2026 08:00:00 GMT
      `,
    ],
    breaks: [
      `
      # as is
      > POST /orders HTTP/1.1
      > Host: api.example
      < HTTP/1.1 204 No Content
      `,
    ],
  },
  {
    rule: '9110-6.6.1-date-3xx',
    passes: [
      `
      > GET /menu HTTP/1.1
      > If-None-Match: "v1"
      < HTTP/1.1 304 Not Modified
      < Date: Sat, 21 Nov 2026 08:00:00 GMT
      < ETag: "v1"
      `,
    ],
    breaks: [
      `
      # as is
      > GET /menu HTTP/1.1
      > Host: api.example
      > If-None-Match: "v1"
      < HTTP/1.1 304 Not Modified
      < ETag: "v1"
      `,
    ],
  },
  {
    rule: '9110-6.6.1-date-4xx',
    passes: [
      `
      # closed
      > GET /menu HTTP/1.1
      < HTTP/1.1 400 Bad Request
      < Date: Sat, 21 Nov 2026 08:00:00 GMT
      < Connection: close
      < Content-Type: text/plain; charset=utf-8
      <
      < Brewing has failed; try again with other leaves.
      `,
    ],
    breaks: [
      `
      # as is
      # closed
      > GET /menu HTTP/1.1
      > Host: api.example
      < HTTP/1.1 431 Request Header Fields Too Large
      < Cache-Control: no-store
      < Connection: close
      < Content-Type: text/plain; charset=utf-8
      < Content-Length: 48
      <
      < Brewing has failed; try again with other leaves.
      `,
    ],
  },
]
