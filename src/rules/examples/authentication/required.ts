import type { RuleExample } from '../example.ts'

export const requiredExamples: readonly RuleExample[] = [
  {
    rule: '9110-15.5.2-www-authenticate',
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
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate:
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '9110-15.5.8-proxy-authenticate',
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
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET http://api.example/orders HTTP/1.1
      < HTTP/1.1 407 Proxy Authentication Required
      < Proxy-Authenticate:
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '9110-11.7.1-next-hop',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer realm="api"
      < Proxy-Authenticate: Basic realm="proxy"
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
      < Proxy-Authenticate: Basic realm="orders"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 403 Forbidden
      < Proxy-Authenticate: Basic realm="orders"
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
    also: ['9110-15.5.2-www-authenticate'],
  },
  {
    rule: '7616-3.8-not-both',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Basic realm="orders"
      < Proxy-Authenticate: Basic realm="proxy"
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
      < Proxy-Authenticate: Digest realm="orders", nonce="8ypf/xlj9XXwfDPE", qop="auth", algorithm=SHA-256, userhash=true
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Please log in.
      `,
    ],
  },
  {
    rule: '6585-6-no-challenge',
    passes: [
      `
      > GET / HTTP/1.1
      < HTTP/1.1 511 Network Authentication Required
      < Content-Type: text/html; charset=utf-8
      < Cache-Control: no-store
      <
      < <!DOCTYPE html><title>Log in</title><p>Log in to the network <a href="https://login.example/">here</a>.</p>
      `,
    ],
    breaks: [
      `
      > GET / HTTP/1.1
      < HTTP/1.1 511 Network Authentication Required
      < WWW-Authenticate: Basic realm="wifi"
      < Content-Type: text/html; charset=utf-8
      < Cache-Control: no-store
      <
      < <!DOCTYPE html><title>Log in</title><p>Log in to the network <a href="https://login.example/">here</a>.</p>
      `,
      `
      > GET / HTTP/1.1
      < HTTP/1.1 511 Network Authentication Required
      < Content-Type: text/html; charset=utf-8
      < Cache-Control: no-store
      <
      < <!DOCTYPE html><title>Log in</title><p>Log in to the network <a href="https://login.example/">here</a>.</p><form method="post"><input name="user"><input type="password" name="p"></form>
      `,
    ],
  },
]
