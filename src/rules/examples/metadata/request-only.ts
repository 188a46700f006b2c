import type { RuleExample } from '../example.ts'

export const requestOnlyExamples: readonly RuleExample[] = [
  {
    rule: '8470-5.1-not-in-response',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Early-Data: 1
      < HTTP/1.1 425 Too Early
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < Send the request again after the handshake.
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Early-Data: 1
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
]
