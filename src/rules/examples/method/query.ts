import type { RuleExample } from '../example.ts'

export const queryExamples: readonly RuleExample[] = [
  {
    rule: '10008-2-query-content-type-required',
    passes: [
      `
      > QUERY /orders HTTP/1.1
      > Content-Type: application/sql
      >
      > select id from orders
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < ETag: "q1"
      <
      < [42]
      `,
    ],
    breaks: [
      `
      > QUERY /orders HTTP/1.1
      >
      > select id from orders
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < ETag: "q1"
      <
      < [42]
      `,
    ],
  },
  {
    rule: '10008-2.1-query-inconsistent-4xx',
    passes: [
      `
      > QUERY /orders HTTP/1.1
      >
      > select id from orders
      < HTTP/1.1 400 Bad Request
      < Content-Type: text/plain; charset=utf-8
      <
      < Say in Content-Type what the query is written in.
      `,
    ],
    breaks: [
      `
      > QUERY /orders HTTP/1.1
      >
      > select id from orders
      < HTTP/1.1 500 Internal Server Error
      < Cache-Control: no-store
      < Content-Type: text/plain; charset=utf-8
      <
      < The server met an error that it did not expect; try again later.
      `,
    ],
  },
  {
    rule: '10008-2.6-query-conditional',
    passes: [
      `
      > QUERY /orders HTTP/1.1
      > Content-Type: application/sql
      > If-Match: "q0"
      >
      > select id from orders
      < HTTP/1.1 412 Precondition Failed
      < Content-Type: text/plain; charset=utf-8
      <
      < The orders have changed since then; ask for them again.
      `,
    ],
    breaks: [
      `
      > QUERY /orders HTTP/1.1
      > Content-Type: application/sql
      > If-None-Match: "q1"
      >
      > select id from orders
      < HTTP/1.1 412 Precondition Failed
      < Content-Type: text/plain; charset=utf-8
      <
      < The orders have not changed since then.
      `,
    ],
  },
  {
    rule: '10008-3-accept-query-structured',
    passes: [
      `
      > QUERY /orders HTTP/1.1
      > Content-Type: text/plain
      >
      > all of them
      < HTTP/1.1 415 Unsupported Media Type
      < Accept-Query: application/sql;charset="UTF-8", "application/jsonpath", text/*
      < Content-Type: text/plain; charset=utf-8
      <
      < Write queries in SQL or JSONPath.
      `,
    ],
    breaks: [
      `
      > QUERY /orders HTTP/1.1
      > Content-Type: text/plain
      >
      > all of them
      < HTTP/1.1 415 Unsupported Media Type
      < Accept-Query: application/sql; Charset=UTF-8, 1d
      < Content-Type: text/plain; charset=utf-8
      <
      < Write queries in SQL.
      `,
      `
      > OPTIONS /orders HTTP/1.1
      < HTTP/1.1 204 No Content
      < Allow: GET, HEAD, QUERY
      < Accept-Query: "application/sql;charset=utf-8"
      `,
      `
      > OPTIONS /orders HTTP/1.1
      < HTTP/1.1 204 No Content
      < Allow: GET, HEAD, QUERY
      < Accept-Query: sql
      `,
      `
      > OPTIONS /orders HTTP/1.1
      < HTTP/1.1 204 No Content
      < Allow: GET, HEAD, QUERY
      < Accept-Query: (application/sql text/plain)
      `,
    ],
  },
]
