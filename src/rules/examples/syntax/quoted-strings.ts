import type { RuleExample } from '../example.ts'

export const quotedStringExamples: readonly RuleExample[] = [
  {
    rule: '9110-5.6.4-quoted-string-escaping',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Disposition: attachment; filename="a \\"b\\" c\\\\d.json"
      < Server-Timing: db;desc="a, b";dur=5
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Disposition: attachment; filename="a "b" c.json"
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Disposition: attachment; filename="a.json
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Link: </next>; rel="next"; title="the "other" page"
      < Content-Type: application/json
      <
      < []
      `,
    ],
    also: ['8288-3-link-grammar'],
  },
  {
    rule: '9110-5.6.4-quoted-pair-only-when-needed',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Basic realm="the \\"inner\\" room", charset="UTF-8"
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < Log in.
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Basic realm="it\\'s ours", charset="UTF-8"
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < Log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Disposition: attachment; filename="C:\\reports\\a.json"
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: '9110-5.6.3-no-bws',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Basic realm="a = b", charset="UTF-8"
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < Log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Negotiate oYG2MIGzoAMKAQChCwYJKoZIgvcSAQICo4GeBIGb==
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < Log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Link: </a?x=y>; rel="next"
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Basic realm = "a"
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < Log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Basic realm="a", charset= "UTF-8"
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < Log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Link: </a>; rel ="next"
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
]
