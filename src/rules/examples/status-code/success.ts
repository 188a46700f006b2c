import type { RuleExample } from '../example.ts'

export const successExamples: readonly RuleExample[] = [
  {
    rule: '9110-15.3.1-200-prefer-204-when-no-content-wanted',
    passes: [
      `
      > PUT /notes/a HTTP/1.1
      > Prefer: return=minimal
      > Content-Type: text/plain; charset=utf-8
      >
      > bread
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      <
      < {"version":7}
      `,
    ],
    breaks: [
      `
      > PUT /notes/a HTTP/1.1
      > Prefer: return=minimal
      > Content-Type: text/plain; charset=utf-8
      >
      > bread
      < HTTP/1.1 200 OK
      `,
    ],
  },
  {
    rule: '9110-15.3.2-201-identifies-resource',
    passes: [
      `
      > PUT /notes/a HTTP/1.1
      > Content-Type: text/plain; charset=utf-8
      >
      > milk
      < HTTP/1.1 201 Created
      > DELETE /notes/a HTTP/1.1
      < HTTP/1.1 204 No Content
      > GET /notes/a HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < No note a is here.
      `,
    ],
    breaks: [
      `
      > PUT /notes/a HTTP/1.1
      > Content-Type: text/plain; charset=utf-8
      >
      > milk
      < HTTP/1.1 201 Created
      > GET /notes/a HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < No note a is here.
      `,
      `
      > POST /notes HTTP/1.1
      > Content-Type: application/json
      >
      > {"text":"milk"}
      < HTTP/1.1 201 Created
      < Location: notes/8
      < Content-Type: application/json
      <
      < {"id":8}
      > GET /notes/8 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < No note 8 is here.
      `,
    ],
  },
  {
    rule: '9110-15.3.3-202-points-to-status',
    passes: [
      `
      > POST /reports HTTP/1.1
      > Content-Length: 0
      < HTTP/1.1 202 Accepted
      < Location: /jobs/7
      `,
    ],
    breaks: [
      `
      > POST /reports HTTP/1.1
      > Content-Length: 0
      < HTTP/1.1 202 Accepted
      `,
    ],
  },
  {
    rule: '9110-15.3.4-203-only-from-transforming-proxy',
    passes: [
      `
      > GET /photo.png HTTP/1.1
      < HTTP/1.1 203 Non-Authoritative Information
      < Via: 1.1 saver.example
      < Content-Type: image/webp
      < ETag: "a1-webp"
      <
      < WEBP
      `,
    ],
    breaks: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 203 Non-Authoritative Information
      < Content-Type: application/json
      < ETag: "a1"
      <
      < {"id":42}
      `,
    ],
  },
  {
    rule: '9110-15.3.5-204-no-content',
    passes: [
      `
      > DELETE /orders/42 HTTP/1.1
      < HTTP/1.1 204 No Content
      `,
    ],
    breaks: [
      `
      > DELETE /orders/42 HTTP/2
      < HTTP/2 204
      <
      < done
      `,
      `
      # surplus 5
      > DELETE /orders/42 HTTP/1.1
      < HTTP/1.1 204 No Content
      `,
      `
      # trailer Server-Timing: db;dur=3
      > DELETE /orders/42 HTTP/2
      < HTTP/2 204
      < trailer: Server-Timing
      `,
    ],
  },
  {
    rule: '9110-15.3.6-205-no-content',
    passes: [
      `
      > POST /form HTTP/1.1
      > Content-Length: 0
      < HTTP/1.1 205 Reset Content
      < Content-Length: 0
      `,
    ],
    breaks: [
      `
      > POST /form HTTP/1.1
      > Content-Length: 0
      < HTTP/1.1 205 Reset Content
      < Content-Type: text/plain; charset=utf-8
      <
      < Saved.
      `,
      `
      # surplus 6
      > POST /form HTTP/1.1
      > Content-Length: 0
      < HTTP/1.1 205 Reset Content
      < Content-Length: 0
      `,
    ],
  },
]
