import type { RuleExample } from '../example.ts'

export const remainingExamples: readonly RuleExample[] = [
  {
    rule: 'ratelimit10-4-ratelimit-list',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit-Policy: "burst";q=100;w=60,"daily";q=1000;w=86400
      < RateLimit: "burst";r=42;t=30
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit: "burst";r=42
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit: limit=100, remaining=99, reset=30
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit: 100
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit-Policy: "burst";q=100;w=60,"daily";q=1000;w=86400
      < RateLimit: "other";r=42
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: 'ratelimit10-4.1-r-required',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit: "burst";r=0;t=30
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit: "burst";t=30
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit: "burst";r=-1
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit: "burst";r=0.5
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: 'ratelimit10-4.1.2-t-integer',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit: "burst";r=0;t=30
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit: "burst";r=0;t=-1
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit: "burst";r=0;t=1.5
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit: "burst";r=0;t=1795248030
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: 'ratelimit10-6-retry-after-consistent',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 429 Too Many Requests
      < Retry-After: 30
      < RateLimit: "burst";r=0;t=30
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < At most 100 requests in a minute are allowed.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 429 Too Many Requests
      < Retry-After: Sat, 21 Nov 2026 08:01:00 GMT
      < RateLimit: "burst";r=0;t=60
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < At most 100 requests in a minute are allowed.
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 429 Too Many Requests
      < Retry-After: 10
      < RateLimit: "burst";r=0;t=30
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < At most 100 requests in a minute are allowed.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 429 Too Many Requests
      < Retry-After: Sat, 21 Nov 2026 08:00:10 GMT
      < RateLimit: "burst";r=0;t=60
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < At most 100 requests in a minute are allowed.
      `,
    ],
  },
]
