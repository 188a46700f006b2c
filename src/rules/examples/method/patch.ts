import type { RuleExample } from '../example.ts'

export const patchExamples: readonly RuleExample[] = [
  {
    rule: '5789-2.2-accept-patch',
    passes: [
      `
      > PATCH /orders/42 HTTP/1.1
      > Content-Type: text/plain
      >
      > paid
      < HTTP/1.1 415 Unsupported Media Type
      < Accept-Patch: application/merge-patch+json, application/json-patch+json
      < Content-Type: text/plain; charset=utf-8
      <
      < Send a merge patch or a JSON patch.
      `,
    ],
    breaks: [
      `
      > PATCH /orders/42 HTTP/1.1
      > Content-Type: text/plain
      >
      > paid
      < HTTP/1.1 415 Unsupported Media Type
      < Accept: application/merge-patch+json
      < Content-Type: text/plain; charset=utf-8
      <
      < Send a merge patch.
      `,
    ],
  },
  {
    rule: '5789-3.1-accept-patch-grammar',
    passes: [
      `
      > OPTIONS /orders/42 HTTP/1.1
      < HTTP/1.1 204 No Content
      < Allow: GET, HEAD, PATCH
      < Accept-Patch: application/merge-patch+json;charset="utf-8", text/example
      `,
    ],
    breaks: [
      `
      > OPTIONS /orders/42 HTTP/1.1
      < HTTP/1.1 204 No Content
      < Allow: GET, HEAD, PATCH
      < Accept-Patch:
      `,
      `
      > OPTIONS /orders/42 HTTP/1.1
      < HTTP/1.1 204 No Content
      < Allow: GET, HEAD, PATCH
      < Accept-Patch: json
      `,
    ],
  },
  {
    rule: '5789-3.1-accept-patch-no-ranges',
    passes: [
      `
      > OPTIONS /orders/42 HTTP/1.1
      < HTTP/1.1 204 No Content
      < Allow: GET, HEAD, PATCH
      < Accept-Patch: application/merge-patch+json, text/x-diff
      `,
    ],
    breaks: [
      `
      > OPTIONS /orders/42 HTTP/1.1
      < HTTP/1.1 204 No Content
      < Allow: GET, HEAD, PATCH
      < Accept-Patch: */*
      `,
      `
      > OPTIONS /orders/42 HTTP/1.1
      < HTTP/1.1 204 No Content
      < Allow: GET, HEAD, PATCH
      < Accept-Patch: application/merge-patch+json;q=0.5
      `,
    ],
  },
  {
    rule: '5789-3.1-accept-patch-implies',
    passes: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < ETag: "a1"
      < Accept-Patch: application/merge-patch+json
      <
      < {"id":42}
      `,
    ],
    breaks: [
      `
      > OPTIONS /orders HTTP/1.1
      < HTTP/1.1 204 No Content
      < Allow: GET, HEAD, POST
      < Accept-Patch: application/merge-patch+json
      `,
      `
      > PATCH /orders HTTP/1.1
      > Content-Length: 0
      < HTTP/1.1 501 Not Implemented
      < Cache-Control: no-store
      < Accept-Patch: application/merge-patch+json
      < Content-Type: text/plain; charset=utf-8
      <
      < Nothing here can be patched yet.
      `,
    ],
  },
]
