import type { RuleExample } from '../example.ts'

export const digestSeriesExamples: readonly RuleExample[] = [
  {
    rule: '7616-3.3-nonce-unique',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="8ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true
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
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      > GET /other HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '7616-3.3-stale',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Authorization: Digest username="Mufasa", realm="orders", uri="/orders", algorithm=SHA-256, nonce="7ypf/xlj9XXwfDPE", nc=00000001, cnonce="f2/wE4q7", qop=auth, response="753927fa0e85d155564e2e272a28d180"
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true, stale=true
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true, stale=FALSE
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
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true, stale=true
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: Basic YTpi
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true, stale=TRUE
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '7616-3.4-improper-params',
    passes: [
      `
      > GET /orders?page=2 HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      > GET /orders?page=2 HTTP/1.1
      > Authorization: Digest username="Mufasa", realm="orders", uri="/orders?page=2", algorithm=SHA-256, nonce="7ypf/xlj9XXwfDPE", nc=00000001, cnonce="f2/wE4q7", qop=auth, response="753927fa0e85d155564e2e272a28d180"
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Cache-Control: no-store
      <
      < {"total":1}
      `,
    ],
    breaks: [
      `
      > GET /orders?page=2 HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      > GET /orders?page=2 HTTP/1.1
      > Authorization: Digest username="Mufasa", realm="orders", uri="/orders?page=2", algorithm=SHA-256, nc=00000001, cnonce="f2/wE4q7", qop=auth, response="753927fa0e85d155564e2e272a28d180"
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Cache-Control: no-store
      <
      < {"total":1}
      `,
      `
      > GET /orders?page=2 HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      > GET /orders?page=2 HTTP/1.1
      > Authorization: Digest username="Mufasa", realm="orders", uri="/orders?page=2", algorithm=SHA-256, nonce="7ypf/xlj9XXwfDPE", nc=00000001, cnonce="f2/wE4q7", digest="753927fa0e85d155564e2e272a28d180"
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Cache-Control: no-store
      <
      < {"total":1}
      `,
      `
      > GET /orders?page=2 HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      > GET /orders?page=2 HTTP/1.1
      > Authorization: Digest username="Mufasa", realm="orders", uri=/orders?page=2, algorithm=SHA-256, nonce="7ypf/xlj9XXwfDPE", nc=00000001, cnonce="f2/wE4q7", qop=auth, response="753927fa0e85d155564e2e272a28d180"
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Cache-Control: no-store
      <
      < {"total":1}
      `,
    ],
  },
  {
    rule: '7616-3.4.6-uri-mismatch',
    passes: [
      `
      > GET /orders?page=2 HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      > GET /orders?page=2 HTTP/1.1
      > Authorization: Digest username="Mufasa", realm="orders", uri="/orders?page=2", algorithm=SHA-256, nonce="7ypf/xlj9XXwfDPE", nc=00000001, cnonce="f2/wE4q7", qop=auth, response="753927fa0e85d155564e2e272a28d180"
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Cache-Control: no-store
      <
      < {"total":1}
      `,
      `
      > GET /orders?page=2 HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      > GET /orders?page=2 HTTP/1.1
      > Authorization: Digest username="Mufasa", realm="orders", uri="https://api.example/orders?page=2", algorithm=SHA-256, nonce="7ypf/xlj9XXwfDPE", nc=00000001, cnonce="f2/wE4q7", qop=auth, response="753927fa0e85d155564e2e272a28d180"
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Cache-Control: no-store
      <
      < {"total":1}
      `,
    ],
    breaks: [
      `
      > GET /orders?page=2 HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      > GET /orders?page=2 HTTP/1.1
      > Authorization: Digest username="Mufasa", realm="orders", uri="/orders", algorithm=SHA-256, nonce="7ypf/xlj9XXwfDPE", nc=00000001, cnonce="f2/wE4q7", qop=auth, response="753927fa0e85d155564e2e272a28d180"
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Cache-Control: no-store
      <
      < {"total":1}
      `,
      `
      > GET /orders?page=2 HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      > GET /orders?page=2 HTTP/1.1
      > Authorization: Digest username="Mufasa", realm="orders", uri="/", algorithm=SHA-256, nonce="7ypf/xlj9XXwfDPE", nc=00000001, cnonce="f2/wE4q7", qop=auth, response="753927fa0e85d155564e2e272a28d180"
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Cache-Control: no-store
      <
      < {"total":1}
      `,
    ],
  },
]
