import type { RuleExample } from '../example.ts'

export const allowExamples: readonly RuleExample[] = [
  {
    rule: '9110-15.5.6-allow',
    passes: [
      `
      > DELETE /orders HTTP/1.1
      < HTTP/1.1 405 Method Not Allowed
      < Allow: GET, HEAD, POST
      < Content-Type: text/plain; charset=utf-8
      <
      < Orders cannot be deleted all at once, now or later.
      `,
      `
      > GET /retired HTTP/1.1
      < HTTP/1.1 405 Method Not Allowed
      < Allow:
      < Content-Type: text/plain; charset=utf-8
      <
      < This service is switched off for the time being.
      `,
    ],
    breaks: [
      `
      > DELETE /orders HTTP/1.1
      < HTTP/1.1 405 Method Not Allowed
      < Content-Type: text/plain; charset=utf-8
      <
      < Orders cannot be deleted all at once, now or later.
      `,
      `
      > HEAD /orders/search HTTP/1.1
      < HTTP/1.1 405 Method Not Allowed
      < Content-Type: text/plain; charset=utf-8
      < Access-Control-Allow-Methods: POST
      `,
    ],
  },
  {
    rule: '9110-15.5.6-allow-excludes-method',
    passes: [
      `
      > get /orders HTTP/1.1
      < HTTP/1.1 405 Method Not Allowed
      < Allow: GET, HEAD
      < Content-Type: text/plain; charset=utf-8
      <
      < Methods are written in capitals here.
      `,
    ],
    breaks: [
      `
      > POST /orders/42 HTTP/1.1
      > Content-Length: 0
      < HTTP/1.1 405 Method Not Allowed
      < Allow: GET, HEAD, POST
      < Content-Type: text/plain; charset=utf-8
      <
      < This order was sent already and stays as it is.
      `,
    ],
  },
  {
    rule: '9110-10.2.1-grammar',
    passes: [
      `
      > OPTIONS /orders HTTP/1.1
      < HTTP/1.1 204 No Content
      < Allow: GET, HEAD, M-SEARCH
      < Allow: OPTIONS
      `,
    ],
    breaks: [
      `
      > DELETE /orders HTTP/1.1
      < HTTP/1.1 405 Method Not Allowed
      < Allow: "GET", "HEAD"
      < Content-Type: text/plain; charset=utf-8
      <
      < Orders cannot be deleted all at once, now or later.
      `,
      `
      > DELETE /orders HTTP/1.1
      < HTTP/1.1 405 Method Not Allowed
      < Allow: GET HEAD
      < Content-Type: text/plain; charset=utf-8
      <
      < Orders cannot be deleted all at once, now or later.
      `,
      `
      > OPTIONS /orders HTTP/1.1
      < HTTP/1.1 204 No Content
      < Allow: GET;q=1, HEAD
      `,
    ],
  },
  {
    rule: '9110-10.2.1-head-with-get',
    passes: [
      `
      > PUT /orders/search HTTP/1.1
      > Content-Length: 0
      < HTTP/1.1 405 Method Not Allowed
      < Allow: POST, OPTIONS
      < Content-Type: text/plain; charset=utf-8
      <
      < Send searches with POST.
      `,
    ],
    breaks: [
      `
      > DELETE /orders HTTP/1.1
      < HTTP/1.1 405 Method Not Allowed
      < Allow: GET, POST
      < Content-Type: text/plain; charset=utf-8
      <
      < Orders cannot be deleted all at once, now or later.
      `,
      `
      > HEAD /events HTTP/1.1
      < HTTP/1.1 405 Method Not Allowed
      < Allow: GET
      < Content-Type: text/plain; charset=utf-8
      `,
    ],
  },
  {
    rule: '9110-9.1-method-case',
    passes: [
      `
      > patch /orders/42 HTTP/1.1
      > Content-Length: 0
      < HTTP/1.1 501 Not Implemented
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < Methods are written in capitals here.
      `,
    ],
    breaks: [
      `
      > get /orders/42 HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < ETag: "a1"
      <
      < {"id":42}
      `,
      `
      > DELETE /orders HTTP/1.1
      < HTTP/1.1 405 Method Not Allowed
      < Allow: get, post
      < Content-Type: text/plain; charset=utf-8
      <
      < Orders cannot be deleted all at once, now or later.
      `,
    ],
  },
]
