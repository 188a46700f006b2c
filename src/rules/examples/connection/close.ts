import type { RuleExample } from '../example.ts'

export const closeExamples: readonly RuleExample[] = [
  {
    rule: '9112-9.6-received-close-honoured',
    passes: [
      `
      # closed
      > GET /orders/42 HTTP/1.1
      > Connection: close
      < HTTP/1.1 404 Not Found
      < Connection: close
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
    breaks: [
      `
      # kept
      > DELETE /orders/42 HTTP/1.1
      > Connection: close
      < HTTP/1.1 204 No Content
      < Connection: keep-alive
      `,
      `
      # kept
      > GET /orders HTTP/1.0
      > Connection: Close
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      <
      < []
      `,
    ],
    also: ['9112-9.6-received-close-answered-with-close'],
  },
  {
    rule: '9112-9.6-received-close-answered-with-close',
    passes: [
      `
      # closed
      > DELETE /orders/42 HTTP/1.1
      > Connection: close
      < HTTP/1.1 204 No Content
      < Connection: close
      `,
    ],
    breaks: [
      `
      # closed
      > GET /orders/42 HTTP/1.1
      > Connection: close
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
      `
      > GET /orders HTTP/1.1
      > Connection: close
      < HTTP/1.1 200 OK
      < Connection: keep-alive
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: '9112-9.6-sent-close-honoured',
    passes: [
      `
      # closed
      > POST /upload HTTP/1.1
      < HTTP/1.1 413 Content Too Large
      < Connection: close
      < Content-Type: text/plain; charset=utf-8
      <
      < At most 1 MB.
      `,
    ],
    breaks: [
      `
      # kept
      > POST /upload HTTP/1.1
      < HTTP/1.1 413 Content Too Large
      < Connection: close
      < Content-Type: text/plain; charset=utf-8
      <
      < At most 1 MB.
      `,
    ],
  },
  {
    rule: '9112-9.6-close-announced',
    passes: [
      `
      # closed
      > POST /upload HTTP/1.1
      < HTTP/1.1 413 Content Too Large
      < Connection: close
      < Content-Type: text/plain; charset=utf-8
      <
      < At most 1 MB.
      `,
      `
      # kept
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      # closed
      > POST /upload HTTP/1.1
      < HTTP/1.1 413 Content Too Large
      < Content-Type: text/plain; charset=utf-8
      <
      < At most 1 MB.
      `,
    ],
  },
  {
    rule: '9112-9.6-close-408',
    passes: [
      `
      # closed
      > POST /orders HTTP/1.1
      < HTTP/1.1 408 Request Timeout
      < Connection: close
      < Content-Type: text/plain; charset=utf-8
      <
      < The request did not arrive in time.
      `,
    ],
    breaks: [
      `
      # closed
      > POST /orders HTTP/1.1
      < HTTP/1.1 408 Request Timeout
      < Content-Type: text/plain; charset=utf-8
      <
      < The request did not arrive in time.
      `,
      `
      # closed
      > POST /orders HTTP/1.1
      < HTTP/1.1 408 Request Timeout
      < Connection: keep-alive
      < Content-Type: text/plain; charset=utf-8
      <
      < The request did not arrive in time.
      `,
    ],
  },
  {
    rule: '9112-9.3-http10-closes-by-default',
    passes: [
      `
      # closed
      > GET /orders HTTP/1.0
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      # kept
      > GET /orders HTTP/1.0
      < HTTP/1.1 200 OK
      < Connection: keep-alive
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
]
