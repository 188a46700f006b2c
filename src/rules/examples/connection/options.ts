import type { RuleExample } from '../example.ts'

export const optionExamples: readonly RuleExample[] = [
  {
    rule: '9110-7.6.1-connection-lists-hop-fields',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Connection: Keep-Alive
      < Keep-Alive: timeout=5, max=100
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Keep-Alive: timeout=5
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Connection: close
      < Keep-Alive: timeout=5
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: '9110-7.6.1-connection-not-end-to-end',
    passes: [
      `
      > GET /socket HTTP/1.1
      < HTTP/1.1 426 Upgrade Required
      < Connection: Upgrade, keep-alive
      < Upgrade: websocket
      < Content-Type: text/plain; charset=utf-8
      <
      < Open a WebSocket.
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Connection: keep-alive, Cache-Control
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
]
