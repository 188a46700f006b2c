import type { RuleExample } from '../example.ts'

export const multiplexedExamples: readonly RuleExample[] = [
  {
    rule: '9113-8.2.2-h2-no-connection-fields',
    passes: [
      `
      > POST /upload HTTP/2
      < HTTP/2 413
      < content-type: text/plain; charset=utf-8
      <
      < At most 1 MB.
      `,
    ],
    breaks: [
      `
      > POST /upload HTTP/2
      < HTTP/2 413
      < connection: close
      < content-type: text/plain; charset=utf-8
      <
      < At most 1 MB.
      `,
      `
      > GET /orders HTTP/2
      < HTTP/2 200
      < keep-alive: timeout=5
      < content-type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: '9114-4.2-h3-no-connection-fields',
    passes: [
      `
      > GET /orders HTTP/3
      < HTTP/3 200
      < alt-svc: h3=":443"; ma=86400
      < content-type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/3
      < HTTP/3 200
      < connection: keep-alive
      < content-type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: '9113-8.2-h2-lowercase-names',
    passes: [
      `
      > GET /orders/42 HTTP/2
      < HTTP/2 404
      < content-type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
    breaks: [
      `
      # as is
      > GET /orders/42 HTTP/2
      < HTTP/2 404
      < date: Sat, 21 Nov 2026 08:00:00 GMT
      < Content-Type: text/plain; charset=utf-8
      < content-length: 11
      <
      < No order 42
      `,
    ],
  },
  {
    rule: '9114-4.2-h3-lowercase-names',
    passes: [
      `
      > GET /orders/42 HTTP/3
      < HTTP/3 404
      < content-type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
    breaks: [
      `
      # as is
      > GET /orders/42 HTTP/3
      < HTTP/3 404
      < date: Sat, 21 Nov 2026 08:00:00 GMT
      < Content-Type: text/plain; charset=utf-8
      < content-length: 11
      <
      < No order 42
      `,
    ],
  },
  {
    rule: '9113-8.2.1-h2-value-no-edge-whitespace',
    passes: [
      `
      > GET /orders HTTP/2
      < HTTP/2 200
      < content-type: application/json
      < x-request-id: 7f3a 0001
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/2
      < HTTP/2 200
      < content-type: application/json
      < x-request-id: ␠7f3a
      <
      < []
      `,
      `
      > GET /orders HTTP/2
      < HTTP/2 200
      < content-type: application/json
      < x-request-id: 7f3a␉
      <
      < []
      `,
    ],
  },
  {
    rule: '9113-8.6-101-not-in-http2',
    passes: [
      `
      > GET /socket HTTP/1.1
      > Connection: Upgrade
      > Upgrade: example/1
      < HTTP/1.1 101 Switching Protocols
      < Connection: Upgrade
      < Upgrade: example/1
      `,
    ],
    breaks: [
      `
      > GET /socket HTTP/2
      < HTTP/2 101
      `,
    ],
  },
  {
    rule: '9114-4.5-101-not-in-http3',
    passes: [
      `
      > GET /socket HTTP/1.1
      > Connection: Upgrade
      > Upgrade: example/1
      < HTTP/1.1 101 Switching Protocols
      < Connection: Upgrade
      < Upgrade: example/1
      `,
    ],
    breaks: [
      `
      > GET /socket HTTP/3
      < HTTP/3 101
      `,
    ],
  },
]
