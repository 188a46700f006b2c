import type { RuleExample } from '../example.ts'

export const traceConnectExamples: readonly RuleExample[] = [
  {
    rule: '9110-9.3.8-200-trace-reflects',
    passes: [
      `
      > TRACE /orders HTTP/1.1
      > Max-Forwards: 0
      < HTTP/1.1 200 OK
      < Content-Type: message/http
      <
      < TRACE /orders HTTP/1.1
      < Host: api.example
      < Max-Forwards: 0
      < 
      `,
    ],
    breaks: [
      `
      > TRACE / HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset=utf-8
      <
      < <!doctype html><title>Orders</title>
      `,
      `
      > TRACE / HTTP/1.1
      < HTTP/1.1 204 No Content
      `,
    ],
  },
  {
    rule: '9110-9.3.8-trace-excludes-secrets',
    passes: [
      `
      > TRACE /orders HTTP/1.1
      > Cookie: session=31d4d96e407aad42
      < HTTP/1.1 200 OK
      < Content-Type: message/http
      <
      < TRACE /orders HTTP/1.1
      < Host: api.example
      < 
      `,
    ],
    breaks: [
      `
      > TRACE /orders HTTP/1.1
      > Cookie: session=31d4d96e407aad42
      < HTTP/1.1 200 OK
      < Content-Type: message/http
      <
      < TRACE /orders HTTP/1.1
      < Host: api.example
      < Cookie: session=31d4d96e407aad42
      < 
      `,
    ],
  },
  {
    rule: '9110-9.3.6-connect-bad-port-rejected',
    passes: [
      `
      > CONNECT db.example:5432 HTTP/1.1
      > Host: db.example:5432
      < HTTP/1.1 200 Connection Established
      `,
    ],
    breaks: [
      `
      > CONNECT db.example: HTTP/1.1
      > Host: db.example:
      < HTTP/1.1 200 Connection Established
      `,
      `
      > CONNECT db.example:99999 HTTP/1.1
      > Host: db.example:99999
      < HTTP/1.1 200 Connection Established
      `,
    ],
  },
]
