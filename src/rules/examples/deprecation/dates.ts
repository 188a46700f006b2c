import type { RuleExample } from '../example.ts'

export const dateExamples: readonly RuleExample[] = [
  {
    rule: '8594-3-grammar',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Sunset: Fri, 31 Dec 2027 23:59:59 GMT
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Sunset: 2027-12-31T23:59:59Z
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Sunset: @1830297599
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Sunset: Fri, 31 Dec 2027 23:59:59 CET
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: '8594-3-future',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Sunset: Fri, 31 Dec 2027 23:59:59 GMT
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Sunset: Wed, 31 Dec 2025 23:59:59 GMT
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: '9745-2.1-date',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Deprecation: @1688169599
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Deprecation: true
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Deprecation: Fri, 30 Jun 2023 23:59:59 GMT
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Deprecation: 1688169599
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: '9745-4-sunset-not-earlier',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Deprecation: @1688169599
      < Sunset: Fri, 31 Dec 2027 23:59:59 GMT
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Deprecation: @1893456000
      < Sunset: Fri, 31 Dec 2027 23:59:59 GMT
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
]
