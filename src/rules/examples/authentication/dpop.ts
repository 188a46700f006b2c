import type { RuleExample } from '../example.ts'

export const dpopExamples: readonly RuleExample[] = [
  {
    rule: '9449-7.1-error',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: DPoP algs="ES256 PS256", error="invalid_token"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: DPoP algs="ES256 PS256", error="invalid_dpop_proof"
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
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: DPoP algs="ES256 PS256"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: DPoP algs="ES256 PS256"
      < WWW-Authenticate: Bearer realm="api"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '9449-7.1-algs',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: DPoP algs="ES256 PS256"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: DPoP algs=ES256
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
      < WWW-Authenticate: DPoP
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: DPoP realm="api"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: DPoP algs="ES256 none"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: DPoP algs="HS256"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '9449-7.1-not-for-proxies',
    passes: [
      `
      > GET http://api.example/orders HTTP/1.1
      < HTTP/1.1 407 Proxy Authentication Required
      < Proxy-Authenticate: Basic realm="proxy"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
    breaks: [
      `
      > GET http://api.example/orders HTTP/1.1
      < HTTP/1.1 407 Proxy Authentication Required
      < Proxy-Authenticate: DPoP algs="ES256"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET http://api.example/orders HTTP/1.1
      < HTTP/1.1 407 Proxy Authentication Required
      < Proxy-Authenticate: Basic realm="proxy"
      < Proxy-Authenticate: DPoP algs="ES256"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '9449-7.1-cors-expose',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Origin: https://shop.example
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: DPoP algs="ES256 PS256"
      < Access-Control-Allow-Origin: https://shop.example
      < Vary: Origin
      < Access-Control-Expose-Headers: WWW-Authenticate
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      > Origin: https://shop.example
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: DPoP algs="ES256 PS256"
      < Access-Control-Allow-Origin: *
      < Access-Control-Expose-Headers: *
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      > Origin: https://shop.example
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: DPoP algs="ES256 PS256"
      < Access-Control-Allow-Origin: https://shop.example
      < Vary: Origin
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      > Origin: https://shop.example
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: DPoP algs="ES256 PS256", error="use_dpop_nonce"
      < Access-Control-Allow-Origin: https://shop.example
      < Vary: Origin
      < DPoP-Nonce: eyJ7S_zG
      < Access-Control-Expose-Headers: WWW-Authenticate
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      > Origin: https://shop.example
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: DPoP algs="ES256 PS256"
      < Access-Control-Allow-Origin: https://shop.example
      < Vary: Origin
      < Access-Control-Allow-Credentials: true
      < Access-Control-Expose-Headers: *
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '9449-7.2-bearer-downgrade',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: DPoP algs="ES256 PS256"
      < WWW-Authenticate: Bearer realm="api"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      > GET /orders HTTP/1.1
      > Authorization: Bearer eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiAiYSJ9.c2ln
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Cache-Control: no-store
      <
      < {"total":1}
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: DPoP algs="ES256 PS256"
      < WWW-Authenticate: Bearer realm="api"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      > GET /orders HTTP/1.1
      > Authorization: Bearer eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiAiYSIsICJjbmYiOiB7ImprdCI6ICIwWmNPQ09SWk5ZeS1EV3BxcTMwalp5SkdIVE4wZDJIZ2xCVjN1aWd1QTRJIn19.c2ln
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Cache-Control: no-store
      <
      < {"total":1}
      `,
    ],
  },
  {
    rule: '9449-7.2-no-error-without-credentials',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: DPoP algs="ES256 PS256"
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
      < WWW-Authenticate: DPoP algs="ES256 PS256", error="invalid_token"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: DPoP algs="ES256 PS256", error_description="No token was sent."
      < WWW-Authenticate: Bearer realm="api"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '9449-7.2-error-in-used-scheme',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: DPoP algs="ES256 PS256"
      < WWW-Authenticate: Bearer error="invalid_token"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: DPoP algs="ES256 PS256", error="invalid_token"
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
      > Authorization: Bearer mF_9.B5f-4.1JqM
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: DPoP algs="ES256 PS256", error="invalid_token"
      < WWW-Authenticate: Bearer error="invalid_token"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: DPoP algs="ES256 PS256", error="invalid_token"
      < WWW-Authenticate: Bearer error="invalid_token"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
]
