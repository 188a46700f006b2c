import type { RuleExample } from '../example.ts'

export const refusalsExamples: readonly RuleExample[] = [
  {
    rule: '9110-15.5.7-list',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Accept: image/png
      < HTTP/1.1 406 Not Acceptable
      < Content-Type: text/plain; charset=utf-8
      <
      < There is application/json and text/html.
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      > Accept: image/png
      < HTTP/1.1 406 Not Acceptable
      < Content-Type: text/plain; charset=utf-8
      <
      < Not Acceptable
      `,
      `
      > GET /orders HTTP/1.1
      > Accept: image/png
      < HTTP/1.1 406 Not Acceptable
      < Content-Type: application/json
      <
      < {"status":406,"title":"Not Acceptable"}
      `,
    ],
  },
  {
    rule: '9110-12.4.1-absent-field-no-preference',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Accept: image/png
      < HTTP/1.1 406 Not Acceptable
      < Content-Type: text/plain; charset=utf-8
      <
      < There is application/json and text/html.
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 406 Not Acceptable
      < Content-Type: text/plain; charset=utf-8
      <
      < There is application/json and text/html.
      `,
    ],
  },
  {
    rule: '9110-12.5.3-identity-fallback',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Vary: Accept-Encoding
      < Content-Type: application/json
      <
      < []
      > GET /orders HTTP/1.1
      > Accept-Encoding: identity;q=0
      < HTTP/1.1 406 Not Acceptable
      < Content-Type: text/plain; charset=utf-8
      <
      < There are no codings.
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      > Accept: */*
      < HTTP/1.1 200 OK
      < Vary: Accept-Encoding
      < Content-Type: application/json
      <
      < []
      > GET /orders HTTP/1.1
      > Accept: */*
      > Accept-Encoding: compress
      < HTTP/1.1 406 Not Acceptable
      < Content-Type: text/plain; charset=utf-8
      <
      < There are no codings.
      `,
    ],
  },
  {
    rule: '9110-12.5.3-415-accept-encoding-only-for-codings',
    passes: [
      `
      > POST /orders HTTP/1.1
      > Content-Type: application/json
      > Content-Encoding: br
      > 
      > {}
      < HTTP/1.1 415 Unsupported Media Type
      < Accept-Encoding: gzip
      < Content-Type: text/plain; charset=utf-8
      <
      < Send it as gzip.
      `,
    ],
    breaks: [
      `
      > POST /orders HTTP/1.1
      > Content-Type: text/html
      > 
      > {}
      < HTTP/1.1 415 Unsupported Media Type
      < Accept-Encoding: gzip
      < Content-Type: text/plain; charset=utf-8
      <
      < Send JSON.
      `,
    ],
  },
  {
    rule: '9110-15.5.16-accept-encoding',
    passes: [
      `
      > POST /orders HTTP/1.1
      > Content-Type: application/json
      > Content-Encoding: br
      > 
      > {}
      < HTTP/1.1 415 Unsupported Media Type
      < Accept: application/json
      < Accept-Encoding: gzip
      < Content-Type: text/plain; charset=utf-8
      <
      < Send JSON.
      `,
    ],
    breaks: [
      `
      > POST /orders HTTP/1.1
      > Content-Type: application/json
      > Content-Encoding: br
      > 
      > {}
      < HTTP/1.1 415 Unsupported Media Type
      < Accept: application/json
      < Content-Type: text/plain; charset=utf-8
      <
      < Send JSON.
      `,
      `
      > POST /orders HTTP/1.1
      > Content-Type: application/json
      > 
      > {}
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      <
      < {}
      > POST /orders HTTP/1.1
      > Content-Type: application/json
      > Content-Encoding: br
      > 
      > {}
      < HTTP/1.1 415 Unsupported Media Type
      < Content-Type: text/plain; charset=utf-8
      <
      < Send JSON.
      `,
    ],
  },
  {
    rule: '9110-15.5.16-use',
    passes: [
      `
      > POST /orders HTTP/1.1
      > Content-Type: text/html
      > 
      > {}
      < HTTP/1.1 415 Unsupported Media Type
      < Accept: application/json
      < Content-Type: text/plain; charset=utf-8
      <
      < Send JSON.
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      > Accept: image/png
      < HTTP/1.1 415 Unsupported Media Type
      < Content-Type: text/plain; charset=utf-8
      <
      < There is JSON only.
      `,
    ],
  },
]
