import type { RuleExample } from '../example.ts'

export const stackTraceExamples: readonly RuleExample[] = [
  {
    rule: '9457-5-no-stack',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json
      <
      < {"type":"about:blank","title":"Not Found","status":404,"detail":"There is no order 42."}
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 409 Conflict
      < Content-Type: application/problem+json
      <
      < {"type":"https://example.com/problems/stale-cart","title":"Stale cart","status":409,"detail":"The cart was changed by another window.","lines":["at 10:30 the shop closes"]}
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json
      <
      < {"type":"about:blank","title":"Not Found","status":404,"detail":"There is no order 42.","stack":"Error: no such row\\n    at find (/srv/shop/orders.js:42:13)\\n    at async handle (/srv/shop/app.js:7:3)"}
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 409 Conflict
      < Content-Type: application/problem+json
      <
      < {"type":"https://example.com/problems/stale-cart","title":"Stale cart","status":409,"detail":"The cart was changed by another window.","trace":["at com.example.Shop.find(Shop.java:42)"]}
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+xml
      <
      < <problem xmlns="urn:ietf:rfc:7807"><status>404</status><trace>File "/srv/shop.py", line 7, in find</trace></problem>
      `,
    ],
  },
]
