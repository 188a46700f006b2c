import type { RuleExample } from '../example.ts'

export const allowExamples: readonly RuleExample[] = [
  {
    rule: '9110-10.2.1-allow-truthful',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      <
      < []
      > DELETE /orders HTTP/1.1
      < HTTP/1.1 405 Method Not Allowed
      < Allow: GET, HEAD
      < Content-Type: text/plain; charset=utf-8
      <
      < Only GET is allowed.
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      <
      < []
      > DELETE /orders HTTP/1.1
      < HTTP/1.1 405 Method Not Allowed
      < Allow: POST
      < Content-Type: text/plain; charset=utf-8
      <
      < Only POST is allowed.
      `,
      `
      > PUT /orders HTTP/1.1
      < HTTP/1.1 405 Method Not Allowed
      < Allow: GET, HEAD
      < Content-Type: text/plain; charset=utf-8
      <
      < Only GET is allowed.
      > DELETE /orders HTTP/1.1
      < HTTP/1.1 405 Method Not Allowed
      < Allow: GET, HEAD, PUT
      < Content-Type: text/plain; charset=utf-8
      <
      < Only PUT is allowed.
      `,
    ],
  },
]
