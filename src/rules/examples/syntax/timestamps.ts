import type { RuleExample } from '../example.ts'

export const timestampExamples: readonly RuleExample[] = [
  {
    rule: '9110-5.6.7-imf-fixdate',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Last-Modified: Tue, 01 Sep 2026 07:05:09 GMT
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Last-Modified: 2026-09-01T07:05:09.000Z
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Last-Modified: Tuesday, 01-Sep-26 07:05:09 GMT
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Last-Modified: Tue, 1 Sep 2026 07:05:09 GMT
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Last-Modified: Mon, 01 Sep 2026 07:05:09 GMT
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: '9110-5.6.7-http-date-no-extra-space',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Last-Modified: Tue, 01 Sep 2026 07:05:09 GMT
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Last-Modified: Tue,  1 Sep 2026 07:05:09 GMT
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Last-Modified: Tue, 01 Sep  2026 07:05:09 GMT
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: '9110-5.6.7-http-date-case',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Last-Modified: Tue, 01 Sep 2026 07:05:09 GMT
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Last-Modified: tue, 01 sep 2026 07:05:09 gmt
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Last-Modified: Tue, 01 SEP 2026 07:05:09 GMT
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
]
