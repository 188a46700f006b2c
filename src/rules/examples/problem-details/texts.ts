import type { RuleExample } from '../example.ts'

export const textExamples: readonly RuleExample[] = [
  {
    rule: '9457-4.2.1-about-blank-title',
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
      < HTTP/1.1 404 Not Found
      < Content-Language: de
      < Content-Type: application/problem+json
      <
      < {"title":"Nicht gefunden","status":404}
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json
      <
      < {"status":404}
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 409 Conflict
      < Content-Type: application/problem+json
      <
      < {"type":"https://example.com/problems/stale-cart","title":"Stale cart","status":409,"detail":"The cart was changed by another window."}
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json
      <
      < {"title":"Order not found","status":404}
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 422 Unprocessable Content
      < Content-Type: application/problem+json
      <
      < {"type":"about:blank","title":"Invalid request","status":422}
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Language: en
      < Content-Type: application/problem+json
      <
      < {"title":"No order","status":404}
      `,
    ],
  },
  {
    rule: '9457-3.1.3-title-stable',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 409 Conflict
      < Content-Type: application/problem+json
      <
      < {"type":"https://example.com/problems/stale-cart","title":"Stale cart","status":409,"detail":"The cart was changed by another window."}
      > GET /orders HTTP/1.1
      < HTTP/1.1 409 Conflict
      < Content-Type: application/problem+json
      <
      < {"type":"https://example.com/problems/stale-cart","title":"Stale cart","status":409,"detail":"Cart 8 was changed."}
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 409 Conflict
      < Content-Type: application/problem+json
      <
      < {"type":"https://example.com/problems/stale-cart","title":"Stale cart","status":409,"detail":"The cart was changed by another window."}
      > GET /orders HTTP/1.1
      < HTTP/1.1 409 Conflict
      < Content-Type: application/problem+json
      <
      < {"type":"https://example.com/problems/stale-cart","title":"Stale cart 8","status":409,"detail":"The cart was changed by another window."}
      `,
    ],
  },
  {
    rule: '9457-3.1.4-detail-helpful',
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
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json
      <
      < {"type":"about:blank","title":"Not Found","status":404,"detail":"The shop opens at 9:30."}
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json
      <
      < {"type":"about:blank","title":"Not Found","status":404,"detail":"Error: no such row\\n    at find (/srv/shop/orders.js:42:13)\\n    at async handle (/srv/shop/app.js:7:3)"}
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json
      <
      < {"type":"about:blank","title":"Not Found","status":404,"detail":"Traceback (most recent call last):\\n  File \\"/srv/a.py\\", line 3, in f\\nKeyError: 42"}
      `,
    ],
  },
  {
    rule: '9457-4-extension-naming',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 409 Conflict
      < Content-Type: application/problem+json
      <
      < {"type":"https://example.com/problems/stale-cart","title":"Stale cart","status":409,"detail":"The cart was changed by another window.","cart_version":12,"errors":[{"in":"body"}]}
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 429 Too Many Requests
      < Content-Type: application/problem+json
      < Cache-Control: no-store
      <
      < {"type":"https://iana.org/assignments/http-problem-types#quota-exceeded","title":"Quota Exceeded","status":429,"violated-policies":["daily"]}
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 409 Conflict
      < Content-Type: application/problem+json
      <
      < {"type":"https://example.com/problems/stale-cart","title":"Stale cart","status":409,"detail":"The cart was changed by another window.","id":7}
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 409 Conflict
      < Content-Type: application/problem+json
      <
      < {"type":"https://example.com/problems/stale-cart","title":"Stale cart","status":409,"detail":"The cart was changed by another window.","cart-version":12}
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 409 Conflict
      < Content-Type: application/problem+json
      <
      < {"type":"https://example.com/problems/stale-cart","title":"Stale cart","status":409,"detail":"The cart was changed by another window.","2nd":1}
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 409 Conflict
      < Content-Type: application/problem+json
      <
      < {"type":"https://example.com/problems/stale-cart","title":"Stale cart","status":409,"detail":"The cart was changed by another window.","größe":1}
      `,
    ],
  },
  {
    rule: '9457-4.2-status-recommended',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 429 Too Many Requests
      < Content-Type: application/problem+json
      < Cache-Control: no-store
      <
      < {"type":"https://iana.org/assignments/http-problem-types#quota-exceeded","title":"Quota Exceeded","status":429}
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 403 Forbidden
      < Content-Type: application/problem+json
      < Cache-Control: no-store
      <
      < {"type":"https://iana.org/assignments/http-problem-types#quota-exceeded","title":"Quota Exceeded","status":403}
      `,
    ],
  },
]
