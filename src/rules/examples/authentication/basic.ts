import type { RuleExample } from '../example.ts'

export const basicExamples: readonly RuleExample[] = [
  {
    rule: '7617-2-realm',
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
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: bAsIc REALM="orders"
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
      < WWW-Authenticate: Basic
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Basic charset="UTF-8"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET http://api.example/orders HTTP/1.1
      < HTTP/1.1 407 Proxy Authentication Required
      < Proxy-Authenticate: Basic
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '7617-2-no-other-params',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Basic realm="orders", charset="UTF-8"
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
      < WWW-Authenticate: Basic realm="orders", qop="auth"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '7617-2.1-charset-value',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Basic realm="orders", charset="UTF-8"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Basic realm="orders", charset=utf-8
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
      < WWW-Authenticate: Basic realm="orders", charset="ISO-8859-1"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Basic realm="orders", charset=utf8
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '7617-3-realm-ascii',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Basic realm="Buero"
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
      < WWW-Authenticate: Basic realm="Büro"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '7617-4-tls',
    passes: [
      `
      # insecure
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer realm="orders"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
    breaks: [
      `
      # insecure
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Basic realm="orders"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
]
