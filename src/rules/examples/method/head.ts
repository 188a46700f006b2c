import type { RuleExample } from '../example.ts'

export const headExamples: readonly RuleExample[] = [
  {
    rule: '9110-9.3.2-head-no-content',
    passes: [
      `
      > HEAD /orders/7 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      < Content-Length: 20
      `,
    ],
    breaks: [
      `
      > HEAD /orders/7 HTTP/2
      < HTTP/2 404
      < content-type: text/plain; charset=utf-8
      < content-length: 20
      <
      < No order 7 is here.
      `,
      `
      # surplus 27
      > HEAD /orders/42 HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Content-Length: 27
      `,
      `
      # surplus 5
      > HEAD /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json
      < Transfer-Encoding: chunked
      `,
    ],
  },
  {
    rule: '9110-9.3.2-head-same-fields',
    passes: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Cache-Control: max-age=60
      < ETag: "a1"
      < Vary: Accept-Encoding
      <
      < {"id":42}
      > HEAD /orders/42 HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Cache-Control: max-age=58
      < Vary: Accept-Encoding
      `,
    ],
    breaks: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < ETag: "a1"
      <
      < {"id":42}
      > HEAD /orders/42 HTTP/1.1
      < HTTP/1.1 200 OK
      < ETag: "a1"
      `,
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json
      <
      < {"status":404,"title":"Not Found","detail":"No order 42 is here."}
      > HEAD /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/html; charset=utf-8
      `,
      `
      > GET /old HTTP/1.1
      < HTTP/1.1 302 Found
      < Location: /login?next=%2Fold
      < Content-Type: text/plain; charset=utf-8
      <
      < Found. Redirecting to /login?next=%2Fold
      > HEAD /old HTTP/1.1
      < HTTP/1.1 302 Found
      < Location: /new
      < Content-Type: text/plain; charset=utf-8
      `,
    ],
  },
]
