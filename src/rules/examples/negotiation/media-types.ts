import type { RuleExample } from '../example.ts'

export const mediaTypesExamples: readonly RuleExample[] = [
  {
    rule: '9110-12.4.2-q0-not-acceptable',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Accept: application/json
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Vary: Accept
      <
      < []
      > GET /orders HTTP/1.1
      > Accept: text/html;q=0, application/json
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Vary: Accept
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      > Accept: application/json
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Vary: Accept
      <
      < []
      > GET /orders HTTP/1.1
      > Accept: text/html;q=0, application/json
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset=utf-8
      < Vary: Accept
      <
      < <p>No orders</p>
      `,
    ],
  },
  {
    rule: '9110-12.4.2-q-ordering',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Accept: text/html
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset=utf-8
      < Vary: Accept
      <
      < <p>No orders</p>
      > GET /orders HTTP/1.1
      > Accept: text/html;q=0.2, application/json;q=0.9
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Vary: Accept
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      > Accept: application/json
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Vary: Accept
      <
      < []
      > GET /orders HTTP/1.1
      > Accept: text/html;q=0.2, application/json;q=0.9
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset=utf-8
      < Vary: Accept
      <
      < <p>No orders</p>
      `,
    ],
  },
  {
    rule: '9110-12.4.3-wildcard-absent-excludes',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Accept: text/html
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset=utf-8
      < Vary: Accept
      <
      < <p>No orders</p>
      > GET /orders HTTP/1.1
      > Accept: application/json
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Vary: Accept
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      > Accept: application/json
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Vary: Accept
      <
      < []
      > GET /orders HTTP/1.1
      > Accept: application/json
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset=utf-8
      < Vary: Accept
      <
      < <p>No orders</p>
      `,
    ],
  },
  {
    rule: '9110-12.5.1-accept-specificity',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Accept: application/json
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Vary: Accept
      <
      < []
      > GET /orders HTTP/1.1
      > Accept: */*, text/html;q=0.5
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Vary: Accept
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      > Accept: application/json
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Vary: Accept
      <
      < []
      > GET /orders HTTP/1.1
      > Accept: */*, text/html;q=0
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset=utf-8
      < Vary: Accept
      <
      < <p>No orders</p>
      `,
      `
      > GET /orders HTTP/1.1
      > Accept: application/json
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Vary: Accept
      <
      < []
      > GET /orders HTTP/1.1
      > Accept: text/*, text/html;q=0.1, application/json;q=0.5
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset=utf-8
      < Vary: Accept
      <
      < <p>No orders</p>
      `,
    ],
  },
  {
    rule: '9110-12.5.1-accept-params-match',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Accept: application/json
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Vary: Accept
      <
      < []
      > GET /orders HTTP/1.1
      > Accept: text/html;level=1, application/json;q=0.5
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Vary: Accept
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      > Accept: application/json
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Vary: Accept
      <
      < []
      > GET /orders HTTP/1.1
      > Accept: text/html;level=1, application/json;q=0.5
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset=utf-8
      < Vary: Accept
      <
      < <p>No orders</p>
      `,
    ],
  },
  {
    rule: '9110-12.5.1-q-anywhere',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Accept: application/json
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Vary: Accept
      <
      < []
      > GET /orders HTTP/1.1
      > Accept: text/html;q=0;charset=utf-8, application/json
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Vary: Accept
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      > Accept: application/json
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Vary: Accept
      <
      < []
      > GET /orders HTTP/1.1
      > Accept: text/html;q=0;charset=utf-8, application/json
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset=utf-8
      < Vary: Accept
      <
      < <p>No orders</p>
      `,
    ],
  },
  {
    rule: '9110-12.4.2-q-case-insensitive',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Accept: application/json
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Vary: Accept
      <
      < []
      > GET /orders HTTP/1.1
      > Accept: text/html;Q=0, application/json
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Vary: Accept
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      > Accept: application/json
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Vary: Accept
      <
      < []
      > GET /orders HTTP/1.1
      > Accept: text/html;Q=0, application/json
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset=utf-8
      < Vary: Accept
      <
      < <p>No orders</p>
      `,
    ],
  },
]
