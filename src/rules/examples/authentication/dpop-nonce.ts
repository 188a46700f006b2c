import type { RuleExample } from '../example.ts'

export const dpopNonceExamples: readonly RuleExample[] = [
  {
    rule: '9449-8-nonce-once',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 200 OK
      < DPoP-Nonce: eyJ7S_zG.eyJH0-Z.HX4w-7v
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"total":1}
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 200 OK
      < DPoP-Nonce: eyJ7S_zG.eyJH0-Z.HX4w-7v
      < DPoP-Nonce: eyJ7S_zG.eyJH0-Z.HX4w-7vx
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"total":1}
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 200 OK
      < DPoP-Nonce: eyJ7S_zG.eyJH0-Z.HX4w-7v
      < DPoP-Nonce: eyJ7S_zG.eyJH0-Z.HX4w-7v
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"total":1}
      `,
    ],
  },
  {
    rule: '9449-8-nonce-unpredictable',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 200 OK
      < DPoP-Nonce: eyJ7S_zG.eyJH0-Z.HX4w-7v
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"total":1}
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 200 OK
      < DPoP-Nonce: 83024591
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"total":1}
      > GET /orders HTTP/1.1
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 200 OK
      < DPoP-Nonce: 12345
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"total":1}
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 200 OK
      < Date: Sat, 21 Nov 2026 08:00:00 GMT
      < DPoP-Nonce: 1795248000
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"total":1}
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 200 OK
      < Date: Sat, 21 Nov 2026 08:00:00 GMT
      < DPoP-Nonce: 1795248000123
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"total":1}
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 200 OK
      < DPoP-Nonce: 1041
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"total":1}
      > GET /orders HTTP/1.1
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 200 OK
      < DPoP-Nonce: 1042
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"total":1}
      `,
    ],
  },
  {
    rule: '9449-8.1-nonce-syntax',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 200 OK
      < DPoP-Nonce: eyJ7S_zG.eyJH0-Z.HX4w-7v
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"total":1}
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 200 OK
      < DPoP-Nonce: a,b=c
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"total":1}
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 200 OK
      < DPoP-Nonce: "eyJ7S_zG"
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"total":1}
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 200 OK
      < DPoP-Nonce: a b
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"total":1}
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 200 OK
      < DPoP-Nonce:
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"total":1}
      `,
    ],
  },
  {
    rule: '9449-8.2-uncacheable',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 200 OK
      < DPoP-Nonce: eyJ7S_zG.eyJH0-Z.HX4w-7v
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"total":1}
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 200 OK
      < DPoP-Nonce: eyJ7S_zG.eyJH0-Z.HX4w-7v
      < Cache-Control: no-cache
      < Content-Type: application/json
      <
      < {"total":1}
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 200 OK
      < DPoP-Nonce: eyJ7S_zG.eyJH0-Z.HX4w-7v
      < Cache-Control: max-age=60
      < Content-Type: application/json
      <
      < {"total":1}
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 200 OK
      < DPoP-Nonce: eyJ7S_zG.eyJH0-Z.HX4w-7v
      < Cache-Control: private, max-age=5
      < Content-Type: application/json
      <
      < {"total":1}
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 200 OK
      < DPoP-Nonce: eyJ7S_zG.eyJH0-Z.HX4w-7v
      < Content-Type: application/json
      <
      < {"total":1}
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 200 OK
      < DPoP-Nonce: eyJ7S_zG.eyJH0-Z.HX4w-7v
      < Expires: Sat, 21 Nov 2026 08:01:00 GMT
      < Content-Type: application/json
      <
      < {"total":1}
      `,
    ],
  },
  {
    rule: '9449-9-use-nonce',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: DPoP algs="ES256 PS256", error="use_dpop_nonce"
      < DPoP-Nonce: eyJ7S_zG.eyJH0-Z.HX4w-7v
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
      < WWW-Authenticate: DPoP algs="ES256 PS256", error="use_dpop_nonce"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
      > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
      < HTTP/1.1 400 Bad Request
      < WWW-Authenticate: DPoP algs="ES256 PS256", error="use_dpop_nonce"
      < DPoP-Nonce: eyJ7S_zG.eyJH0-Z.HX4w-7v
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '9449-8-as-use-nonce',
    passes: [
      `
      > POST /orders HTTP/1.1
      > DPoP: eyJ0.e30.x
      < HTTP/1.1 400 Bad Request
      < DPoP-Nonce: eyJ7S_zG.eyJH0-Z.HX4w-7v
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"error":"use_dpop_nonce"}
      `,
      `
      > POST /orders HTTP/1.1
      < HTTP/1.1 400 Bad Request
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"error":"invalid_grant"}
      `,
    ],
    breaks: [
      `
      > POST /orders HTTP/1.1
      > DPoP: eyJ0.e30.x
      < HTTP/1.1 400 Bad Request
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"error":"use_dpop_nonce"}
      `,
      `
      > POST /orders HTTP/1.1
      > DPoP: eyJ0.e30.x
      < HTTP/1.1 403 Forbidden
      < DPoP-Nonce: eyJ7S_zG.eyJH0-Z.HX4w-7v
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"error":"use_dpop_nonce"}
      `,
    ],
  },
]
