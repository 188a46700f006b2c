import type { RuleExample } from '../example.ts'

export const writingExamples: readonly RuleExample[] = [
  {
    rule: '9110-9.3.3-201-post-created',
    passes: [
      `
      > POST /orders HTTP/1.1
      > Content-Type: application/json
      > Content-Length: 11
      >
      > {"item":"x"}
      < HTTP/1.1 201 Created
      < Location: /orders/43
      < Content-Type: application/json
      <
      < {"id":43}
      `,
      `
      > POST /orders HTTP/1.1
      > Prefer: return=minimal
      > Content-Type: application/json
      >
      > {"item":"x"}
      < HTTP/1.1 201 Created
      < Location: /orders/43
      < Preference-Applied: return=minimal
      `,
    ],
    breaks: [
      `
      > POST /orders HTTP/1.1
      > Content-Type: application/json
      >
      > {"item":"x"}
      < HTTP/1.1 201 Created
      < Content-Type: application/json
      <
      < {"id":43}
      `,
      `
      > POST /orders HTTP/1.1
      > Content-Type: application/json
      >
      > {"item":"x"}
      < HTTP/1.1 201 Created
      < Location: /orders/43
      `,
    ],
  },
  {
    rule: '9110-9.3.4-201-put-created',
    passes: [
      `
      > GET /notes/a HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < No note a is here.
      > PUT /notes/a HTTP/1.1
      > Content-Type: text/plain; charset=utf-8
      >
      > milk
      < HTTP/1.1 201 Created
      > GET /notes/a HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < ETag: "a1"
      <
      < milk
      `,
    ],
    breaks: [
      `
      > GET /notes/a HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < No note a is here.
      > PUT /notes/a HTTP/1.1
      > Content-Type: text/plain; charset=utf-8
      >
      > milk
      < HTTP/1.1 204 No Content
      > GET /notes/a HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < ETag: "a1"
      <
      < milk
      `,
    ],
  },
  {
    rule: '9110-9.3.4-put-modified-200-or-204',
    passes: [
      `
      > GET /notes/a HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < No note a is here.
      > PUT /notes/a HTTP/1.1
      > Content-Type: text/plain; charset=utf-8
      >
      > milk
      < HTTP/1.1 201 Created
      `,
      `
      > GET /pages/a HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < ETag: "a1"
      <
      < milk
      > PUT /pages/a HTTP/1.1
      > Content-Type: text/plain; charset=utf-8
      >
      > bread
      < HTTP/1.1 201 Created
      < Location: /pages/a/revisions/2
      `,
    ],
    breaks: [
      `
      > GET /notes/a HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < ETag: "a1"
      <
      < milk
      > PUT /notes/a HTTP/1.1
      > Content-Type: text/plain; charset=utf-8
      >
      > bread
      < HTTP/1.1 201 Created
      `,
      `
      > PUT /notes/a HTTP/1.1
      > Content-Type: text/plain; charset=utf-8
      >
      > milk
      < HTTP/1.1 201 Created
      < Location: http://api.example/notes/a
      > PUT /notes/a HTTP/1.1
      > Content-Type: text/plain; charset=utf-8
      >
      > bread
      < HTTP/1.1 201 Created
      < Location: http://api.example/notes/a
      `,
    ],
  },
  {
    rule: '9110-9.3.4-put-no-validator-if-transformed',
    passes: [
      `
      > PUT /notes/a HTTP/1.1
      > Content-Type: text/plain; charset=utf-8
      >
      > milk
      < HTTP/1.1 204 No Content
      < ETag: "a2"
      > GET /notes/a HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < ETag: "a2"
      <
      < milk
      `,
    ],
    breaks: [
      `
      > PUT /orders/42 HTTP/1.1
      > Content-Type: application/json
      >
      > { "item" : "x" }
      < HTTP/1.1 204 No Content
      < ETag: "a2"
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < ETag: "a2"
      <
      < {"item":"x"}
      `,
    ],
  },
  {
    rule: '9110-9.3.5-delete-204-done',
    passes: [
      `
      > DELETE /orders/42 HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      <
      < {"deleted":42}
      `,
    ],
    breaks: [
      `
      > DELETE /orders/42 HTTP/1.1
      < HTTP/1.1 200 OK
      `,
    ],
  },
]
