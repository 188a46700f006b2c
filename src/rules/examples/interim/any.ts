import type { RuleExample } from '../example.ts'

export const anyInterimExamples: readonly RuleExample[] = [
  {
    rule: '9110-15.2-no-1xx-to-http10',
    passes: [
      `
      > GET / HTTP/1.0
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset=utf-8
      < Connection: close
      <
      < <!doctype html><title>Tea</title>
      `,
    ],
    breaks: [
      `
      > GET / HTTP/1.0
      < HTTP/1.1 103 Early Hints
      < Link: </style.css>; rel=preload; as=style
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset=utf-8
      < Link: </style.css>; rel=preload; as=style
      < Connection: close
      <
      < <!doctype html><title>Tea</title>
      `,
    ],
  },
  {
    rule: '9110-15.2-1xx-ends-at-header-section',
    passes: [
      `
      > GET / HTTP/1.1
      < HTTP/1.1 103 Early Hints
      < Link: </style.css>; rel=preload; as=style
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset=utf-8
      < Link: </style.css>; rel=preload; as=style
      <
      < <!doctype html><title>Tea</title>
      `,
    ],
    breaks: [
      `
      # surplus 20
      > GET / HTTP/1.1
      < HTTP/1.1 103 Early Hints
      < Link: </style.css>; rel=preload; as=style
      `,
    ],
    also: ['9110-15-interim-then-one-final'],
  },
  {
    rule: '2518-10.1-102-then-final',
    passes: [
      `
      # closed
      > DELETE /archive HTTP/1.1
      > Connection: close
      < HTTP/1.1 102 Processing
      < HTTP/1.1 102 Processing
      < HTTP/1.1 204 No Content
      < Connection: close
      `,
    ],
    breaks: [
      `
      # closed
      # incomplete
      > DELETE /archive HTTP/1.1
      < HTTP/1.1 102 Processing
      `,
    ],
    also: ['9110-15-interim-then-one-final'],
  },
]
