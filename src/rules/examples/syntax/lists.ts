import type { RuleExample } from '../example.ts'

export const listExamples: readonly RuleExample[] = [
  {
    rule: '9110-5.6.1.1-no-empty-list-elements',
    passes: [
      `
      > PUT /orders HTTP/1.1
      < HTTP/1.1 405 Method Not Allowed
      < Allow:
      < Content-Type: text/plain; charset=utf-8
      <
      < Nothing is allowed here at present.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Link: </a?x,,y>; rel="next"
      < Via: 1.1 a (x,,y)
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Vary: Accept-Encoding,
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Vary: , Origin
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Access-Control-Expose-Headers: ETag,, Link
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: '9110-5.6.2-list-members-tokens',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Access-Control-Allow-Headers: Authorization, X-Request-Id
      < Access-Control-Expose-Headers: *
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Access-Control-Allow-Headers: Authorization X-Request-Id
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Connection: keep alive
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Access-Control-Allow-Methods: "GET", "POST"
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: '9110-5.6.3-ows-not-elsewhere',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Cache-Control: private="a , b", no-cache,max-age=0
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Vary: Accept , Origin
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Vary: Accept,  Origin
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < X-Served-By: a␠
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain ; charset=utf-8
      <
      < No order 42
      `,
    ],
  },
  {
    rule: '9110-5.6.3-rws-single-sp',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Server: Apache/2.4.62 (Debian)  mod_x
      < Via: 1.1 a (two  blanks), 1.1 b
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Server: nginx
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Server: shop/2.1  node/20
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Via: 1.1  gateway
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
]
