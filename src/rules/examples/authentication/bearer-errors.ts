import type { RuleExample } from '../example.ts'

export const bearerErrorExamples: readonly RuleExample[] = [
  {
    rule: '6750-3-www-authenticate',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 403 Forbidden
      < WWW-Authenticate: Bearer error="insufficient_scope", scope="write"
      < Content-Type: application/json
      < Cache-Control: no-store
      <
      < {"error":"insufficient_scope"}
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 403 Forbidden
      < Content-Type: application/json
      < Cache-Control: no-store
      <
      < {"error":"account_locked"}
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 403 Forbidden
      < Content-Type: application/json
      < Cache-Control: no-store
      <
      < {"error":"insufficient_scope"}
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 400 Bad Request
      < Content-Type: application/json
      < Cache-Control: no-store
      <
      < {"error":"invalid_token"}
      `,
    ],
  },
  {
    rule: '6750-3-scheme',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer error="invalid_token"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: DPoP algs="ES256"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: OAuth realm="api", error="invalid_token"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 403 Forbidden
      < WWW-Authenticate: JWT realm="api", error="insufficient_scope"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '6750-3-error-included',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer error="invalid_token"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer realm="a"
      < WWW-Authenticate: Bearer realm="b", error="invalid_token"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer realm="api"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer realm="api"
      < WWW-Authenticate: Basic realm="api"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '6750-3.1-no-error-without-token',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer realm="api"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer realm="api", scope="read"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer error="invalid_token"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer realm="api", error_description="No token was sent."
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '6750-3.1-invalid-request-400',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 400 Bad Request
      < WWW-Authenticate: Bearer error="invalid_request"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer error="invalid_request"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 403 Forbidden
      < WWW-Authenticate: Bearer error="invalid_request"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '6750-3.1-invalid-token-401',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer error="invalid_token"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 403 Forbidden
      < WWW-Authenticate: Bearer error="invalid_token"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 400 Bad Request
      < WWW-Authenticate: DPoP algs="ES256", error="invalid_token"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '6750-3.1-insufficient-scope-403',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 403 Forbidden
      < WWW-Authenticate: Bearer error="insufficient_scope", scope="write"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer error="insufficient_scope"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 400 Bad Request
      < WWW-Authenticate: Bearer error="insufficient_scope"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
]
