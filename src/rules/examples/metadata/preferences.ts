import type { RuleExample } from '../example.ts'

export const preferencesExamples: readonly RuleExample[] = [
  {
    rule: '7240-2-prefer-unknown-ignored',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      <
      < []
      > GET /orders?page=x HTTP/1.1
      > Prefer: return=minimal
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
      > Prefer: nonsense=1
      < HTTP/1.1 400 Bad Request
      < Content-Type: text/plain; charset=utf-8
      <
      < There is no such preference.
      `,
    ],
  },
  {
    rule: '7240-2-prefer-duplicates-ignored',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      <
      < []
      > GET /orders?page=x HTTP/1.1
      > Prefer: return=minimal, return=representation
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
      > Prefer: return=minimal, return=representation
      < HTTP/1.1 400 Bad Request
      < Content-Type: text/plain; charset=utf-8
      <
      < Prefer has return twice.
      `,
    ],
  },
  {
    rule: '7240-2-prefer-vary',
    passes: [
      `
      > GET /orders HTTP/1.1
      > Prefer: odata.maxpagesize=5
      < HTTP/1.1 200 OK
      < Preference-Applied: odata.maxpagesize=5
      < Vary: Prefer
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      > Prefer: wait=5
      < HTTP/1.1 200 OK
      < Preference-Applied: wait=5
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      > Prefer: odata.maxpagesize=5
      < HTTP/1.1 200 OK
      < Preference-Applied: odata.maxpagesize=5
      < Vary: Accept
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
]
