import type { RuleExample } from '../example.ts'

export const fieldsExamples: readonly RuleExample[] = [
  {
    rule: '9110-12.5.1-accept-grammar',
    passes: [
      `
      > POST /orders HTTP/1.1
      > Content-Type: text/html
      > 
      > {}
      < HTTP/1.1 415 Unsupported Media Type
      < Accept: application/json, text/*;q=0.5
      < Content-Type: text/plain; charset=utf-8
      <
      < Send JSON.
      `,
    ],
    breaks: [
      `
      > POST /orders HTTP/1.1
      > Content-Type: text/html
      > 
      > {}
      < HTTP/1.1 415 Unsupported Media Type
      < Accept: json
      < Content-Type: text/plain; charset=utf-8
      <
      < Send JSON.
      `,
      `
      > POST /orders HTTP/1.1
      > Content-Type: text/html
      > 
      > {}
      < HTTP/1.1 415 Unsupported Media Type
      < Accept: */json
      < Content-Type: text/plain; charset=utf-8
      <
      < Send JSON.
      `,
      `
      > POST /orders HTTP/1.1
      > Content-Type: text/html
      > 
      > {}
      < HTTP/1.1 415 Unsupported Media Type
      < Accept: application/json; text/html
      < Content-Type: text/plain; charset=utf-8
      <
      < Send JSON.
      `,
    ],
  },
  {
    rule: '9110-12.5.3-accept-encoding-grammar',
    passes: [
      `
      > POST /orders HTTP/1.1
      > Content-Type: application/json
      > Content-Encoding: br
      > 
      > {}
      < HTTP/1.1 415 Unsupported Media Type
      < Accept-Encoding: gzip, identity;q=0.5
      < Content-Type: text/plain; charset=utf-8
      <
      < Send it as gzip.
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
      < Accept-Encoding: gzip br
      < Content-Type: text/plain; charset=utf-8
      <
      < Send it as gzip.
      `,
      `
      > POST /orders HTTP/1.1
      > Content-Type: application/json
      > Content-Encoding: br
      > 
      > {}
      < HTTP/1.1 415 Unsupported Media Type
      < Accept-Encoding: gzip;level=9
      < Content-Type: text/plain; charset=utf-8
      <
      < Send it as gzip.
      `,
    ],
  },
  {
    rule: '9110-12.4.2-q-three-digits',
    passes: [
      `
      > POST /orders HTTP/1.1
      > Content-Type: text/html
      > 
      > {}
      < HTTP/1.1 415 Unsupported Media Type
      < Accept: application/json;q=0.333
      < Content-Type: text/plain; charset=utf-8
      <
      < Send JSON.
      `,
    ],
    breaks: [
      `
      > POST /orders HTTP/1.1
      > Content-Type: text/html
      > 
      > {}
      < HTTP/1.1 415 Unsupported Media Type
      < Accept: application/json;q=0.3333
      < Content-Type: text/plain; charset=utf-8
      <
      < Send JSON.
      `,
      `
      > POST /orders HTTP/1.1
      > Content-Type: text/html
      > 
      > {}
      < HTTP/1.1 415 Unsupported Media Type
      < Accept: application/json;q=1.5
      < Content-Type: text/plain; charset=utf-8
      <
      < Send JSON.
      `,
      `
      > POST /orders HTTP/1.1
      > Content-Type: application/json
      > Content-Encoding: br
      > 
      > {}
      < HTTP/1.1 415 Unsupported Media Type
      < Accept-Encoding: gzip;q=1.5
      < Content-Type: text/plain; charset=utf-8
      <
      < Send it as gzip.
      `,
    ],
  },
  {
    rule: '9110-12.5.1-q-last',
    passes: [
      `
      > POST /orders HTTP/1.1
      > Content-Type: text/html
      > 
      > {}
      < HTTP/1.1 415 Unsupported Media Type
      < Accept: text/plain;format=flowed;q=0.5
      < Content-Type: text/plain; charset=utf-8
      <
      < Send JSON.
      `,
    ],
    breaks: [
      `
      > POST /orders HTTP/1.1
      > Content-Type: text/html
      > 
      > {}
      < HTTP/1.1 415 Unsupported Media Type
      < Accept: text/plain;q=0.5;format=flowed
      < Content-Type: text/plain; charset=utf-8
      <
      < Send JSON.
      `,
    ],
  },
  {
    rule: '9110-12.5.5-vary-grammar',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Vary: Accept, accept-encoding
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Vary: *
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Vary: "Accept"
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Vary: Accept Accept-Encoding
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Vary: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: '8942-3.1-accept-ch-list-of-tokens',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Accept-CH: Sec-CH-UA-Mobile, Sec-CH-DPR
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Accept-CH: "Sec-CH-UA-Mobile"
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < Accept-CH: Sec-CH-UA-Mobile Sec-CH-DPR
      <
      < []
      `,
    ],
  },
  {
    rule: '8942-2.2-client-hints-unknown-ignored',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      <
      < []
      > GET /orders?page=x HTTP/1.1
      > Sec-CH-DPR: 2
      < HTTP/1.1 400 Bad Request
      < Content-Type: text/plain; charset=utf-8
      <
      < There is no page x.
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
      > Sec-CH-Nonsense: 1
      < HTTP/1.1 400 Bad Request
      < Content-Type: text/plain; charset=utf-8
      <
      < There is no such hint.
      `,
    ],
  },
]
