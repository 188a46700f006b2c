import type { RuleExample } from '../example.ts'

export const contentTypeExamples: readonly RuleExample[] = [
  {
    rule: '9110-8.3-content-type-when-content',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < There is no such order.
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      <
      < There is no such order.
      `,
      `
      > POST /orders HTTP/1.1
      > Content-Type: application/json
      < HTTP/1.1 200 OK
      <
      < done
      `,
    ],
  },
  {
    rule: '9110-8.3-content-type-singleton',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/html
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/html, application/json
      <
      < []
      `,
    ],
  },
  {
    rule: '9110-8.3.1-content-type-grammar',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/html;charset="utf-8";
      <
      < <p>Hello</p>
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/html; utf-8
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset = utf-8
      <
      < []
      `,
    ],
  },
  {
    rule: '9110-8.3-204-no-content-type',
    passes: [
      `
      > DELETE /orders/7 HTTP/1.1
      < HTTP/1.1 204 No Content
      `,
    ],
    breaks: [
      `
      > DELETE /orders/7 HTTP/1.1
      < HTTP/1.1 204 No Content
      < Content-Type: application/json
      `,
    ],
  },
  {
    rule: '9110-8.2-stale-metadata',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < There is no such order.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/json
      <
      < {"error":"There is no such order."}
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: image/png
      <
      < {"error":"There is no such image."}
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/json
      <
      < <!DOCTYPE html><p>There is no such order.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/json
      <
      < There is no such order.
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Disposition: attachment; filename="report.pdf"
      < Content-Type: text/plain; charset=utf-8
      <
      < There is no such order.
      `,
    ],
  },
]
