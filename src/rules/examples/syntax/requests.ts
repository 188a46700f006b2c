import type { RuleExample } from '../example.ts'

/** More than servers take. */
const FILLER = 'x'.repeat(20_000)

export const requestExamples: readonly RuleExample[] = [
  {
    rule: '9110-5.4-oversized-fields-4xx',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      <
      < []
      > GET /orders HTTP/1.1
      > X-Filler: ${FILLER}
      < HTTP/1.1 431 Request Header Fields Too Large
      < Connection: close
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < X-Filler is too large.
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      <
      < []
      > GET /orders HTTP/1.1
      > X-Filler: ${FILLER}
      < HTTP/1.1 502 Bad Gateway
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < The backend closed the connection.
      `,
    ],
  },
  {
    rule: '9110-5.6.7-ims-all-date-formats',
    passes: [
      `
      > GET /a.css HTTP/1.1
      < HTTP/1.1 200 OK
      < Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT
      < Content-Type: text/css
      <
      < p { }
      > GET /a.css HTTP/1.1
      > If-Modified-Since: Sun Nov  6 08:49:37 1994
      < HTTP/1.1 304 Not Modified
      < Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT
      `,
    ],
    breaks: [
      `
      > GET /a.css HTTP/1.1
      > If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT
      < HTTP/1.1 304 Not Modified
      < Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT
      > GET /a.css HTTP/1.1
      > If-Modified-Since: Sunday, 06-Nov-94 08:49:37 GMT
      < HTTP/1.1 200 OK
      < Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT
      < Content-Type: text/css
      <
      < p { }
      `,
      `
      > GET /a.css HTTP/1.1
      > If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT
      < HTTP/1.1 304 Not Modified
      < Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT
      > GET /a.css HTTP/1.1
      > If-Modified-Since: Sun Nov  6 08:49:37 1994
      < HTTP/1.1 200 OK
      < Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT
      < Content-Type: text/css
      <
      < p { }
      `,
    ],
  },
  {
    rule: '9112-3.2.2-redirect-uses-absolute-form-host',
    passes: [
      `
      > GET http://api.example/old HTTP/1.1
      > Host: evil.invalid
      < HTTP/1.1 301 Moved Permanently
      < Location: http://api.example/new
      `,
    ],
    breaks: [
      `
      > GET http://api.example/old HTTP/1.1
      > Host: evil.invalid
      < HTTP/1.1 301 Moved Permanently
      < Location: http://evil.invalid/new
      `,
    ],
  },
]
