import type { RuleExample } from '../example.ts'

export const conditionExamples: readonly RuleExample[] = [
  {
    rule: '4918-16-error-element',
    passes: [
      locked(
        '<D:error xmlns:D="DAV:"><D:lock-token-submitted><D:href>/files/</D:href></D:lock-token-submitted></D:error>',
      ),
    ],
    breaks: [
      `
      > PROPFIND /files/ HTTP/1.1
      > Depth: infinity
      < HTTP/1.1 403 Forbidden
      < Cache-Control: no-store
      < Content-Type: application/xml; charset=utf-8
      <
      < <D:propfind-finite-depth xmlns:D="DAV:"/>
      `,
    ],
  },
  {
    rule: '4918-16-lock-token-href',
    passes: [
      locked(
        '<D:error xmlns:D="DAV:"><D:lock-token-submitted><D:href>/files/a</D:href></D:lock-token-submitted></D:error>',
      ),
    ],
    breaks: [locked('<D:error xmlns:D="DAV:"><D:lock-token-submitted/></D:error>')],
  },
  {
    rule: '4918-16-numeric-first',
    passes: [
      `
      > PROPFIND /files/ HTTP/1.1
      > Depth: infinity
      < HTTP/1.1 403 Forbidden
      < Cache-Control: no-store
      < Content-Type: application/xml; charset=utf-8
      <
      < <D:error xmlns:D="DAV:"><D:propfind-finite-depth/></D:error>
      `,
    ],
    breaks: [
      `
      > PROPFIND /files/ HTTP/1.1
      > Depth: infinity
      < HTTP/1.1 500 Internal Server Error
      < Cache-Control: no-store
      < Content-Type: application/xml; charset=utf-8
      <
      < <D:error xmlns:D="DAV:"><D:propfind-finite-depth/></D:error>
      `,
    ],
  },
  {
    rule: '4918-11.3-condition-code',
    passes: [
      locked('<D:error xmlns:D="DAV:"><D:no-conflicting-lock/></D:error>'),
      `
      > PATCH /orders/42 HTTP/1.1
      > Content-Type: application/merge-patch+json
      >
      > {"paid":true}
      < HTTP/1.1 423 Locked
      < Content-Type: application/problem+json
      <
      < {"status":423,"title":"Locked","detail":"Somebody else is at this order; try again in a minute."}
      `,
    ],
    breaks: [
      locked('<error>The file is locked by somebody else, for an hour at most.</error>'),
      locked('<D:error xmlns:D="DAV:">The file is locked by somebody else, for an hour at most.</D:error>'),
      `
      > PUT /files/a HTTP/1.1
      > Content-Length: 0
      < HTTP/1.1 423 Locked
      `,
    ],
    also: ['9110-15.5-explain'],
  },
]

function locked(xml: string): string {
  return `
      > PUT /files/a HTTP/1.1
      > Content-Length: 0
      < HTTP/1.1 423 Locked
      < Content-Type: application/xml; charset=utf-8
      <
      < <?xml version="1.0" encoding="utf-8"?>${xml}
      `
}
