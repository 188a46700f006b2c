import type { RuleExample } from '../example.ts'

export const syntaxExamples: readonly RuleExample[] = [
  {
    rule: '9110-11.3-challenge-grammar',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Negotiate
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Negotiate oYGxMIGuoAMKAQA=
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer x
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer realm="a, b", error="invalid_token"
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
      < WWW-Authenticate: Basic, realm="orders"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Negotiate oYGxMIGuoAMKAQA=, realm="orders"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: realm="orders"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Please log in
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '9110-11.2-param-grammar',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Basic realm="my \\"orders\\""
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: HOBA max-age=180, challenge="MTIz"
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
      < WWW-Authenticate: Bearer realm=my orders
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Basic realm="my "orders""
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer x
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer realm="api" error="invalid_token"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Basic realm="orders
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '9110-11.2-param-once',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer realm="a", scope="read write"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Basic realm="a"
      < WWW-Authenticate: Basic realm="b"
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
      < WWW-Authenticate: Basic realm="a", Realm="b"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer scope="read", scope="write"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '9110-11.5-realm-quoted',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Basic realm="orders"
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
      < WWW-Authenticate: Basic realm=orders
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET http://api.example/orders HTTP/1.1
      < HTTP/1.1 407 Proxy Authentication Required
      < Proxy-Authenticate: Basic realm=proxy
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '9110-11.6.1-one-per-line',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer realm="api"
      < WWW-Authenticate: Basic realm="api"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Basic realm="api", charset="UTF-8"
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
      < WWW-Authenticate: Bearer realm="api", Basic realm="api"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Negotiate, NTLM
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
]
