import type { RuleExample } from '../example.ts'

export const upgradeRequiredExamples: readonly RuleExample[] = [
  {
    rule: '9110-15.5.22-upgrade',
    passes: [
      `
      > GET /socket HTTP/1.1
      < HTTP/1.1 426 Upgrade Required
      < Connection: upgrade
      < Upgrade: websocket
      < Content-Type: text/plain; charset=utf-8
      <
      < Open a WebSocket.
      `,
    ],
    breaks: [
      `
      > GET /socket HTTP/1.1
      < HTTP/1.1 426 Upgrade Required
      < Content-Type: text/plain; charset=utf-8
      <
      < Open a WebSocket.
      `,
      `
      > GET /socket HTTP/1.1
      < HTTP/1.1 426 Upgrade Required
      < Connection: upgrade
      < Upgrade:
      < Content-Type: text/plain; charset=utf-8
      <
      < Open a WebSocket.
      `,
    ],
  },
  {
    rule: '9110-7.8-grammar',
    passes: [
      `
      > GET /ipp HTTP/1.1
      < HTTP/1.1 426 Upgrade Required
      < Connection: Upgrade
      < Upgrade: TLS/1.2, HTTP/1.1
      < Content-Type: text/plain; charset=utf-8
      <
      < Use TLS.
      `,
    ],
    breaks: [
      `
      > GET /socket HTTP/1.1
      < HTTP/1.1 426 Upgrade Required
      < Connection: upgrade
      < Upgrade: "websocket"
      < Content-Type: text/plain; charset=utf-8
      <
      < Open a WebSocket.
      `,
      `
      > GET /socket HTTP/1.1
      < HTTP/1.1 426 Upgrade Required
      < Connection: upgrade
      < Upgrade: wss://api.example/socket
      < Content-Type: text/plain; charset=utf-8
      <
      < Open a WebSocket.
      `,
      `
      > GET /socket HTTP/1.1
      < HTTP/1.1 426 Upgrade Required
      < Connection: upgrade
      < Upgrade: TLS/
      < Content-Type: text/plain; charset=utf-8
      <
      < Use TLS.
      `,
    ],
  },
]
