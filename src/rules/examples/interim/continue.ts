import type { RuleExample } from '../example.ts'

export const continueExamples: readonly RuleExample[] = [
  {
    rule: '9110-10.1.1-100-http10-expect-ignored',
    passes: [
      `
      > PUT /files/1 HTTP/1.0
      > Expect: 100-continue
      > Content-Type: text/plain
      > Content-Length: 3
      >
      > tea
      < HTTP/1.1 204 No Content
      < Connection: close
      `,
    ],
    breaks: [
      `
      > PUT /files/1 HTTP/1.0
      > Expect: 100-continue
      > Content-Type: text/plain
      > Content-Length: 3
      >
      > tea
      < HTTP/1.1 100 Continue
      < HTTP/1.1 204 No Content
      < Connection: close
      `,
      `
      > PUT /files/1 HTTP/1.0
      > Expect: 100-continue
      > Content-Type: text/plain
      > Content-Length: 3
      >
      > tea
      < HTTP/1.1 417 Expectation Failed
      < Connection: close
      < Content-Type: text/plain; charset=utf-8
      <
      < Brewing has failed; try again with other leaves.
      `,
    ],
    also: ['9110-15.2-no-1xx-to-http10'],
  },
  {
    rule: '9110-10.1.1-100-followed-by-final',
    passes: [
      `
      > PUT /files/1 HTTP/1.1
      > Expect: 100-continue
      > Content-Type: text/plain
      > Content-Length: 3
      >
      > tea
      < HTTP/1.1 100 Continue
      < HTTP/1.1 204 No Content
      `,
    ],
    breaks: [
      `
      # closed
      # incomplete
      > PUT /files/1 HTTP/1.1
      > Expect: 100-continue
      > Content-Type: text/plain
      > Content-Length: 3
      >
      > tea
      < HTTP/1.1 100 Continue
      `,
    ],
    also: ['9110-15-interim-then-one-final'],
  },
  {
    rule: '9110-10.1.1-100-final-early-says-close-or-read-4xx',
    passes: [
      `
      # closed
      > PUT /files/1 HTTP/1.1
      > Expect: 100-continue
      > Content-Type: text/plain
      > Content-Length: 10000000
      < HTTP/1.1 413 Content Too Large
      < Connection: close
      < Content-Type: text/plain; charset=utf-8
      <
      < Brewing has failed; try again with other leaves.
      `,
    ],
    breaks: [
      `
      # closed
      > PUT /files/1 HTTP/1.1
      > Expect: 100-continue
      > Content-Type: text/plain
      > Content-Length: 10000000
      < HTTP/1.1 413 Content Too Large
      < Content-Type: text/plain; charset=utf-8
      <
      < Brewing has failed; try again with other leaves.
      `,
      `
      # closed
      > PUT /files/1 HTTP/1.1
      > Content-Type: text/plain
      > Content-Length: 4
      >
      > te
      < HTTP/1.1 503 Service Unavailable
      < Cache-Control: no-store
      < Retry-After: 120
      < Content-Type: text/plain; charset=utf-8
      <
      < Brewing has failed; try again with other leaves.
      `,
    ],
    also: ['9112-9.6-close-announced'],
  },
]
