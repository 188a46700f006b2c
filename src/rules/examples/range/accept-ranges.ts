import type { RuleExample } from '../example.ts'

export const acceptRangesExamples: readonly RuleExample[] = [
  {
    rule: '9110-14.3-accept-ranges-grammar',
    passes: [
      `
      > GET /report HTTP/1.1
      < HTTP/1.1 200 OK
      < Accept-Ranges: bytes
      < Content-Type: text/plain; charset=utf-8
      <
      < 0123456789
      `,
      `
      > GET /report HTTP/1.1
      < HTTP/1.1 200 OK
      < Accept-Ranges: none
      < Content-Type: text/plain; charset=utf-8
      <
      < 0123456789
      `,
    ],
    breaks: [
      `
      > GET /report HTTP/1.1
      < HTTP/1.1 200 OK
      < Accept-Ranges: bytes=0-100
      < Content-Type: text/plain; charset=utf-8
      <
      < 0123456789
      `,
      `
      > GET /report HTTP/1.1
      < HTTP/1.1 200 OK
      < Accept-Ranges: "bytes"
      < Content-Type: text/plain; charset=utf-8
      <
      < 0123456789
      `,
      `
      > GET /report HTTP/1.1
      < HTTP/1.1 200 OK
      < Accept-Ranges:
      < Content-Type: text/plain; charset=utf-8
      <
      < 0123456789
      `,
    ],
  },
]
