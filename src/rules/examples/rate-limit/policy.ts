import type { RuleExample } from '../example.ts'

export const policyExamples: readonly RuleExample[] = [
  {
    rule: 'ratelimit10-3-policy-list',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit-Policy: "burst";q=100;w=60,"daily";q=1000;w=86400
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit-Policy: "default";q=100
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit-Policy: 100;w=60
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit-Policy: burst;q=100;w=60
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit-Policy: "burst"; q=100,
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit-Policy: 
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: 'ratelimit10-3.1-q-required',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit-Policy: "burst";q=100;w=60,"daily";q=1000;w=86400
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit-Policy: "burst";w=60
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: 'ratelimit10-3.1.1-q-integer',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit-Policy: "burst";q=100;w=60,"daily";q=1000;w=86400
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit-Policy: "burst";q=-1
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit-Policy: "burst";q=1.5
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit-Policy: "burst";q="100"
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: 'ratelimit10-3.1.2-qu-string',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit-Policy: "bytes";q=65535;qu="content-bytes"
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit-Policy: "bytes";q=65535;qu=content-bytes
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit-Policy: "bytes";q=65535;qu="bytes"
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: 'ratelimit10-3.1.3-w-integer',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit-Policy: "burst";q=100;w=60,"daily";q=1000;w=86400
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit-Policy: "burst";q=100;w=0
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit-Policy: "burst";q=100;w=0.5
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit-Policy: "burst";q=100;w="60"
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: 'ratelimit10-3.1-vendor-params',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit-Policy: "burst";q=100;acme-burst=2
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit-Policy: "burst";q=100;burst=2
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: 'ratelimit10-3-policy-stable',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit-Policy: "burst";q=100;w=60,"daily";q=1000;w=86400
      < Content-Type: application/json
      <
      < []
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit-Policy: "burst";q=100;w=60,"daily";q=1000;w=86400
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit-Policy: "burst";q=100;w=60
      < Content-Type: application/json
      <
      < []
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit-Policy: "burst";q=99;w=60
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
]
