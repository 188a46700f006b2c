import type { RuleExample } from '../example.ts'

const REPORT = `
      < Last-Modified: Fri, 20 Nov 2026 08:00:00 GMT
      < Content-Type: text/plain; charset=utf-8
      <
      < 0123456789
      `

const REFUSED = `
      < HTTP/1.1 412 Precondition Failed
      < Content-Type: text/plain; charset=utf-8
      <
      < The report is in another state.
      `

export const dateExamples: readonly RuleExample[] = [
  {
    rule: '9110-13.1.3-ims-false-304',
    passes: [
      `
      > GET /report HTTP/1.1
      > If-Modified-Since: Thu, 19 Nov 2026 08:00:00 GMT
      < HTTP/1.1 200 OK${REPORT}`,
    ],
    breaks: [
      `
      > GET /report HTTP/1.1
      > If-Modified-Since: Fri, 20 Nov 2026 08:00:00 GMT
      < HTTP/1.1 200 OK${REPORT}`,
    ],
  },
  {
    rule: '9110-13.1.4-ius-evaluate',
    passes: [
      `
      > GET /report HTTP/1.1
      > If-Unmodified-Since: Fri, 20 Nov 2026 08:00:00 GMT
      < HTTP/1.1 200 OK${REPORT}`,
    ],
    breaks: [
      `
      > GET /report HTTP/1.1
      > If-Unmodified-Since: Fri, 20 Nov 2026 07:59:59 GMT
      < HTTP/1.1 200 OK${REPORT}`,
      `
      > GET /report HTTP/1.1
      < HTTP/1.1 200 OK${REPORT}
      > DELETE /report HTTP/1.1
      > If-Unmodified-Since: Mon, 03 Jan 2000 00:00:00 GMT
      < HTTP/1.1 204 No Content
      `,
    ],
  },
  {
    rule: '9110-13.2.2-order-if-unmodified-since-second',
    passes: [
      `
      > GET /report HTTP/1.1
      > If-Unmodified-Since: Fri, 20 Nov 2026 08:00:00 GMT
      > If-Modified-Since: Fri, 20 Nov 2026 08:00:00 GMT
      < HTTP/1.1 304 Not Modified
      < Last-Modified: Fri, 20 Nov 2026 08:00:00 GMT
      `,
    ],
    breaks: [
      `
      > GET /report HTTP/1.1
      > If-Unmodified-Since: Thu, 19 Nov 2026 08:00:00 GMT
      > If-Modified-Since: Fri, 20 Nov 2026 08:00:00 GMT
      < HTTP/1.1 304 Not Modified
      < Last-Modified: Fri, 20 Nov 2026 08:00:00 GMT
      `,
    ],
  },
  {
    rule: '9110-13.1.4-if-unmodified-ignored',
    passes: [
      `
      > DELETE /report HTTP/1.1
      > If-Unmodified-Since: Fri, 20 Nov 2026 08:00:00 GMT${REFUSED}`,
    ],
    breaks: [
      `
      > DELETE /report HTTP/1.1
      > If-Unmodified-Since: yesterday${REFUSED}`,
      `
      > DELETE /report HTTP/1.1
      > If-Unmodified-Since: Fri, 20 Nov 2026 08:00:00 GMT
      > If-Unmodified-Since: Fri, 20 Nov 2026 08:00:00 GMT${REFUSED}`,
    ],
  },
  {
    rule: '9110-13.1.4-ius-origin-clock',
    passes: [
      `
      > DELETE /report HTTP/1.1
      > If-Unmodified-Since: Fri, 20 Nov 2026 08:00:00 GMT${REFUSED}`,
    ],
    breaks: [
      `
      > DELETE /report HTTP/1.1
      > If-Unmodified-Since: Sat, 21 Nov 2026 08:00:00 GMT${REFUSED}`,
    ],
  },
  {
    rule: '9110-13.1.3-ims-ignored',
    passes: [
      `
      > GET /report HTTP/1.1
      > If-Modified-Since: Fri, 20 Nov 2026 08:00:00 GMT
      < HTTP/1.1 304 Not Modified
      < Last-Modified: Fri, 20 Nov 2026 08:00:00 GMT
      `,
    ],
    breaks: [
      `
      > DELETE /report HTTP/1.1
      > If-Modified-Since: Fri, 20 Nov 2026 08:00:00 GMT${REFUSED}`,
    ],
  },
]
