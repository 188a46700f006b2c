import type { RuleExample } from '../example.ts'

export const bearerExamples: readonly RuleExample[] = [
  {
    rule: '6750-3-one-param',
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
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer
      < WWW-Authenticate: Basic realm="api"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '6750-3-scope-charset',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer scope="orders:read orders:write"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer scope=read
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
      < WWW-Authenticate: Bearer scope="a  b"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer scope="say \\"hi\\""
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer scope="bücher"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: DPoP algs="ES256", scope=""
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '6750-3-error-charset',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer error="invalid_token", error_description="It's too old; get another."
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
      < WWW-Authenticate: Bearer error="invalid_token", error_description="bad \\"token\\""
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer error="invalid_token", error_description="ungültig"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer error="token\\\\old"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '6750-3-error-uri-charset',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer error="invalid_token", error_uri="https://example.com/errors/token"
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
      < WWW-Authenticate: Bearer error="invalid_token", error_uri="https://example.com/a b"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer error="invalid_token", error_uri="https://example.com/\\\\x"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
]
