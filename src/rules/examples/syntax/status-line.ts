import type { RuleExample } from '../example.ts'

export const statusLineExamples: readonly RuleExample[] = [
  {
    rule: '9112-2.3-version-case-sensitive',
    passes: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
    breaks: [
      `
      # status line http/1.1 404 Not Found
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
      `
      # status line HTTP/1 404 Not Found
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
      `
      # status line ICY 404 Not Found
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
  },
  {
    rule: '9112-4-status-three-digits',
    passes: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
    breaks: [
      `
      # status line HTTP/1.1 0404 Not Found
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
      `
      # status line HTTP/1.1  404 Not Found
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
      `
      # status line HTTP/1.1 404Not Found
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
      `
      # status line HTTP/1.1
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
  },
  {
    rule: '9112-4-status-line-space',
    passes: [
      `
      > DELETE /orders/42 HTTP/1.1
      < HTTP/1.1 204␠
      `,
      `
      > DELETE /orders/42 HTTP/1.1
      < HTTP/1.1 204 No Content
      `,
    ],
    breaks: [
      `
      > DELETE /orders/42 HTTP/1.1
      < HTTP/1.1 204
      `,
    ],
  },
  {
    rule: '9112-4-reason-phrase-grammar',
    passes: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Kein Auftrag für␉Sie
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
    breaks: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 No order ␀
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 No ␛[31morder␛[0m
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
  },
]
