import type { RuleExample } from '../example.ts'

const REPORT = `
      < Content-Type: text/plain; charset=utf-8
      <
      < 0123456789
      `

export const ifNoneMatchExamples: readonly RuleExample[] = [
  {
    rule: '9110-13.1.2-if-none-match-304-get-head',
    passes: [
      `
      > GET /report HTTP/1.1
      > If-None-Match: "v0"
      < HTTP/1.1 200 OK
      < ETag: "v1"${REPORT}`,
    ],
    breaks: [
      `
      > GET /report HTTP/1.1
      > If-None-Match: "v1"
      < HTTP/1.1 200 OK
      < ETag: "v1"${REPORT}`,
      `
      > GET /report HTTP/1.1
      > If-None-Match: "v0", W/"v1"
      < HTTP/1.1 200 OK
      < ETag: W/"v1"${REPORT}`,
      `
      > HEAD /report HTTP/1.1
      > If-None-Match: "v1"
      < HTTP/1.1 200 OK
      < ETag: "v1"
      < Content-Length: 10
      < Content-Type: text/plain; charset=utf-8
      `,
    ],
  },
  {
    rule: '9110-8.8.3-if-none-match-comma-in-tag',
    passes: [
      `
      > GET /report HTTP/1.1
      > If-None-Match: "a,b"
      < HTTP/1.1 200 OK
      < ETag: "a,c"${REPORT}`,
    ],
    breaks: [
      `
      > GET /report HTTP/1.1
      > If-None-Match: "a,b"
      < HTTP/1.1 200 OK
      < ETag: "a,b"${REPORT}`,
    ],
  },
  {
    rule: '9110-13.1.2-if-none-match-weak',
    passes: [
      `
      > GET /report HTTP/1.1
      > If-None-Match: W/"v0"
      < HTTP/1.1 200 OK
      < ETag: "v1"${REPORT}`,
    ],
    breaks: [
      `
      > GET /report HTTP/1.1
      > If-None-Match: W/"v1"
      < HTTP/1.1 200 OK
      < ETag: "v1"${REPORT}`,
      `
      > GET /report HTTP/1.1
      > If-None-Match: "v1"
      < HTTP/1.1 200 OK
      < ETag: W/"v1"${REPORT}`,
    ],
  },
  {
    rule: '9110-13.1.2-if-none-match-evaluate',
    passes: [
      `
      > GET /report HTTP/1.1
      > Cache-Control: no-cache
      > If-None-Match: "v0"
      < HTTP/1.1 200 OK
      < ETag: "v1"${REPORT}`,
    ],
    breaks: [
      `
      > GET /report HTTP/1.1
      > Cache-Control: no-cache
      > If-None-Match: W/"v1"
      < HTTP/1.1 200 OK
      < ETag: W/"v1"${REPORT}`,
    ],
  },
  {
    rule: '9110-13.1.2-if-none-match-star',
    passes: [
      `
      > GET /report HTTP/1.1
      > If-None-Match: *
      < HTTP/1.1 304 Not Modified
      < ETag: "v1"
      `,
    ],
    breaks: [
      `
      > GET /report HTTP/1.1
      > If-None-Match: *
      < HTTP/1.1 200 OK${REPORT}`,
    ],
  },
  {
    rule: '9110-13.1.2-put-if-none-match-star-conflict',
    passes: [
      `
      > PUT /report HTTP/1.1
      > If-None-Match: *
      > Content-Length: 3
      >
      > abc
      < HTTP/1.1 201 Created
      < ETag: "v1"
      `,
    ],
    breaks: [
      `
      > PUT /report HTTP/1.1
      > If-None-Match: *
      > Content-Length: 3
      >
      > abc
      < HTTP/1.1 204 No Content
      `,
      `
      > HEAD /report HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < ETag: "v1"
      > PUT /report HTTP/1.1
      > If-None-Match: *
      > Content-Length: 3
      >
      > abc
      < HTTP/1.1 204 No Content
      `,
      `
      > PUT /report HTTP/1.1
      > If-None-Match: *
      > Content-Length: 3
      >
      > abc
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      <
      < Replaced.
      `,
    ],
  },
  {
    rule: '9110-13.1.2-if-none-match-412',
    passes: [
      `
      > GET /report HTTP/1.1
      > If-None-Match: "v1"
      < HTTP/1.1 304 Not Modified
      < ETag: "v1"
      `,
    ],
    breaks: [
      `
      > GET /report HTTP/1.1
      > If-None-Match: "v1"
      < HTTP/1.1 412 Precondition Failed
      < Content-Type: text/plain; charset=utf-8
      <
      < You have it already.
      `,
    ],
  },
]
