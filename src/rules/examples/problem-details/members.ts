import type { RuleExample } from '../example.ts'

export const memberExamples: readonly RuleExample[] = [
  {
    rule: '9457-3.1-member-types',
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
      < {"title":"Not Found"}
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json
      <
      < {"type":"about:blank","title":"Not Found","status":"404","detail":"There is no order 42."}
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json
      <
      < {"type":"about:blank","title":"Not Found","status":404,"detail":null}
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json
      <
      < {"type":"about:blank","title":42,"status":404,"detail":"There is no order 42."}
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json
      <
      < {"type":"about:blank","title":"Not Found","status":404,"detail":"There is no order 42.","instance":["/orders/42"]}
      `,
    ],
  },
  {
    rule: '9457-3.1.1-type-string',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 409 Conflict
      < Content-Type: application/problem+json
      <
      < {"type":"https://example.com/problems/stale-cart","title":"Stale cart","status":409,"detail":"The cart was changed by another window."}
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json
      <
      < {"type":"urn:example:gone","title":"Gone for good","status":404,"detail":"There is no order 42."}
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 409 Conflict
      < Content-Type: application/problem+json
      <
      < {"type":"https://example.com/stale cart","title":"Stale cart","status":409,"detail":"The cart was changed by another window."}
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 409 Conflict
      < Content-Type: application/problem+json
      <
      < {"type":"https://example.com/<cart>","title":"Stale cart","status":409,"detail":"The cart was changed by another window."}
      `,
    ],
  },
  {
    rule: '9457-3.1.1-type-absolute',
    passes: [
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
      < HTTP/1.1 409 Conflict
      < Content-Type: application/problem+json
      <
      < {"type":"/problems/stale-cart","title":"Stale cart","status":409,"detail":"The cart was changed by another window."}
      `,
    ],
  },
  {
    rule: '9457-3.1.1-type-relative-full-path',
    passes: [
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
      < HTTP/1.1 409 Conflict
      < Content-Type: application/problem+json
      <
      < {"type":"stale-cart","title":"Stale cart","status":409,"detail":"The cart was changed by another window."}
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 409 Conflict
      < Content-Type: application/problem+json
      <
      < {"type":"../problems/stale-cart","title":"Stale cart","status":409,"detail":"The cart was changed by another window."}
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 409 Conflict
      < Content-Type: application/problem+json
      <
      < {"type":"","title":"Stale cart","status":409,"detail":"The cart was changed by another window."}
      `,
    ],
  },
  {
    rule: '9457-3.1.2-status-equals-real',
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
      < {"title":"Not Found"}
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json
      <
      < {"type":"about:blank","title":"Not Found","status":400,"detail":"There is no order 42."}
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 409 Conflict
      < Content-Type: application/problem+json
      <
      < {"type":"https://example.com/problems/stale-cart","title":"Stale cart","status":0,"detail":"The cart was changed by another window."}
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+xml
      <
      < <problem xmlns="urn:ietf:rfc:7807"><status>500</status></problem>
      `,
    ],
  },
  {
    rule: '9457-3.1.5-instance-string',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json
      <
      < {"type":"about:blank","title":"Not Found","status":404,"detail":"There is no order 42.","instance":"/orders/42"}
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json
      <
      < {"type":"about:blank","title":"Not Found","status":404,"detail":"There is no order 42.","instance":"urn:uuid:6c1f0a2e-3b1f-4f0e-9d43-0f0a5b7c9d11"}
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json
      <
      < {"type":"about:blank","title":"Not Found","status":404,"detail":"There is no order 42.","instance":"/orders/42 now"}
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json
      <
      < {"type":"about:blank","title":"Not Found","status":404,"detail":"There is no order 42.","instance":"/bücher"}
      `,
    ],
  },
  {
    rule: '9457-3.1.5-instance-absolute',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json
      <
      < {"type":"about:blank","title":"Not Found","status":404,"detail":"There is no order 42.","instance":"/orders/42"}
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json
      <
      < {"type":"about:blank","title":"Not Found","status":404,"detail":"There is no order 42.","instance":"42"}
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+json
      <
      < {"type":"about:blank","title":"Not Found","status":404,"detail":"There is no order 42.","instance":"orders/42"}
      `,
    ],
  },
]
