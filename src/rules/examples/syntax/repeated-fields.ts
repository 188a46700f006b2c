import type { RuleExample } from '../example.ts'

export const repeatedFieldExamples: readonly RuleExample[] = [
  {
    rule: '9110-5.3-location-not-a-list',
    passes: [
      `
      > POST /orders HTTP/1.1
      < HTTP/1.1 201 Created
      < Location: /orders/43
      < Content-Type: application/json
      <
      < { "id": "43" }
      `,
    ],
    breaks: [
      `
      > POST /orders HTTP/1.1
      < HTTP/1.1 201 Created
      < Location: /orders/43
      < Location: /orders/44
      < Content-Type: application/json
      <
      < { "id": "43" }
      `,
    ],
  },
  {
    rule: '9110-5.3-date-singleton',
    passes: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Date: Sat, 21 Nov 2026 08:00:00 GMT
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
    breaks: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Date: Sat, 21 Nov 2026 08:00:00 GMT
      < date: Sat, 21 Nov 2026 08:00:00 GMT
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
  },
  {
    rule: '9110-5.3-content-length-singleton',
    passes: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Length: 11
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
    breaks: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Length: 11
      < Content-Length: 11
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
  },
  {
    rule: '9110-5.3-no-duplicate-singletons',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < ETag: "v1"
      < Last-Modified: Tue, 01 Sep 2026 07:05:09 GMT
      < Set-Cookie: a=b
      < Set-Cookie: c=d
      < Vary: Accept
      < Vary: Origin
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Last-Modified: Tue, 01 Sep 2026 07:05:09 GMT
      < Last-Modified: Wed, 02 Sep 2026 07:05:09 GMT
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Server: nginx
      < Server: Express
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Access-Control-Allow-Origin: *
      < Access-Control-Allow-Origin: *
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
]
