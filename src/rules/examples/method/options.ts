import type { RuleExample } from '../example.ts'

export const optionsExamples: readonly RuleExample[] = [
  {
    rule: '9110-9.3.7-200-options-lists-features',
    passes: [
      `
      > OPTIONS /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Allow: GET, HEAD, POST
      < Content-Type: text/plain; charset=utf-8
      <
      < GET, HEAD, POST
      `,
    ],
    breaks: [
      `
      > OPTIONS /orders HTTP/1.1
      < HTTP/1.1 204 No Content
      `,
      `
      > OPTIONS /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset=utf-8
      <
      < <!doctype html><title>Orders</title>
      `,
    ],
  },
  {
    rule: '9110-9.3.7-options-star',
    passes: [
      `
      > OPTIONS * HTTP/1.1
      < HTTP/1.1 204 No Content
      < Server: nginx
      `,
    ],
    breaks: [
      `
      > OPTIONS * HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/html; charset=utf-8
      <
      < <!doctype html><title>Error</title><pre>Cannot OPTIONS *</pre>
      `,
    ],
  },
  {
    rule: '5789-3.1-accept-patch-on-options',
    passes: [
      `
      > OPTIONS /orders/42 HTTP/1.1
      < HTTP/1.1 204 No Content
      < Allow: GET, HEAD, PATCH
      < Accept-Patch: application/merge-patch+json
      `,
    ],
    breaks: [
      `
      > OPTIONS /orders/42 HTTP/1.1
      < HTTP/1.1 204 No Content
      < Allow: GET, HEAD, PATCH
      `,
    ],
  },
]
