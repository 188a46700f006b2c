import type { RuleExample } from '../example.ts'

export const varyExamples: readonly RuleExample[] = [
  {
    rule: '9110-12.5.5-vary-when-negotiated',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Accept: text/html
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset=utf-8
      < Vary: Accept
      <
      < <p>No orders</p>
      > GET /orders HTTP/1.1
      > Accept: application/json
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Vary: Accept
      <
      < []
      `,
      `
      > GET /orders/7 HTTP/1.1
      > Accept: text/html
      < HTTP/1.1 404 Not Found
      < Content-Type: text/html; charset=utf-8
      < Vary: Accept
      <
      < <p>There is no order 7.</p>
      > GET /orders/7 HTTP/1.1
      > Accept: application/json
      < HTTP/1.1 404 Not Found
      < Content-Type: application/json
      < Vary: Accept
      <
      < {"detail":"There is no order 7."}
      `,
      `
      > GET /orders HTTP/1.1
      > Accept-Language: de
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Content-Language: de
      < Vary: *
      <
      < Nichts
      > GET /orders HTTP/1.1
      > Accept-Language: en
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Content-Language: en
      < Vary: *
      <
      < Nothing
      `,
    ],
    breaks: [
      `
      > GET /orders/7 HTTP/1.1
      > Accept: text/html
      < HTTP/1.1 404 Not Found
      < Content-Type: text/html; charset=utf-8
      <
      < <p>There is no order 7.</p>
      > GET /orders/7 HTTP/1.1
      > Accept: application/json
      < HTTP/1.1 404 Not Found
      < Content-Type: application/json
      <
      < {"detail":"There is no order 7."}
      `,
      `
      > GET /orders HTTP/1.1
      > Accept: text/html
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset=utf-8
      < Vary: Accept
      <
      < <p>No orders</p>
      > GET /orders HTTP/1.1
      > Accept: application/json
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Vary: Origin
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      > Accept-Language: de
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Content-Language: de
      <
      < Nichts
      > GET /orders HTTP/1.1
      > Accept-Language: en
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Content-Language: en
      <
      < Nothing
      `,
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
      > Accept-Encoding: identity
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      <
      < (some coded content)
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      > Accept: text/html
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset=utf-8
      < Cache-Control: public, max-age=0, s-maxage=60
      <
      < <p>No orders</p>
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      > Accept: application/json
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Cache-Control: public, max-age=0, s-maxage=60
      <
      < []
      `,
    ],
  },
]
