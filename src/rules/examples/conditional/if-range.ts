import type { RuleExample } from '../example.ts'

const PART = `
      < HTTP/1.1 206 Partial Content
      < Content-Type: text/plain; charset=utf-8
      < Content-Range: bytes 5-9/10`

const WHOLE = `
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < ETag: "v1"
      <
      < 0123456789
      `

export const ifRangeExamples: readonly RuleExample[] = [
  {
    rule: '9110-13.1.5-if-range-needs-range',
    passes: [
      `
      > GET /report HTTP/1.1
      > If-Range: "v0"${WHOLE}`,
    ],
    breaks: [
      `
      > GET /report HTTP/1.1
      > If-Range: "v1"${PART}
      < ETag: "v1"
      <
      < 56789
      `,
    ],
  },
  {
    rule: '9110-13.1.5-if-range-strong',
    passes: [
      `
      > GET /report HTTP/1.1
      > Range: bytes=5-
      > If-Range: W/"v1"${WHOLE}`,
    ],
    breaks: [
      `
      > GET /report HTTP/1.1
      > Range: bytes=5-
      > If-Range: W/"v1"${PART}
      < ETag: W/"v1"
      <
      < 56789
      `,
      `
      > GET /report HTTP/1.1
      > Range: bytes=50-
      > If-Range: W/"v1"
      < HTTP/1.1 416 Range Not Satisfiable
      < Content-Range: bytes */10
      < Content-Type: text/plain; charset=utf-8
      <
      < There are only 10 bytes.
      `,
    ],
  },
  {
    rule: '9110-13.1.5-if-range-false-ignores-range',
    passes: [
      `
      > GET /report HTTP/1.1
      > Range: bytes=5-
      > If-Range: "v1"${PART}
      < ETag: "v1"
      <
      < 56789
      `,
    ],
    breaks: [
      `
      > GET /report HTTP/1.1
      > Range: bytes=5-
      > If-Range: "v0"${PART}
      < ETag: "v1"
      <
      < 56789
      `,
    ],
  },
  {
    rule: '9110-13.1.5-if-range-date-exact',
    passes: [
      `
      > GET /report HTTP/1.1
      > Range: bytes=5-
      > If-Range: Fri, 20 Nov 2026 08:00:00 GMT${PART}
      < Last-Modified: Fri, 20 Nov 2026 08:00:00 GMT
      <
      < 56789
      `,
    ],
    breaks: [
      `
      > GET /report HTTP/1.1
      > Range: bytes=5-
      > If-Range: Fri, 20 Nov 2026 08:00:01 GMT${PART}
      < Last-Modified: Fri, 20 Nov 2026 08:00:00 GMT
      <
      < 56789
      `,
    ],
  },
  {
    rule: '9110-13.1.5-if-range-no-412',
    passes: [
      `
      > GET /report HTTP/1.1
      > Range: bytes=5-
      > If-Range: "v0"${WHOLE}`,
    ],
    breaks: [
      `
      > GET /report HTTP/1.1
      > Range: bytes=5-
      > If-Range: "v0"
      < HTTP/1.1 412 Precondition Failed
      < Content-Type: text/plain; charset=utf-8
      <
      < The report has changed.
      `,
    ],
  },
]
