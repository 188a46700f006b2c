import type { RuleExample } from '../example.ts'

export const jsonExamples: readonly RuleExample[] = [
  {
    rule: '9457-3-json-type',
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
      < {}
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json
      <
      < Not Found
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json
      <
      < "Not Found"
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json
      <
      < null
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json
      <
      < ﻿{"status":404}
      `,
    ],
  },
  {
    rule: '9457-3-multiple-types',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 409 Conflict
      < Content-Type: application/problem+json
      <
      < {"type":"https://example.com/problems/stale-cart","title":"Stale cart","status":409,"detail":"The cart was changed by another window.","errors":[{"pointer":"#/age","detail":"must be a positive integer"}]}
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json
      <
      < [{"type":"about:blank","title":"Not Found","status":404,"detail":"There is no order 42."},{"type":"https://example.com/problems/stale-cart","title":"Stale cart","status":404,"detail":"The cart was changed by another window."}]
      `,
    ],
  },
  {
    rule: '7807-6.1-no-charset-param',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json
      <
      < {"type":"about:blank","title":"Not Found","status":404,"detail":"There is no order 42."}
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json; charset=utf-8
      <
      < {"type":"about:blank","title":"Not Found","status":404,"detail":"There is no order 42."}
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json;charset="UTF-8"
      <
      < {"type":"about:blank","title":"Not Found","status":404,"detail":"There is no order 42."}
      `,
    ],
  },
  {
    rule: '9457-3.2-no-clash',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 409 Conflict
      < Content-Type: application/problem+json
      <
      < {"type":"https://example.com/problems/stale-cart","title":"Stale cart","status":409,"detail":"The cart was changed by another window.","cart":{"status":"open","type":"guest"}}
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 409 Conflict
      < Content-Type: application/problem+json
      <
      < {"status":"open","detail":"Somebody else changed the order.","status":409}
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json
      <
      < {"type":"about:blank","detail":"a","detail":"b"}
      `,
    ],
  },
]
