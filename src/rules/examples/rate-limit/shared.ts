import type { RuleExample } from '../example.ts'

export const sharedExamples: readonly RuleExample[] = [
  {
    rule: 'ratelimit10-3.1.4-pk-bytes',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit-Policy: "peruser";q=100;w=60;pk=:YWNjb3VudA==:
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit-Policy: "peruser";q=100;pk="account"
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < RateLimit: "peruser";r=5;pk=account
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: 'ratelimit10-3.1-no-trailer',
    passes: [
      `
      # trailer Server-Timing: db;dur=53
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Trailer: Server-Timing
      < Transfer-Encoding: chunked
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      # trailer RateLimit: "burst";r=5
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Trailer: RateLimit
      < Transfer-Encoding: chunked
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
]
