import type { RuleExample } from '../example.ts'

export const protocolExamples: readonly RuleExample[] = [
  {
    rule: '9110-7.8-101-upgrade-in-connection',
    passes: [
      `
      > GET /feed HTTP/1.1
      < HTTP/1.1 426 Upgrade Required
      < Upgrade: feed/2
      < Connection: upgrade
      < Content-Type: text/plain; charset=utf-8
      <
      < Brewing has failed; try again with other leaves.
      `,
      `
      > GET / HTTP/1.1
      < HTTP/1.1 200 OK
      < Upgrade: h2,h2c
      < Connection: Upgrade, Keep-Alive
      < Keep-Alive: timeout=5, max=100
      < Content-Type: text/html; charset=utf-8
      <
      < <!doctype html><title>Tea</title>
      `,
    ],
    breaks: [
      `
      > GET /feed HTTP/1.1
      < HTTP/1.1 426 Upgrade Required
      < Upgrade: feed/2
      < Content-Type: text/plain; charset=utf-8
      <
      < Brewing has failed; try again with other leaves.
      `,
      `
      > GET /feed HTTP/1.1
      < HTTP/1.1 426 Upgrade Required
      < Upgrade: feed/2
      < Connection: close
      < Content-Type: text/plain; charset=utf-8
      <
      < Brewing has failed; try again with other leaves.
      `,
    ],
  },
  {
    rule: '9110-7.8-101-only-offered-protocol',
    passes: [
      `
      > GET /feed HTTP/1.1
      > Connection: Upgrade
      > Upgrade: feed/2, feed/1
      < HTTP/1.1 101 Switching Protocols
      < Connection: Upgrade
      < Upgrade: Feed/1
      `,
      `
      > OPTIONS * HTTP/1.1
      > Connection: Upgrade
      > Upgrade: TLS/1.2
      < HTTP/1.1 101 Switching Protocols
      < Connection: Upgrade
      < Upgrade: TLS/1.2, HTTP/1.1
      `,
    ],
    breaks: [
      `
      > GET /feed HTTP/1.1
      > Connection: Upgrade
      > Upgrade: feed/2
      < HTTP/1.1 101 Switching Protocols
      < Connection: Upgrade
      < Upgrade: websocket
      `,
      `
      > GET /feed HTTP/1.1
      < HTTP/1.1 101 Switching Protocols
      < Connection: Upgrade
      < Upgrade: feed/2
      `,
    ],
  },
  {
    rule: '9110-7.8-101-not-for-http10',
    passes: [
      `
      > GET /feed HTTP/1.0
      > Connection: Upgrade
      > Upgrade: feed/2
      < HTTP/1.1 200 OK
      < Connection: close
      < Content-Type: text/plain; charset=utf-8
      <
      < tea
      `,
    ],
    breaks: [
      `
      > GET /feed HTTP/1.0
      > Connection: Upgrade
      > Upgrade: feed/2
      < HTTP/1.1 101 Switching Protocols
      < Connection: Upgrade
      < Upgrade: feed/2
      `,
    ],
  },
  {
    rule: '9110-7.8-100-before-101',
    passes: [
      `
      > POST /feed HTTP/1.1
      > Connection: Upgrade
      > Upgrade: feed/2
      > Expect: 100-continue
      > Content-Type: text/plain
      > Content-Length: 3
      >
      > tea
      < HTTP/1.1 100 Continue
      < HTTP/1.1 101 Switching Protocols
      < Connection: Upgrade
      < Upgrade: feed/2
      `,
    ],
    breaks: [
      `
      > POST /feed HTTP/1.1
      > Connection: Upgrade
      > Upgrade: feed/2
      > Expect: 100-continue
      > Content-Type: text/plain
      > Content-Length: 3
      < HTTP/1.1 101 Switching Protocols
      < Connection: Upgrade
      < Upgrade: feed/2
      `,
    ],
  },
]
