import type { RuleExample } from '../example.ts'

const REPORT = `
      < Content-Type: text/plain; charset=utf-8
      <
      < 0123456789
      `

const WHOLE = `
      > GET /report HTTP/1.1
      < HTTP/1.1 200 OK
      < ETag: "v1"${REPORT}`

const REFUSED = `
      < HTTP/1.1 412 Precondition Failed
      < ETag: "v1"
      < Content-Type: text/plain; charset=utf-8
      <
      < The report is in another state.
      `

export const ifMatchExamples: readonly RuleExample[] = [
  {
    rule: '9110-13.1.1-if-match-get',
    passes: [
      `
      > GET /report HTTP/1.1
      > If-Match: "v0", "v1"
      < HTTP/1.1 200 OK
      < ETag: "v1"${REPORT}`,
    ],
    breaks: [
      `
      > GET /report HTTP/1.1
      > If-Match: "v0"
      < HTTP/1.1 200 OK
      < ETag: "v1"${REPORT}`,
    ],
  },
  {
    rule: '9110-13.1.1-if-match-strong',
    passes: [
      `
      > GET /report HTTP/1.1
      > If-Match: "v1"
      < HTTP/1.1 200 OK
      < ETag: "v1"${REPORT}`,
    ],
    breaks: [
      `
      > GET /report HTTP/1.1
      > If-Match: W/"v1"
      < HTTP/1.1 200 OK
      < ETag: W/"v1"${REPORT}`,
      `
      > GET /report HTTP/1.1
      > If-Match: W/"v1"
      < HTTP/1.1 200 OK
      < ETag: "v1"${REPORT}`,
    ],
  },
  {
    rule: '9110-13.2.2-order-if-match-first',
    passes: [
      `
      > GET /report HTTP/1.1
      > If-Match: "v1"
      > If-None-Match: "v1"
      < HTTP/1.1 304 Not Modified
      < ETag: "v1"
      `,
    ],
    breaks: [
      `
      > GET /report HTTP/1.1
      > If-Match: "v0"
      > If-None-Match: "v1"
      < HTTP/1.1 304 Not Modified
      < ETag: "v1"
      `,
    ],
  },
  {
    rule: '9110-13.1.1-if-match-evaluate',
    passes: [
      `${WHOLE}
      > DELETE /report HTTP/1.1
      > If-Match: "v1"
      < HTTP/1.1 204 No Content
      `,
      `${WHOLE}
      > PUT /report HTTP/1.1
      > If-Match: "v0"
      > Content-Length: 10
      >
      > 0123456789
      < HTTP/1.1 204 No Content
      < ETag: "v1"
      `,
    ],
    breaks: [
      `${WHOLE}
      > DELETE /report HTTP/1.1
      > If-Match: "v0"
      < HTTP/1.1 204 No Content
      `,
      `${WHOLE}
      > PUT /report HTTP/1.1
      > If-Match: "v0"
      > Content-Length: 3
      >
      > abc
      < HTTP/1.1 204 No Content
      < ETag: "v2"
      `,
    ],
  },
  {
    rule: '9110-13.1.1-if-match-star',
    passes: [
      `
      > PUT /report HTTP/1.1
      > If-Match: *
      > Content-Length: 3
      >
      > abc
      < HTTP/1.1 204 No Content
      < ETag: "v2"
      `,
    ],
    breaks: [
      `
      > PUT /report HTTP/1.1
      > If-Match: *
      > Content-Length: 3
      >
      > abc
      < HTTP/1.1 201 Created
      < ETag: "v1"
      `,
    ],
  },
  {
    rule: '9110-13.1.1-if-match-list',
    passes: [
      `${WHOLE}
      > DELETE /report HTTP/1.1
      > If-Match: "v0", "v1"
      < HTTP/1.1 204 No Content
      `,
    ],
    breaks: [
      `${WHOLE}
      > DELETE /report HTTP/1.1
      > If-Match: "v0", "v1"${REFUSED}`,
    ],
  },
  {
    rule: '9110-13.1.4-ius-ignored-with-if-match',
    passes: [
      `${WHOLE}
      > DELETE /report HTTP/1.1
      > If-Match: "v1"
      > If-Unmodified-Since: Mon, 03 Jan 2000 00:00:00 GMT
      < HTTP/1.1 204 No Content
      `,
    ],
    breaks: [
      `${WHOLE}
      > DELETE /report HTTP/1.1
      > If-Match: "v1"
      > If-Unmodified-Since: Mon, 03 Jan 2000 00:00:00 GMT${REFUSED}`,
    ],
  },
]
