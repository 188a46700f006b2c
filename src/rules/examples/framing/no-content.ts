import type { RuleExample } from '../example.ts'

export const noContentExamples: readonly RuleExample[] = [
  {
    rule: '9110-8.6-no-content-length-1xx',
    passes: [
      `
      > GET / HTTP/1.1
      < HTTP/1.1 103 Early Hints
      < Link: </style.css>; rel=preload; as=style
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset=utf-8
      < Link: </style.css>; rel=preload; as=style
      <
      < <!doctype html><title>Tea</title>
      `,
    ],
    breaks: [
      `
      > GET / HTTP/1.1
      < HTTP/1.1 103 Early Hints
      < Link: </style.css>; rel=preload; as=style
      < Content-Length: 33
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset=utf-8
      < Link: </style.css>; rel=preload; as=style
      <
      < <!doctype html><title>Tea</title>
      `,
      `
      > GET /feed HTTP/1.1
      > Connection: Upgrade
      > Upgrade: feed/2
      < HTTP/1.1 101 Switching Protocols
      < Connection: Upgrade
      < Upgrade: feed/2
      < Content-Length: 0
      `,
    ],
  },
  {
    rule: '9112-6.1-no-transfer-encoding-1xx',
    passes: [
      `
      > PUT /files/1 HTTP/1.1
      > Expect: 100-continue
      > Content-Type: text/plain
      > Content-Length: 3
      >
      > tea
      < HTTP/1.1 100 Continue
      < HTTP/1.1 204 No Content
      `,
    ],
    breaks: [
      `
      > PUT /files/1 HTTP/1.1
      > Expect: 100-continue
      > Content-Type: text/plain
      > Content-Length: 3
      >
      > tea
      < HTTP/1.1 100 Continue
      < Transfer-Encoding: chunked
      < HTTP/1.1 204 No Content
      `,
      `
      > GET /feed HTTP/1.1
      > Connection: Upgrade
      > Upgrade: feed/2
      < HTTP/1.1 101 Switching Protocols
      < Connection: Upgrade
      < Upgrade: feed/2
      < Transfer-Encoding: chunked
      `,
    ],
  },
  {
    rule: '9110-8.6-connect-2xx-no-content-length',
    passes: [
      `
      > CONNECT shop.example:443 HTTP/1.1
      > Host: shop.example:443
      < HTTP/1.1 200 Connection Established
      `,
    ],
    breaks: [
      `
      > CONNECT shop.example:443 HTTP/1.1
      > Host: shop.example:443
      < HTTP/1.1 200 Connection Established
      < Content-Length: 0
      `,
    ],
  },
  {
    rule: '9112-6.1-connect-2xx-no-transfer-encoding',
    passes: [
      `
      > CONNECT shop.example:443 HTTP/1.1
      > Host: shop.example:443
      < HTTP/1.1 200 Connection Established
      < Via: 1.1 proxy.example
      `,
    ],
    breaks: [
      `
      > CONNECT shop.example:443 HTTP/1.1
      > Host: shop.example:443
      < HTTP/1.1 200 Connection Established
      < Transfer-Encoding: chunked
      `,
    ],
  },
  {
    rule: '9110-8.6-204-no-content-length',
    passes: [
      `
      > DELETE /orders/42 HTTP/1.1
      < HTTP/1.1 204 No Content
      `,
    ],
    breaks: [
      `
      > DELETE /orders/42 HTTP/1.1
      < HTTP/1.1 204 No Content
      < Content-Length: 0
      `,
      `
      > DELETE /orders/42 HTTP/2
      < HTTP/2 204
      < content-length: 0
      `,
    ],
  },
  {
    rule: '9112-6.1-204-no-transfer-encoding',
    passes: [
      `
      > DELETE /orders/42 HTTP/1.1
      < HTTP/1.1 204 No Content
      < ETag: "v2"
      `,
    ],
    breaks: [
      `
      > DELETE /orders/42 HTTP/1.1
      < HTTP/1.1 204 No Content
      < Transfer-Encoding: chunked
      `,
    ],
  },
]
