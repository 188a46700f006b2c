import type { RuleExample } from '../example.ts'

const WHOLE = `
      > GET /report HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Vary: Accept
      < ETag: "v1"
      < Last-Modified: Fri, 20 Nov 2026 08:00:00 GMT
      <
      < 0123456789
      > GET /report HTTP/1.1`

export const errorExamples: readonly RuleExample[] = [
  example('9110-8.8-error-without-resource-validators-4xx', '404 Not Found'),
  example('9110-8.8-error-without-resource-validators-5xx', '500 Internal Server Error'),
]

function example(rule: string, status: string): RuleExample {
  const error = (tag: string, accept = ''): string => `${WHOLE}${accept}
      < HTTP/1.1 ${status}
      < Content-Type: text/plain; charset=utf-8
      < Vary: Accept
      < Cache-Control: no-store
      < ETag: ${tag}
      <
      < It is not there now. Try again later.
      `
  const other = '\n      > Accept: text/plain'
  return { rule, passes: [error('W/"26-x1Gk"'), error('"v2"', other)], breaks: [error('"v1"'), error('"v1"', other)] }
}
