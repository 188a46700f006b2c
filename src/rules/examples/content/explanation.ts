import type { RuleExample } from '../example.ts'

export const explanationExamples: readonly RuleExample[] = [
  {
    rule: '9110-15.5-explain',
    passes: [
      `
      > GET /orders/7 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < There is no order 7.
      `,
    ],
    breaks: [
      `
      > GET /orders/7 HTTP/1.1
      < HTTP/1.1 404 Not Found
      `,
    ],
  },
  {
    rule: '9110-15.6-explain',
    passes: [
      `
      > GET /orders/7 HTTP/1.1
      < HTTP/1.1 500 Internal Server Error
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < The server failed; trying again later may help.
      `,
    ],
    breaks: [
      `
      > GET /orders/7 HTTP/1.1
      < HTTP/1.1 500 Internal Server Error
      < Cache-Control: no-store
      `,
      `
      > POST /orders HTTP/1.1
      < HTTP/1.1 502 Bad Gateway
      < Cache-Control: no-store
      `,
    ],
  },
  {
    rule: '9110-15.5.10-recognise',
    passes: [
      `
      > POST /orders/7 HTTP/1.1
      < HTTP/1.1 409 Conflict
      < Content-Type: text/plain; charset=utf-8
      <
      < Version 12 of the order was changed meanwhile.
      `,
    ],
    breaks: [
      `
      > POST /orders/7 HTTP/1.1
      < HTTP/1.1 409 Conflict
      < Content-Type: text/plain; charset=utf-8
      <
      < Conflict
      `,
      `
      > POST /orders/7 HTTP/1.1
      < HTTP/1.1 409 Conflict
      < Content-Type: application/json
      <
      < {"error":"Conflict","statusCode":409}
      `,
      `
      > POST /orders/7 HTTP/1.1
      < HTTP/1.1 409 Conflict
      < Content-Type: application/xml
      <
      < <?xml version="1.0" encoding="utf-8"?><e:error xmlns:e="https://api.example/ns"><e:code>409</e:code></e:error>
      `,
      `
      > POST /orders/7 HTTP/1.1
      < HTTP/1.1 409 Conflict
      < Server: nginx/1.24.0
      < Content-Type: text/html
      <
      < <html><head><title>409 Conflict</title></head><body><h1>409 Conflict</h1><hr>nginx/1.24.0</body></html>
      `,
    ],
  },
  {
    rule: '6585-3-explain',
    passes: [
      `
      > PUT /orders/7 HTTP/1.1
      < HTTP/1.1 428 Precondition Required
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < Send If-Match with the ETag of the latest GET.
      `,
    ],
    breaks: [
      `
      > PUT /orders/7 HTTP/1.1
      < HTTP/1.1 428 Precondition Required
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < Precondition Required
      `,
    ],
  },
  {
    rule: '6585-4-explain',
    passes: [
      `
      > GET /orders/7 HTTP/1.1
      < HTTP/1.1 429 Too Many Requests
      < Cache-Control: no-store
      < Retry-After: 30
      < Content-Type: text/plain; charset=utf-8
      <
      < At most 100 requests in a minute are allowed.
      `,
    ],
    breaks: [
      `
      > GET /orders/7 HTTP/1.1
      < HTTP/1.1 429 Too Many Requests
      < Cache-Control: no-store
      < Retry-After: 30
      < Content-Type: text/plain; charset=utf-8
      <
      < Too Many Requests
      `,
    ],
  },
  {
    rule: '6585-5-which-field',
    passes: [
      `
      > GET / HTTP/1.1
      > X-Big: ${'a'.repeat(9000)}
      < HTTP/1.1 431 Request Header Fields Too Large
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < The field X-Big is too large.
      `,
    ],
    breaks: [
      `
      > GET / HTTP/1.1
      > X-Big: ${'a'.repeat(9000)}
      < HTTP/1.1 431 Request Header Fields Too Large
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < Some field is too large.
      `,
    ],
  },
  {
    rule: '6585-6-link',
    passes: [
      `
      > GET /orders/7 HTTP/1.1
      < HTTP/1.1 511 Network Authentication Required
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < Log in at https://login.example/ first.
      `,
    ],
    breaks: [
      `
      > GET /orders/7 HTTP/1.1
      < HTTP/1.1 511 Network Authentication Required
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < Log in first.
      `,
    ],
  },
  {
    rule: '7725-3-explain',
    passes: [
      `
      > GET /orders/7 HTTP/1.1
      < HTTP/1.1 451 Unavailable For Legal Reasons
      < Link: <https://isp.example/>; rel="blocked-by"
      < Content-Type: text/plain; charset=utf-8
      <
      < By order of the court of Rome, Decree 12, this is not shown in Italy.
      `,
    ],
    breaks: [
      `
      > GET /orders/7 HTTP/1.1
      < HTTP/1.1 451 Unavailable For Legal Reasons
      < Link: <https://isp.example/>; rel="blocked-by"
      < Content-Type: text/plain; charset=utf-8
      <
      < Unavailable For Legal Reasons
      `,
    ],
  },
  {
    rule: '9110-15.6.6-describe',
    passes: [
      `
      > GET /orders/7 HTTP/1.1
      < HTTP/1.1 505 HTTP Version Not Supported
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < This server speaks HTTP/1.1 and HTTP/2 only.
      `,
    ],
    breaks: [
      `
      > GET /orders/7 HTTP/1.1
      < HTTP/1.1 505 HTTP Version Not Supported
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < 505 HTTP Version Not Supported
      `,
    ],
  },
  {
    rule: '2774-7-information',
    passes: [
      `
      > GET /orders/7 HTTP/1.1
      < HTTP/1.1 510 Not Extended
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < The request needs the extension https://api.example/signed.
      `,
    ],
    breaks: [
      `
      > GET /orders/7 HTTP/1.1
      < HTTP/1.1 510 Not Extended
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < Not Extended
      `,
    ],
  },
]
