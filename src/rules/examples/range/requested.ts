import type { RuleExample } from '../example.ts'

const WHOLE = `
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      <
      < 0123456789`

const MISSING = `
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < No such report.`

export const requestedExamples: readonly RuleExample[] = [
  {
    rule: '9110-15.3.7-206-only-for-range-request',
    passes: [asked('bytes=0-4', part('0-4/10', '01234'))],
    breaks: [
      `
      > GET /report HTTP/1.1${part('0-4/10', '01234')}`,
    ],
  },
  {
    rule: '9110-14.2-206-not-to-head',
    passes: [
      `
      > HEAD /report HTTP/1.1
      > Range: bytes=0-4
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Content-Length: 10
      `,
    ],
    breaks: [
      `
      > HEAD /report HTTP/1.1
      > Range: bytes=0-4
      < HTTP/1.1 206 Partial Content
      < Content-Type: text/plain; charset=utf-8
      < Content-Range: bytes 0-4/10
      < Content-Length: 5
      `,
    ],
  },
  {
    rule: '9110-14.2-range-ignored-non-get',
    passes: [
      `
      > DELETE /report HTTP/1.1
      > Range: bytes=50-
      < HTTP/1.1 204 No Content
      `,
    ],
    breaks: [
      `
      > DELETE /report HTTP/1.1
      > Range: bytes=50-${refused(10)}`,
      `
      > HEAD /report HTTP/1.1
      > Range: bytes=50-
      < HTTP/1.1 416 Range Not Satisfiable
      < Content-Type: text/plain; charset=utf-8
      < Content-Range: bytes */10
      `,
      `
      > PUT /report HTTP/1.1
      > Range: bytes=0-1
      > Content-Length: 2
      >
      > ab${part('0-1/10', '01')}`,
    ],
  },
  {
    rule: '9110-14.2-range-unknown-unit-ignored',
    passes: [
      asked('lines=1-2', WHOLE),
      asked(
        'lines=1-2',
        `
      < HTTP/1.1 206 Partial Content
      < Content-Type: text/plain; charset=utf-8
      < Content-Range: lines 1-2/9
      <
      < two`,
      ),
    ],
    breaks: [asked('lines=1-2', part('1-2/10', '12')), asked('seconds=50-', refused(10))],
  },
  {
    rule: '9110-14.1.1-range-invalid-if-any-spec-invalid',
    passes: [asked('bytes=0-0,5-2', WHOLE), asked('bytes=a-b', refused(10))],
    breaks: [asked('bytes=0-0,5-2', part('0-0/10', '0')), asked('bytes=five-nine', part('5-9/10', '56789'))],
  },
  {
    rule: '9110-14.1.2-range-inclusive',
    passes: [asked('bytes=0-4', part('0-4/10', '01234')), asked('bytes=5-99', part('5-9/10', '56789'))],
    breaks: [asked('bytes=0-0', part('0-1/10', '01')), asked('bytes=2-4', part('1-4/10', '1234'))],
  },
  {
    rule: '9110-14.1.2-range-open-end',
    passes: [asked('bytes=5-', part('5-9/10', '56789')), asked('bytes=5-', part('5-7/10', '567'))],
    breaks: [asked('bytes=5-', part('4-9/10', '456789'))],
  },
  {
    rule: '9110-14.1.2-range-suffix',
    passes: [asked('bytes=-4', part('6-9/10', '6789')), asked('bytes=-99', part('0-9/10', '0123456789'))],
    breaks: [asked('bytes=-4', part('0-3/10', '0123')), asked('bytes=-4', part('5-9/10', '56789'))],
  },
  {
    rule: '9110-14.1.2-range-suffix-zero',
    passes: [asked('bytes=-0', refused(10)), asked('bytes=-0', WHOLE)],
    breaks: [asked('bytes=-0', part('9-9/10', '9'))],
  },
  {
    rule: '9110-14.2-range-unsatisfiable-416',
    passes: [asked('bytes=50-', refused(10))],
    breaks: [asked('bytes=50-', part('0-9/10', '0123456789')), asked('bytes=10-19', part('9-9/10', '9'))],
  },
  {
    rule: '9110-14.2-range-only-if-200',
    passes: [
      `
      > GET /report HTTP/1.1${MISSING}${asked('bytes=0-4', MISSING)}`,
    ],
    breaks: [
      `
      > GET /report HTTP/1.1${MISSING}${asked('bytes=0-4', part('0-4/15', 'No su'))}`,
      `
      > GET /report HTTP/1.1${MISSING}${asked('bytes=50-', refused(15))}`,
    ],
  },
]

function asked(range: string, answer: string): string {
  return `
      > GET /report HTTP/1.1
      > Range: ${range}${answer}`
}

function part(range: string, content: string): string {
  return `
      < HTTP/1.1 206 Partial Content
      < Content-Type: text/plain; charset=utf-8
      < Content-Range: bytes ${range}
      <
      < ${content}`
}

function refused(size: number): string {
  return `
      < HTTP/1.1 416 Range Not Satisfiable
      < Content-Type: text/plain; charset=utf-8
      < Content-Range: bytes */${size}
      <
      < There are only ${size} bytes.`
}
