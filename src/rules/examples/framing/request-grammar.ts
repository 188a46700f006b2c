import type { RuleExample } from '../example.ts'

const REFUSED = `
      < HTTP/1.1 400 Bad Request
      < Date: Sat, 21 Nov 2026 08:00:00 GMT
      < Connection: close
      < Content-Type: text/plain; charset=utf-8
      < Content-Length: 48
      <
      < Brewing has failed; try again with other leaves.
      `
const ACCEPTED = `
      < HTTP/1.1 204 No Content
      < Date: Sat, 21 Nov 2026 08:00:00 GMT
      `

export const requestGrammarExamples: readonly RuleExample[] = [
  {
    rule: '9112-3.2-host-missing',
    passes: [
      `
      # as is
      # closed
      > POST /orders HTTP/1.1
      ${REFUSED}
      `,
    ],
    breaks: [
      `
      # as is
      > POST /orders HTTP/1.1
      ${ACCEPTED}
      `,
    ],
  },
  {
    rule: '9112-3.2-host-multiple',
    passes: [
      `
      # closed
      > POST /orders HTTP/1.1
      > Host: api.example
      > Host: shop.example
      ${REFUSED}
      `,
    ],
    breaks: [
      `
      > POST /orders HTTP/1.1
      > Host: api.example
      > Host: shop.example
      ${ACCEPTED}
      `,
      `
      > POST /orders HTTP/1.0
      > Host: api.example
      > Host: api.example
      ${ACCEPTED}
      `,
    ],
  },
  {
    rule: '9112-3.2-host-invalid',
    passes: [
      `
      # closed
      > POST /orders HTTP/1.1
      > Host: api example
      ${REFUSED}
      `,
    ],
    breaks: [
      `
      > POST /orders HTTP/1.1
      > Host: user@api.example
      ${ACCEPTED}
      `,
      `
      > POST /orders HTTP/1.1
      > Host: api.example:https
      ${ACCEPTED}
      `,
      `
      > POST /orders HTTP/1.1
      > Host: [::1
      ${ACCEPTED}
      `,
    ],
  },
  {
    rule: '9112-3.2.2-absolute-form',
    passes: [
      `
      > GET /menu HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      <
      < tea
      > GET http://api.example/menu HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      <
      < tea
      `,
    ],
    breaks: [
      `
      > GET /menu HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      <
      < tea
      > GET http://api.example/menu HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < Brewing has failed; try again with other leaves.
      `,
      `
      > POST / HTTP/1.1
      < HTTP/1.1 204 No Content
      > POST http://api.example HTTP/1.1
      < HTTP/1.1 400 Bad Request
      < Content-Type: text/plain; charset=utf-8
      <
      < Brewing has failed; try again with other leaves.
      `,
    ],
  },
  {
    rule: '9112-5.1-space-before-colon',
    passes: [
      `
      # closed
      > POST /orders HTTP/1.1
      > X-Note : tea
      ${REFUSED}
      `,
    ],
    breaks: [
      `
      > POST /orders HTTP/1.1
      > X-Note : tea
      ${ACCEPTED}
      `,
    ],
  },
  {
    rule: '9112-2.2-bad-message',
    passes: [
      `
      # closed
      > PO(ST) /orders HTTP/1.1
      ${REFUSED}
      `,
    ],
    breaks: [
      `
      > POST /orders HTTP/1.1
      > X(Note): tea
      ${ACCEPTED}
      `,
      `
      # kept
      > POST /orders HTTP/1.1
      > X(Note): tea
      < HTTP/1.1 400 Bad Request
      < Content-Type: text/plain; charset=utf-8
      <
      < Brewing has failed; try again with other leaves.
      `,
    ],
  },
  {
    rule: '9112-3.2-invalid-request-line',
    passes: [
      `
      # closed
      > POST /orders␠of␠tea HTTP/1.1
      ${REFUSED}
      `,
      `
      > GET /orders␠of␠tea HTTP/1.1
      < HTTP/1.1 301 Moved Permanently
      < Location: /orders%20of%20tea
      < Content-Type: text/html; charset=utf-8
      <
      < <p>Moved to <a href="/orders%20of%20tea">/orders of tea</a>
      `,
    ],
    breaks: [
      `
      > POST /orders␠of␠tea HTTP/1.1
      ${ACCEPTED}
      `,
    ],
  },
  {
    rule: '9113-8.2.1-400-malformed',
    passes: [
      `
      > POST /orders HTTP/2
      > x note: tea
      < HTTP/2 400
      < content-type: text/plain; charset=utf-8
      <
      < Brewing has failed; try again with other leaves.
      `,
    ],
    breaks: [
      `
      > POST /orders HTTP/2
      > x note: tea
      < HTTP/2 204
      `,
    ],
  },
]
