import type { RuleExample } from '../example.ts'

export const roleExamples: readonly RuleExample[] = [
  {
    rule: '9110-2.2-role-restricted-elements',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Access-Control-Allow-Headers: Authorization, Range
      < Vary: Cookie
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Host: api.example
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < If-None-Match: "v1"
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Authorization: Bearer abc
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/2
      < HTTP/2 200
      < user-agent: curl/8.5.0
      < content-type: application/json
      <
      < []
      `,
    ],
  },
]
