import type { RuleExample } from '../example.ts'

export const errorsExamples: readonly RuleExample[] = [
  {
    rule: '9110-12.1-accept-covers-errors-4xx',
    passes: [
      `
      > GET /orders/7 HTTP/1.1
      > Accept: text/html
      < HTTP/1.1 404 Not Found
      < Content-Type: text/html; charset=utf-8
      < Vary: Accept
      <
      < <p>There is no order 7.</p>
      > GET /orders/7 HTTP/1.1
      > Accept: application/json
      < HTTP/1.1 404 Not Found
      < Content-Type: application/json
      < Vary: Accept
      <
      < {"detail":"There is no order 7."}
      `,
    ],
    breaks: [
      `
      > GET /orders/7 HTTP/1.1
      > Accept: application/json
      < HTTP/1.1 404 Not Found
      < Content-Type: application/json
      < Vary: Accept
      <
      < {"detail":"There is no order 7."}
      > GET /orders/7 HTTP/1.1
      > Accept: application/json, text/html;q=0.5
      < HTTP/1.1 404 Not Found
      < Content-Type: text/html; charset=utf-8
      < Vary: Accept
      <
      < <p>There is no order 7.</p>
      `,
      `
      > GET /orders/7 HTTP/1.1
      > Accept: application/json
      < HTTP/1.1 500 Internal Server Error
      < Content-Type: application/json
      < Vary: Accept
      < Cache-Control: no-store
      <
      < {"detail":"There is no order 7."}
      > GET /orders/7 HTTP/1.1
      > Accept: application/*
      < HTTP/1.1 500 Internal Server Error
      < Content-Type: text/plain; charset=utf-8
      < Vary: Accept
      < Cache-Control: no-store
      <
      < There is no order 7.
      `,
    ],
  },
]
