import type { RuleExample } from '../example.ts'

export const structuredExamples: readonly RuleExample[] = [
  {
    rule: '9651-4.1-sf-empty-omitted',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Cache-Status: edge; hit
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Cache-Status:
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Reporting-Endpoints:
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: '9651-3.3.3-string-ascii',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Cache-Status: edge; detail="taeglich"
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Cache-Status: edge; detail="täglich"
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: '9209-2-member-type',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 504 Gateway Timeout
      < Proxy-Status: "shop gateway"; error=connection_timeout, edge.example
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < The orders do not answer.
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 504 Gateway Timeout
      < Proxy-Status: shop gateway; error=connection_timeout
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < The orders do not answer.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 504 Gateway Timeout
      < Proxy-Status: 504; error=connection_timeout
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < The orders do not answer.
      `,
    ],
  },
  {
    rule: '9209-2-trailer',
    passes: [
      `
      # trailer Proxy-Status: shop-gateway; error=connection_terminated
      > GET /orders HTTP/1.1
      > TE: trailers
      < HTTP/1.1 200 OK
      < Proxy-Status: shop-gateway
      < Transfer-Encoding: chunked
      < Trailer: Proxy-Status
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      # trailer Proxy-Status: shop-gateway; error=connection_terminated
      > GET /orders HTTP/1.1
      > TE: trailers
      < HTTP/1.1 200 OK
      < Transfer-Encoding: chunked
      < Trailer: Proxy-Status
      < Content-Type: application/json
      <
      < []
      `,
      `
      # trailer Proxy-Status: shop-gateway; error=connection_terminated
      > GET /orders HTTP/1.1
      > TE: trailers
      < HTTP/1.1 200 OK
      < Proxy-Status: edge
      < Transfer-Encoding: chunked
      < Trailer: Proxy-Status
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
]
