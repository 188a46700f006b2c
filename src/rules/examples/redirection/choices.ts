import type { RuleExample } from '../example.ts'

export const choiceExamples: readonly RuleExample[] = [
  {
    rule: '9110-15.4.1-300-list-content',
    passes: [
      `
      > GET /report HTTP/1.1
      < HTTP/1.1 300 Multiple Choices
      < Content-Type: text/html; charset=utf-8
      <
      < <!doctype html><title>Report</title><a href="/report.pdf">PDF</a> <a href="/report.csv">CSV</a>
      `,
    ],
    breaks: [
      `
      > GET /report HTTP/1.1
      < HTTP/1.1 300 Multiple Choices
      < Location: /report.pdf
      `,
    ],
  },
  {
    rule: '9110-15.4.4-303-hypertext-note',
    passes: [
      `
      > POST /orders HTTP/1.1
      > Content-Length: 0
      < HTTP/1.1 303 See Other
      < Location: /orders/43
      < Content-Type: text/plain; charset=utf-8
      <
      < See Other. Redirecting to /orders/43
      `,
    ],
    breaks: [
      `
      > POST /orders HTTP/1.1
      > Content-Length: 0
      < HTTP/1.1 303 See Other
      < Location: /orders/43
      `,
    ],
  },
  {
    rule: '9110-15.4.6-305-deprecated',
    passes: [moved()],
    breaks: [
      `
      > GET /old HTTP/1.1
      < HTTP/1.1 305 Use Proxy
      < Location: http://proxy.example:3128/
      < Content-Type: text/plain; charset=utf-8
      <
      < Ask the proxy.
      `,
    ],
  },
  {
    rule: '9110-15.4.7-306-reserved',
    passes: [moved()],
    breaks: [
      `
      > GET /old HTTP/1.1
      < HTTP/1.1 306 Switch Proxy
      < Content-Type: text/plain; charset=utf-8
      <
      < Ask another proxy.
      `,
    ],
  },
]

function moved(): string {
  return `
      > GET /old HTTP/1.1
      < HTTP/1.1 308 Permanent Redirect
      < Location: /new
      < Content-Type: text/plain; charset=utf-8
      <
      < It is at /new now.
      `
}
