import type { RuleExample } from '../example.ts'

export const versionExamples: readonly RuleExample[] = [
  {
    rule: '9110-6.2-version-highest-conformant',
    passes: [
      `
      > GET /menu HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      <
      < tea
      > GET /menu HTTP/1.0
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Connection: close
      <
      < tea
      `,
    ],
    breaks: [
      `
      > GET /menu HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      <
      < tea
      > GET /menu HTTP/1.0
      > Host: api.example
      < HTTP/1.0 200 OK
      < Content-Type: text/plain; charset=utf-8
      <
      < tea
      `,
    ],
  },
]
