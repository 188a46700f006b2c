import type { RuleExample } from '../example.ts'

export const deltaExamples: readonly RuleExample[] = [
  {
    rule: '3229-10.4.1-226-needs-a-im',
    passes: [
      `
      > GET /news.html HTTP/1.1
      > If-None-Match: "123xyz"
      > A-IM: vcdiff, diffe, gzip
      < HTTP/1.1 226 IM Used
      < ETag: "489uhw"
      < IM: vcdiff
      < Content-Type: text/html; charset=utf-8
      <
      < what changed
      `,
    ],
    breaks: [
      `
      > GET /news.html HTTP/1.1
      > If-None-Match: "123xyz"
      < HTTP/1.1 226 IM Used
      < ETag: "489uhw"
      < IM: vcdiff
      < Content-Type: text/html; charset=utf-8
      <
      < what changed
      `,
    ],
  },
  {
    rule: '3229-10.4.1-226-etag',
    passes: [
      `
      > GET /news.html HTTP/1.1
      > If-None-Match: "123xyz"
      > A-IM: vcdiff, diffe, gzip
      < HTTP/1.1 226 IM Used
      < ETag: "489uhw"
      < IM: vcdiff
      < Content-Type: text/html; charset=utf-8
      <
      < what changed
      `,
    ],
    breaks: [
      `
      > GET /news.html HTTP/1.1
      > If-None-Match: "123xyz"
      > A-IM: vcdiff, diffe, gzip
      < HTTP/1.1 226 IM Used
      < IM: vcdiff
      < Content-Type: text/html; charset=utf-8
      <
      < what changed
      `,
    ],
  },
  {
    rule: '3229-10.3-226-im-field',
    passes: [
      `
      > GET /news.html HTTP/1.1
      > If-None-Match: "123xyz"
      > A-IM: vcdiff, diffe, gzip
      < HTTP/1.1 226 IM Used
      < ETag: "489uhw"
      < IM: vcdiff
      < Content-Type: text/html; charset=utf-8
      <
      < what changed
      `,
    ],
    breaks: [
      `
      > GET /news.html HTTP/1.1
      > If-None-Match: "123xyz"
      > A-IM: vcdiff, diffe, gzip
      < HTTP/1.1 226 IM Used
      < ETag: "489uhw"
      < Content-Type: text/html; charset=utf-8
      <
      < what changed
      `,
    ],
  },
  {
    rule: '3229-10.5.2-226-im-implies-226',
    passes: [
      `
      > GET /news.html HTTP/1.1
      > If-None-Match: "123xyz"
      > A-IM: vcdiff, diffe, gzip
      < HTTP/1.1 226 IM Used
      < ETag: "489uhw"
      < IM: vcdiff
      < Content-Type: text/html; charset=utf-8
      <
      < what changed
      `,
    ],
    breaks: [
      `
      > GET /news.html HTTP/1.1
      > If-None-Match: "123xyz"
      > A-IM: vcdiff, diffe, gzip
      < HTTP/1.1 200 OK
      < ETag: "489uhw"
      < IM: vcdiff
      < Content-Type: text/html; charset=utf-8
      <
      < what changed
      `,
    ],
  },
  {
    rule: '3229-10.5.3-226-only-listed-manipulations',
    passes: [
      `
      > GET /news.html HTTP/1.1
      > If-None-Match: "123xyz"
      > A-IM: vcdiff, diffe, gzip
      < HTTP/1.1 226 IM Used
      < ETag: "489uhw"
      < IM: vcdiff
      < Content-Type: text/html; charset=utf-8
      <
      < what changed
      `,
    ],
    breaks: [
      `
      > GET /news.html HTTP/1.1
      > If-None-Match: "123xyz"
      > A-IM: vcdiff, diffe, gzip
      < HTTP/1.1 226 IM Used
      < ETag: "489uhw"
      < IM: gdiff
      < Content-Type: text/html; charset=utf-8
      <
      < what changed
      `,
      `
      > GET /news.html HTTP/1.1
      > If-None-Match: "123xyz"
      > A-IM: vcdiff;q=0, diffe
      < HTTP/1.1 226 IM Used
      < ETag: "489uhw"
      < IM: vcdiff
      < Content-Type: text/html; charset=utf-8
      <
      < what changed
      `,
    ],
  },
  {
    rule: '3229-10.5.3-226-order-of-manipulations',
    passes: [
      `
      > GET /news.html HTTP/1.1
      > If-None-Match: "123xyz"
      > A-IM: vcdiff, diffe, gzip
      < HTTP/1.1 226 IM Used
      < ETag: "489uhw"
      < IM: vcdiff, gzip
      < Content-Type: text/html; charset=utf-8
      <
      < what changed
      `,
    ],
    breaks: [
      `
      > GET /news.html HTTP/1.1
      > If-None-Match: "123xyz"
      > A-IM: vcdiff, diffe, gzip
      < HTTP/1.1 226 IM Used
      < ETag: "489uhw"
      < IM: gzip, vcdiff
      < Content-Type: text/html; charset=utf-8
      <
      < what changed
      `,
    ],
  },
  {
    rule: '3229-10.5.1-226-delta-base-when-ambiguous',
    passes: [
      `
      > GET /news.html HTTP/1.1
      > If-None-Match: "123xyz", "234wvu"
      > A-IM: vcdiff, diffe, gzip
      < HTTP/1.1 226 IM Used
      < ETag: "489uhw"
      < IM: vcdiff
      < Delta-Base: "123xyz"
      < Content-Type: text/html; charset=utf-8
      <
      < what changed
      `,
    ],
    breaks: [
      `
      > GET /news.html HTTP/1.1
      > If-None-Match: "123xyz", "234wvu"
      > A-IM: vcdiff, diffe, gzip
      < HTTP/1.1 226 IM Used
      < ETag: "489uhw"
      < IM: vcdiff
      < Content-Type: text/html; charset=utf-8
      <
      < what changed
      `,
    ],
  },
  {
    rule: '3229-10.5.2-226-range-in-im',
    passes: [
      `
      > GET /news.html HTTP/1.1
      > If-None-Match: "123xyz"
      > A-IM: vcdiff, range
      < HTTP/1.1 226 IM Used
      < ETag: "489uhw"
      < IM: vcdiff, range
      < Content-Type: multipart/byteranges; boundary=PART
      <
      < --PART\r
      < Content-Range: bytes 0-3/100\r
      < \r
      < what\r
      < --PART--\r
      < 
      `,
    ],
    breaks: [
      `
      > GET /news.html HTTP/1.1
      > If-None-Match: "123xyz"
      > A-IM: vcdiff, range
      < HTTP/1.1 226 IM Used
      < ETag: "489uhw"
      < IM: vcdiff, range
      < Content-Type: text/html; charset=utf-8
      <
      < what changed
      `,
    ],
  },
]
