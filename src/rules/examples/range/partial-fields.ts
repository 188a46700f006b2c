import type { RuleExample } from '../example.ts'

const PART = `
      > GET /report HTTP/1.1
      > Range: bytes=0-4
      < HTTP/1.1 206 Partial Content
      < Content-Range: bytes 0-4/10`

const CONTENT = `
      <
      < 01234`

export const partialFieldsExamples: readonly RuleExample[] = [
  {
    rule: '9110-15.3.7-206-keeps-date',
    passes: [`${whole()}${PART}\n< Content-Type: text/plain; charset=utf-8${CONTENT}`],
    breaks: [
      `
      # as is
      > GET /report HTTP/1.1
      > Host: api.example
      < HTTP/1.1 200 OK
      < Date: Sat, 21 Nov 2026 08:00:00 GMT
      < Content-Type: text/plain; charset=utf-8
      < Content-Length: 10
      <
      < 0123456789
      > GET /report HTTP/1.1
      > Host: api.example
      > Range: bytes=0-4
      < HTTP/1.1 206 Partial Content
      < Content-Type: text/plain; charset=utf-8
      < Content-Range: bytes 0-4/10
      < Content-Length: 5
      <
      < 01234
      `,
    ],
    also: ['9110-6.6.1-date-2xx'],
  },
  keeps('Cache-Control: max-age=60'),
  keeps('ETag: "v1"'),
  keeps('Expires: Sat, 21 Nov 2026 09:00:00 GMT'),
  keeps('Content-Location: /report.txt'),
  keeps('Vary: Accept-Encoding'),
  {
    rule: '9110-15.3.7-206-no-if-range-all-fields',
    passes: [
      `${whole('Content-Language: en')}${PART}
      < Content-Type: text/plain; charset=utf-8
      < Content-Language: en${CONTENT}`,
    ],
    breaks: [
      `${whole('Content-Language: en', 'Last-Modified: Fri, 20 Nov 2026 08:00:00 GMT')}${PART}
      < Content-Type: text/plain; charset=utf-8${CONTENT}`,
      `${whole()}${PART}${CONTENT}`,
    ],
  },
  {
    rule: '9110-15.3.7-206-if-range-minimal-fields',
    passes: [
      `${PART.replace('\n      <', '\n      > If-Range: "v1"\n      <')}
      < Content-Type: text/plain; charset=utf-8
      < ETag: "v1"${CONTENT}`,
    ],
    breaks: [
      `${PART.replace('\n      <', '\n      > If-Range: "v1"\n      <')}
      < Content-Type: text/plain; charset=utf-8
      < ETag: "v1"
      < Last-Modified: Fri, 20 Nov 2026 08:00:00 GMT${CONTENT}`,
    ],
  },
  {
    rule: '9110-15.3.7.2-206-multi-no-top-content-range',
    passes: [several()],
    breaks: [several('Content-Range: bytes 0-9/10')],
  },
]

function whole(...fields: readonly string[]): string {
  return `
      > GET /report HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      ${fields.map((field) => `< ${field}`).join('\n')}
      <
      < 0123456789`
}

/** A field that the 206 has, or has not. */
function keeps(field: string): RuleExample {
  const part = `${PART}\n< Content-Type: text/plain; charset=utf-8`
  return {
    rule: `9110-15.3.7-206-keeps-${field.slice(0, field.indexOf(':')).toLowerCase()}`,
    passes: [`${whole(field)}${part}\n< ${field}${CONTENT}`],
    breaks: [`${whole(field)}${part}${CONTENT}`],
  }
}

function several(...fields: readonly string[]): string {
  return `
      > GET /report HTTP/1.1
      > Range: bytes=0-1, 8-9
      < HTTP/1.1 206 Partial Content
      < Content-Type: multipart/byteranges; boundary=3d6b6a416f9b5
      ${fields.map((field) => `< ${field}`).join('\n')}
      <
      < --3d6b6a416f9b5\r
      < Content-Type: text/plain; charset=utf-8\r
      < Content-Range: bytes 0-1/10\r
      < \r
      < 01\r
      < --3d6b6a416f9b5\r
      < Content-Type: text/plain; charset=utf-8\r
      < Content-Range: bytes 8-9/10\r
      < \r
      < 89\r
      < --3d6b6a416f9b5--\r
      `
}
