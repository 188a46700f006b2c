import type { RuleExample } from '../example.ts'

export const notModifiedExamples: readonly RuleExample[] = [
  {
    rule: '9110-15.4.5-304-only-conditional-get-head',
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
      < HTTP/1.1 304 Not Modified
      < ETag: "v1"
      `,
      `
      > DELETE /report HTTP/1.1
      > If-Match: "v1"
      < HTTP/1.1 304 Not Modified
      < ETag: "v1"
      `,
    ],
  },
  {
    rule: '9110-13.1.2-if-none-match-412-others',
    passes: [
      `
      > PUT /report HTTP/1.1
      > If-None-Match: *
      > Content-Length: 3
      >
      > abc
      < HTTP/1.1 412 Precondition Failed
      < Content-Type: text/plain; charset=utf-8
      <
      < There is a report already.
      `,
    ],
    breaks: [
      `
      > PUT /report HTTP/1.1
      > If-None-Match: *
      > Content-Length: 3
      >
      > abc
      < HTTP/1.1 304 Not Modified
      < ETag: "v1"
      `,
    ],
  },
  {
    rule: '9110-13.1.3-ims-ignored-other-methods',
    passes: [
      `
      > HEAD /report HTTP/1.1
      > If-Modified-Since: Fri, 20 Nov 2026 08:00:00 GMT
      < HTTP/1.1 304 Not Modified
      < Last-Modified: Fri, 20 Nov 2026 08:00:00 GMT
      `,
    ],
    breaks: [
      `
      > DELETE /report HTTP/1.1
      > If-Modified-Since: Fri, 20 Nov 2026 08:00:00 GMT
      < HTTP/1.1 304 Not Modified
      < Last-Modified: Fri, 20 Nov 2026 08:00:00 GMT
      `,
    ],
  },
  {
    rule: '9110-13.1.3-ims-ignored-invalid-date',
    passes: [
      `
      > GET /report HTTP/1.1
      > If-Modified-Since: Fri, 20 Nov 2026 08:00:00 GMT
      < HTTP/1.1 304 Not Modified
      < Last-Modified: Fri, 20 Nov 2026 08:00:00 GMT
      `,
      `
      > GET /report HTTP/1.1
      > If-Modified-Since: Friday, 20-Nov-26 08:00:00 GMT
      < HTTP/1.1 304 Not Modified
      < Last-Modified: Fri, 20 Nov 2026 08:00:00 GMT
      `,
    ],
    breaks: [
      `
      > GET /report HTTP/1.1
      > If-Modified-Since: 2099-01-01T00:00:00Z
      < HTTP/1.1 304 Not Modified
      < Last-Modified: Fri, 20 Nov 2026 08:00:00 GMT
      `,
      `
      > GET /report HTTP/1.1
      > If-Modified-Since: Fri, 20 Nov 2026 08:00:00 GMT
      > If-Modified-Since: Fri, 20 Nov 2026 08:00:00 GMT
      < HTTP/1.1 304 Not Modified
      < Last-Modified: Fri, 20 Nov 2026 08:00:00 GMT
      `,
    ],
  },
  {
    rule: '9110-13.1.3-ims-ignored-with-inm',
    passes: [
      `
      > GET /report HTTP/1.1
      > If-None-Match: "v0", "v1"
      > If-Modified-Since: Fri, 20 Nov 2026 08:00:00 GMT
      < HTTP/1.1 304 Not Modified
      < ETag: W/"v1"
      `,
    ],
    breaks: [
      `
      > GET /report HTTP/1.1
      > If-None-Match: "v0"
      > If-Modified-Since: Fri, 20 Nov 2026 08:00:00 GMT
      < HTTP/1.1 304 Not Modified
      < ETag: "v1"
      `,
    ],
  },
  {
    rule: '9110-13.2.2-order-otherwise-perform',
    passes: [
      `
      > GET /report HTTP/1.1
      > If-None-Match: "v1"
      < HTTP/1.1 304 Not Modified
      < ETag: "v1"
      `,
      `
      > GET /report HTTP/1.1
      > If-Modified-Since: Fri, 20 Nov 2026 08:00:00 GMT
      < HTTP/1.1 304 Not Modified
      < Last-Modified: Fri, 20 Nov 2026 08:00:00 GMT
      `,
    ],
    breaks: [
      `
      > GET /report HTTP/1.1
      > If-None-Match: "ab"
      < HTTP/1.1 304 Not Modified
      < ETag: "aB"
      `,
      `
      > GET /report HTTP/1.1
      > If-Modified-Since: Fri, 20 Nov 2026 08:00:00 GMT
      < HTTP/1.1 304 Not Modified
      < Last-Modified: Fri, 20 Nov 2026 09:00:00 GMT
      `,
    ],
  },
]
