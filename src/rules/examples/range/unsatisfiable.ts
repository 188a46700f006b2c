import type { RuleExample } from '../example.ts'

const WHOLE = `
      > GET /report HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < ETag: "v1"
      <
      < 0123456789`

export const unsatisfiableExamples: readonly RuleExample[] = [
  {
    rule: '9110-15.5.17-content-range',
    passes: [asked('bytes=50-', refused('Content-Range: bytes */10'))],
    breaks: [asked('bytes=50-', refused())],
  },
  {
    rule: '9110-14.4-unsatisfied-grammar',
    passes: [asked('bytes=50-', refused('Content-Range: bytes */10'))],
    breaks: [
      asked('bytes=50-', refused('Content-Range: bytes */*')),
      asked('bytes=50-', refused('Content-Range: bytes 0-9/10')),
      asked('bytes=50-', refused('Content-Range: */10')),
      asked('bytes=50-', refused('Content-Range: bytes=*/10')),
    ],
  },
  {
    rule: '9110-14.2-range-satisfiable-206',
    passes: [asked('bytes=50-', refused('Content-Range: bytes */10'))],
    breaks: [
      asked('bytes=0-4', refused('Content-Range: bytes */10')),
      asked('bytes=-99', refused('Content-Range: bytes */10')),
    ],
  },
  {
    rule: '9110-14.2-304-wins-over-range',
    passes: [
      `${WHOLE}${asked(
        'bytes=50-\n> If-None-Match: "v1"',
        `
      < HTTP/1.1 304 Not Modified
      < ETag: "v1"`,
      )}`,
    ],
    breaks: [`${WHOLE}${asked('bytes=50-\n> If-None-Match: W/"v1"', refused('Content-Range: bytes */10'))}`],
  },
  {
    rule: '9110-14.2-412-wins-over-416',
    passes: [
      `${WHOLE}${asked(
        'bytes=50-\n> If-Match: "v0"',
        `
      < HTTP/1.1 412 Precondition Failed
      < Content-Type: text/plain; charset=utf-8
      <
      < The report has changed.`,
      )}`,
    ],
    breaks: [
      `${WHOLE}${asked('bytes=50-\n> If-Match: "v0"', refused('Content-Range: bytes */10'))}`,
      asked('bytes=50-\n> If-Match: W/"v1"', refused('Content-Range: bytes */10')),
    ],
  },
]

function asked(range: string, answer: string): string {
  return `
      > GET /report HTTP/1.1
      > Range: ${range}${answer}`
}

function refused(...fields: readonly string[]): string {
  return `
      < HTTP/1.1 416 Range Not Satisfiable
      < Content-Type: text/plain; charset=utf-8
      ${fields.map((field) => `< ${field}`).join('\n')}
      <
      < There are only 10 bytes.`
}
