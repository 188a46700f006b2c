import type { RuleExample } from '../example.ts'

const MOVED = `
      < HTTP/1.1 308 Permanent Redirect
      < Location: /reports/1
      < Content-Type: text/plain; charset=utf-8
      <
      < Moved to /reports/1
      `

const MISSING = `
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < No such report.
      `

const UNKNOWN = `
      < HTTP/1.1 501 Not Implemented
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < This server knows no BREW.
      `

const REFUSED = `
      < HTTP/1.1 412 Precondition Failed
      < Content-Type: text/plain; charset=utf-8
      <
      < The report is in another state.
      `

export const orderExamples: readonly RuleExample[] = [
  {
    rule: '9110-13.2.1-redirect-precedes-preconditions',
    passes: [
      `
      > GET /report HTTP/1.1${MOVED}
      > GET /report HTTP/1.1
      > If-Match: "no"${MOVED}`,
    ],
    breaks: [
      `
      > GET /report HTTP/1.1${MOVED}
      > GET /report HTTP/1.1
      > If-Match: "no"${REFUSED}`,
      `
      > GET /report HTTP/1.1${MOVED}
      > GET /report HTTP/1.1
      > If-None-Match: *
      < HTTP/1.1 304 Not Modified
      < ETag: "v1"
      `,
    ],
  },
  {
    rule: '9110-13.2.1-ignore-when-other-failure-4xx',
    passes: [
      `
      > GET /report HTTP/1.1${MISSING}
      > GET /report HTTP/1.1
      > If-Modified-Since: Fri, 20 Nov 2026 08:00:00 GMT${MISSING}`,
    ],
    breaks: [
      `
      > GET /report HTTP/1.1${MISSING}
      > GET /report HTTP/1.1
      > If-Match: *${REFUSED}`,
      `
      > GET /report HTTP/1.1${MISSING}
      > GET /report HTTP/1.1
      > If-None-Match: *
      < HTTP/1.1 304 Not Modified
      < ETag: "v1"
      `,
    ],
  },
  {
    rule: '9110-13.2.1-ignore-when-other-failure-5xx',
    passes: [
      `
      > BREW /report HTTP/1.1${UNKNOWN}
      > BREW /report HTTP/1.1
      > If-Match: "no"${UNKNOWN}`,
    ],
    breaks: [
      `
      > BREW /report HTTP/1.1${UNKNOWN}
      > BREW /report HTTP/1.1
      > If-Match: "no"${REFUSED}`,
    ],
  },
  {
    rule: '9110-13.2.1-ignore-for-connect-options-trace',
    passes: [
      `
      > OPTIONS /report HTTP/1.1
      > If-None-Match: *
      < HTTP/1.1 204 No Content
      < Allow: GET, HEAD, OPTIONS
      `,
    ],
    breaks: [
      `
      > OPTIONS /report HTTP/1.1
      > If-Match: "no"${REFUSED}`,
      `
      > OPTIONS /report HTTP/1.1
      > If-None-Match: *
      < HTTP/1.1 304 Not Modified
      < ETag: "v1"
      `,
    ],
  },
]
