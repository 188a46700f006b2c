import type { RuleExample } from '../example.ts'

export const oauthExtensionExamples: readonly RuleExample[] = [
  {
    rule: '9470-3-error-code',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 403 Forbidden
      < WWW-Authenticate: Bearer error="insufficient_scope", scope="pay"
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
      < WWW-Authenticate: Bearer error="insufficient_user_authentication", acr_values="urn:example:gold"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 400 Bad Request
      < WWW-Authenticate: Bearer error="insufficient_user_authentication"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '9470-3-max-age',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer error="insufficient_user_authentication", max_age=5
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer error="insufficient_user_authentication", max_age="300", acr_values="gold silver"
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
      < WWW-Authenticate: Bearer error="insufficient_user_authentication", max_age="-1"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer error="insufficient_user_authentication", max_age=5m
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer error="insufficient_user_authentication", max_age=1.5
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '9728-5.1-value',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer resource_metadata="https://api.example/.well-known/oauth-protected-resource"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: DPoP algs="ES256", resource_metadata="http://localhost:3000/.well-known/oauth-protected-resource"
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
      < WWW-Authenticate: Bearer resource_metadata="/.well-known/oauth-protected-resource"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer resource_metadata="https:api.example"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer resource_metadata="see the docs"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
]
