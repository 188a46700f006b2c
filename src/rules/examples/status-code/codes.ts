import type { RuleExample } from '../example.ts'

export const codeExamples: readonly RuleExample[] = [
  {
    rule: '9205-4.6-registered-codes-only',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 451 Unavailable For Legal Reasons
      < Cache-Control: no-store
      < Link: <https://api.example/>; rel="blocked-by"
      < Content-Type: text/plain; charset=utf-8
      <
      < A court order of 12 May forbids to show these orders to anybody in this country.
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 499 Client Closed Request
      < Content-Type: text/plain; charset=utf-8
      <
      < The client went away before there was an answer.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 520 Unknown Error
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < The origin server said something odd; try again later.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 299 Mostly OK
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: '9110-15-status-100-599',
    passes: [
      `
      > GET /health HTTP/1.1
      < HTTP/1.1 204 No Content
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 999 Request Denied
      < Content-Type: text/plain; charset=utf-8
      <
      < Robots are not welcome here.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 600 Unparseable
      < Content-Type: text/plain; charset=utf-8
      <
      < The answer of another server made no sense.
      `,
    ],
  },
  {
    rule: '9110-15-interim-then-one-final',
    passes: [
      `
      > GET / HTTP/1.1
      < HTTP/1.1 103 Early Hints
      < Link: </style.css>; rel=preload; as=style
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset=utf-8
      < ETag: "a1"
      <
      < <!doctype html><title>Orders</title>
      `,
    ],
    breaks: [
      `
      > GET / HTTP/1.1
      < HTTP/1.1 103 Early Hints
      < Link: </style.css>; rel=preload; as=style
      `,
    ],
  },
  {
    rule: '9110-15.5.19-reserved',
    passes: [
      `
      > BREW /pot-1 HTTP/1.1
      > Content-Type: message/coffeepot
      < HTTP/1.1 418 I'm a Teapot
      < Content-Type: text/plain; charset=utf-8
      <
      < Short and stout, and not made for coffee.
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 418 I'm a Teapot
      < Content-Type: text/plain; charset=utf-8
      <
      < Robots are not welcome here.
      `,
    ],
  },
]
