import type { RuleExample } from '../example.ts'

export const digestExamples: readonly RuleExample[] = [
  {
    rule: '7616-3.3-challenge',
    passes: [
      `
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
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true, charset=UTF-8
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
      < WWW-Authenticate: Digest nonce="7ypf", qop="auth", algorithm=SHA-256, userhash=true
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", qop="auth", algorithm=SHA-256, userhash=true
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true, charset=latin1
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf", qop="auth", algorithm=SHA-256, userhash=yes
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
    also: ['7616-3.4.4-userhash-true'],
  },
  {
    rule: '7616-3.3-qop',
    passes: [
      `
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
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth, auth-int", algorithm=SHA-256, userhash=true
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
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", algorithm=SHA-256, userhash=true
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="", algorithm=SHA-256, userhash=true
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth auth-int", algorithm=SHA-256, userhash=true
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '7616-3.3-quoted',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true, opaque="FQhe"
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
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop=auth, algorithm=SHA-256, userhash=true
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true, opaque=FQhe
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '7616-3.3-unquoted',
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
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm="SHA-256", userhash=true
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      > Authorization: Digest username="Mufasa", realm="orders", uri="/orders", algorithm=SHA-256, nonce="7ypf/xlj9XXwfDPE", nc=00000001, cnonce="f2/wE4q7", qop=auth, response="753927fa0e85d155564e2e272a28d180"
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true, stale="true"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '7616-3.2-md5',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=MD5, userhash=true
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
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=MD5, userhash=true
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", userhash=true
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=MD5, userhash=true
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '7616-3.7-distinct-algorithms',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-512-256, userhash=true
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
      < WWW-Authenticate: Digest realm="orders", nonce="8ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '7616-3.4.4-userhash-true',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true
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
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=false
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '7616-5.1-https',
    passes: [
      `
      # insecure
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
      # insecure
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Digest realm="orders", nonce="7ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
]
