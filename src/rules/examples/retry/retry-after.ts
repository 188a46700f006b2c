import type { RuleExample } from '../example.ts'

export const retryAfterExamples: readonly RuleExample[] = [
  {
    rule: '9110-10.2.3-grammar',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 503 Service Unavailable
      < Retry-After: 120
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Come back later.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 429 Too Many Requests
      < Retry-After: Sat, 21 Nov 2026 09:00:00 GMT
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Come back later.
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 503 Service Unavailable
      < Retry-After: 1.5
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Come back later.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 503 Service Unavailable
      < Retry-After: -1
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Come back later.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 429 Too Many Requests
      < Retry-After: 2s
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Come back later.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 503 Service Unavailable
      < Retry-After: 2026-11-21T09:00:00Z
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Come back later.
      `,
    ],
  },
  {
    rule: '9110-10.2.3-singleton',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 503 Service Unavailable
      < Retry-After: 0
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Come back later.
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 503 Service Unavailable
      < Retry-After: 60
      < Retry-After: 120
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Come back later.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 503 Service Unavailable
      < Retry-After: 60, 60
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Come back later.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 429 Too Many Requests
      < Retry-After: 60, 120
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Come back later.
      `,
    ],
  },
]
