import type { RuleExample } from '../example.ts'

export const fieldSectionExamples: readonly RuleExample[] = [
  {
    rule: '9112-2.1-status-line-crlf',
    passes: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
    breaks: [
      `
      # status line HTTP/1.1 404 Not Found␊X-Served-By: a
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < X-Served-By: a␊X-Cache: MISS
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
  },
  {
    rule: '9112-2.2-no-bare-cr',
    passes: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < X-Served-By: a
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
    breaks: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < X-Served-By: a␍X-Cache: MISS
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 No␍order
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
  },
  {
    rule: '9112-2.2-no-space-before-first-field',
    passes: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < X-Served-By: a
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
    breaks: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < ␠X-Served-By: a
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
  },
  {
    rule: '9112-5.2-no-line-folding',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer of-yesterday
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer realm="api", error="invalid_token"
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < Send a valid access token.
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      > Authorization: Bearer of-yesterday
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer realm="api",␍␊␠␠error="invalid_token"
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < Send a valid access token.
      `,
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < X-Served-By: a,␍␊␉b
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
  },
  {
    rule: '9112-5.1-no-space-before-colon',
    passes: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < X-Served-By: a : b
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
    breaks: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < X-Served-By : a
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < X-Served-By␉: a
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
  },
  {
    rule: '9110-2.2-abnf-conformance',
    passes: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < X-Served-By: a
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
    breaks: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < X-Served-By: a␍␊Warning! This is not a field
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < X-Served-By: a␍␊: no name
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
    also: ['9110-5.1-field-name-token'],
  },
  {
    rule: '9110-5.6.3-ows-single-sp',
    passes: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < X-Served-By: a
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < X-Empty:
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
    breaks: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < X-Served-By:  a
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < X-Served-By: ␉a
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
  },
]
