import type { RuleExample } from '../example.ts'

const WHOLE = `
      > GET /report HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Accept-Ranges: bytes
      < ETag: "v1"
      <
      < 0123456789`

export const partialExamples: readonly RuleExample[] = [
  {
    rule: '9110-15.3.7.1-206-single-content-range',
    passes: [part('01234', 'Content-Range: bytes 0-4/10'), part('01234', 'Content-Range: bytes 0-4/*')],
    breaks: [part('01234'), part('01234', 'Content-Range: bytes=0-4/10'), part('01234', 'Content-Range: bytes */10')],
  },
  {
    rule: '9110-15.3.7.1-206-single-content-is-range',
    passes: [`${WHOLE}${part('01234', 'Content-Range: bytes 0-4/10', 'ETag: "v1"')}`],
    breaks: [
      part('01234', 'Content-Range: bytes 0-3/10'),
      `${WHOLE}${part('12345', 'Content-Range: bytes 0-4/10', 'ETag: "v1"')}`,
    ],
    also: ['9110-15.3.7-206-content-length-is-part'],
  },
  {
    rule: '9110-15.3.7-206-content-length-is-part',
    passes: [part('01234', 'Content-Range: bytes 0-4/10')],
    breaks: [
      `
      # incomplete
      ${part('01234', 'Content-Range: bytes 0-4/10', 'Content-Length: 10')}`,
    ],
    also: ['9112-6.3-content-length-matches-body'],
  },
  {
    rule: '9110-14.4-content-range-valid',
    passes: [part('01234', 'Content-Range: bytes 0-4/5')],
    breaks: [part('01234', 'Content-Range: bytes 0-4/4'), part('', 'Content-Range: bytes 0-4294967295/10')],
    also: ['9110-15.3.7.1-206-single-content-is-range', '9110-15.3.7-206-content-length-is-part'],
  },
  {
    rule: '9110-14.4-content-range-complete-length',
    passes: [`${WHOLE}${part('01234', 'Content-Range: bytes 0-4/10', 'ETag: "v1"')}`],
    breaks: [`${WHOLE}${part('01234', 'Content-Range: bytes 0-4/*', 'ETag: "v1"')}`],
  },
  {
    rule: '9110-14.1.2-range-of-encoded-octets',
    passes: [
      `${coded()}${part('(brot', 'Content-Range: bytes 0-4/8', 'ETag: "v1-br"', 'Content-Encoding: br', 'Vary: Accept-Encoding')}`,
    ],
    breaks: [
      `${coded()}${part('(brot', 'Content-Range: bytes 0-4/20', 'ETag: "v1-br"', 'Content-Encoding: br', 'Vary: Accept-Encoding')}`,
    ],
  },
  {
    rule: '9110-14.4-content-range-only-206-416',
    passes: [
      part('01234', 'Content-Range: bytes 0-4/10'),
      `
      > GET /report HTTP/1.1
      > A-IM: range
      > Range: bytes=0-4
      < HTTP/1.1 226 IM Used
      < Content-Type: text/plain; charset=utf-8
      < ETag: "v1"
      < IM: range
      < Content-Range: bytes 0-4/10
      <
      < 01234
      `,
    ],
    breaks: [
      `
      > GET /report HTTP/1.1
      > Range: bytes=0-4
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Content-Range: bytes 0-9/10
      <
      < 0123456789
      `,
      `
      > GET /report HTTP/1.1
      > Range: bytes=0-4
      < HTTP/1.1 500 Internal Server Error
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      < Content-Range: bytes 0-4/10
      <
      < Something went wrong.
      `,
    ],
  },
]

function part(content: string, ...fields: readonly string[]): string {
  return `
      > GET /report HTTP/1.1
      > Range: bytes=0-4
      < HTTP/1.1 206 Partial Content
      < Content-Type: text/plain; charset=utf-8
      ${fields.map((field) => `< ${field}`).join('\n')}
      <
      < ${content}`
}

function coded(): string {
  return `
      > GET /report HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Content-Encoding: br
      < Vary: Accept-Encoding
      < ETag: "v1-br"
      <
      < (brotli)`
}
