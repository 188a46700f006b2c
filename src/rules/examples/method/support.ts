import type { RuleExample } from '../example.ts'

export const supportExamples: readonly RuleExample[] = [
  {
    rule: '9110-9.1-501-unknown-method',
    passes: [
      `
      > FOO / HTTP/1.1
      < HTTP/1.1 501 Not Implemented
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < No such method is known here.
      `,
      `
      > FOO / HTTP/1.1
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer realm="api"
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < Send an access token.
      `,
    ],
    breaks: [
      `
      > FOO / HTTP/1.1
      < HTTP/1.1 405 Method Not Allowed
      < Allow: GET, HEAD
      < Content-Type: text/plain; charset=utf-8
      <
      < This page can only be looked at.
      `,
      `
      > NO-SUCH-METHOD / HTTP/1.1
      < HTTP/1.1 400 Bad Request
      < Connection: close
      < Content-Type: text/plain; charset=utf-8
      <
      < No such method is known here.
      `,
      `
      > STATUSWISE-PROBE / HTTP/1.1
      < HTTP/1.1 405 Method Not Allowed
      < Allow: GET, HEAD
      < Content-Type: text/plain; charset=utf-8
      <
      < This page can only be looked at.
      `,
      `
      > XYZZY / HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset=utf-8
      < ETag: "a1"
      <
      < <!doctype html><title>Orders</title>
      `,
      `
      > GET / HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset=utf-8
      < ETag: "a1"
      <
      < <!doctype html><title>Orders</title>
      > FOO / HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < Nothing is here for this method.
      `,
    ],
  },
  {
    rule: '9112-3-501-long-method',
    passes: [
      `
      > ${'A'.repeat(300)} / HTTP/1.1
      < HTTP/1.1 501 Not Implemented
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < No such method is known here.
      `,
    ],
    breaks: [
      `
      > ${'A'.repeat(300)} / HTTP/1.1
      < HTTP/1.1 405 Method Not Allowed
      < Allow: GET, HEAD
      < Content-Type: text/plain; charset=utf-8
      <
      < This page can only be looked at.
      `,
    ],
  },
  {
    rule: '9110-9.1-405-known-method',
    passes: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < ETag: "a1"
      <
      < {"id":42}
      > DELETE /orders/42 HTTP/1.1
      < HTTP/1.1 204 No Content
      > DELETE /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42 is here now.
      `,
    ],
    breaks: [
      `
      > GET /about HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset=utf-8
      < ETag: "a1"
      <
      < <!doctype html><title>About us</title>
      > POST /about HTTP/1.1
      < HTTP/1.1 405 Method Not Allowed
      < Allow: GET, HEAD
      < Content-Type: text/plain; charset=utf-8
      <
      < This page can only be looked at.
      > DELETE /about HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/html; charset=utf-8
      <
      < <!doctype html><title>Error</title><pre>Cannot DELETE /about</pre>
      `,
      `
      > OPTIONS /about HTTP/1.1
      < HTTP/1.1 204 No Content
      < Allow: GET, HEAD, OPTIONS
      > GET /about HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset=utf-8
      < ETag: "a1"
      <
      < <!doctype html><title>About us</title>
      > DELETE /about HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/html; charset=utf-8
      <
      < <!doctype html><title>Error</title><pre>Cannot DELETE /about</pre>
      `,
    ],
  },
  {
    rule: '9110-9.1-get-and-head-supported',
    passes: [
      `
      > GET /coffee HTTP/1.1
      < HTTP/1.1 501 Not Implemented
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Coffee comes with the next release.
      > HEAD /coffee HTTP/1.1
      < HTTP/1.1 501 Not Implemented
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < ETag: "a1"
      <
      < []
      > HEAD /orders HTTP/1.1
      < HTTP/1.1 501 Not Implemented
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      `,
    ],
  },
]
