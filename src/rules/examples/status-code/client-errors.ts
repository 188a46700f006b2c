import type { RuleExample } from '../example.ts'

const LONG = 'a'.repeat(9000)

export const clientErrorExamples: readonly RuleExample[] = [
  {
    rule: '9110-15.5.13-412-means-condition-false',
    passes: [
      `
      > PATCH /orders/42 HTTP/1.1
      > If-Match: "a0"
      > Content-Type: application/merge-patch+json
      >
      > {"paid":true}
      < HTTP/1.1 412 Precondition Failed
      < Content-Type: text/plain; charset=utf-8
      <
      < The order has changed since then; look at it again.
      `,
      `
      > PUT /copy HTTP/1.1
      > x-amz-copy-source: /bucket/original
      > x-amz-copy-source-if-match: "a0"
      > Content-Length: 0
      < HTTP/1.1 412 Precondition Failed
      < Content-Type: text/plain; charset=utf-8
      <
      < The original has changed since then.
      `,
    ],
    breaks: [
      `
      > PATCH /orders/42 HTTP/1.1
      > Content-Type: application/merge-patch+json
      >
      > {"paid":true}
      < HTTP/1.1 412 Precondition Failed
      < Content-Type: text/plain; charset=utf-8
      <
      < The order is not ready to be paid yet.
      `,
    ],
  },
  {
    rule: '9110-4.1-uri-8000',
    passes: [
      `
      > GET /${LONG} HTTP/1.1
      < HTTP/1.1 414 URI Too Long
      < Content-Type: text/plain; charset=utf-8
      <
      < URIs of more than 8192 characters are not taken, now or later.
      `,
    ],
    breaks: [
      `
      > GET /search?q=${'a'.repeat(3000)} HTTP/1.1
      < HTTP/1.1 414 URI Too Long
      < Content-Type: text/plain; charset=utf-8
      <
      < URIs of more than 2048 characters are not taken, now or later.
      `,
    ],
  },
  {
    rule: '9112-3-414',
    passes: [
      `
      > GET /${LONG} HTTP/1.1
      > Cookie: a=${LONG}
      < HTTP/1.1 431 Request Header Fields Too Large
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < The field Cookie is too large; delete the cookies of this site.
      `,
    ],
    breaks: [
      `
      # closed
      > GET /${LONG} HTTP/1.1
      < HTTP/1.1 431 Request Header Fields Too Large
      < Connection: close
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < The header section is too large; send less of it.
      `,
      `
      > GET /${LONG} HTTP/1.1
      < HTTP/1.1 413 Content Too Large
      < Content-Type: text/plain; charset=utf-8
      <
      < Requests of more than 8 kB are not taken, now or later.
      `,
    ],
  },
  {
    rule: '8470-5.2-only-if-early',
    passes: [
      `
      # insecure
      > POST /pay HTTP/1.1
      > Early-Data: 1
      > Content-Length: 0
      < HTTP/1.1 425 Too Early
      < Content-Type: text/plain; charset=utf-8
      <
      < Send it again after the TLS handshake.
      `,
      `
      # secure
      > POST /pay HTTP/1.1
      > Content-Length: 0
      < HTTP/1.1 425 Too Early
      < Content-Type: text/plain; charset=utf-8
      <
      < Send it again after the TLS handshake.
      `,
    ],
    breaks: [
      `
      # insecure
      > POST /pay HTTP/1.1
      > Content-Length: 0
      < HTTP/1.1 425 Too Early
      < Content-Type: text/plain; charset=utf-8
      <
      < The shop opens at nine; try again then.
      `,
    ],
  },
  {
    rule: '6585-3-use',
    passes: [
      `
      > PUT /notes/a HTTP/1.1
      > If-Match: *
      > Content-Type: text/plain; charset=utf-8
      >
      > bread
      < HTTP/1.1 428 Precondition Required
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < Send the ETag of the note in If-Match, and the request again.
      `,
    ],
    breaks: [
      `
      > PUT /notes/a HTTP/1.1
      > If-Match: "a0"
      > Content-Type: text/plain; charset=utf-8
      >
      > bread
      < HTTP/1.1 428 Precondition Required
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < Send the current ETag of the note in If-Match, and the request again.
      `,
    ],
  },
]
