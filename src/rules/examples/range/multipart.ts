import type { RuleExample } from '../example.ts'

const WHOLE = `
      > GET /report HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < ETag: "v1"
      <
      < 0123456789`

const TYPE = 'multipart/byteranges; boundary=3d6b6a416f9b5'

export const multipartExamples: readonly RuleExample[] = [
  {
    rule: '9110-8.3.3-206-multipart-crlf',
    passes: [
      `
      > GET /file HTTP/1.1
      > Range: bytes=0-1,4-5
      < HTTP/1.1 206 Partial Content
      < ETag: "v1"
      < Content-Type: multipart/byteranges; boundary=THIS_SEPARATES
      <
      < --THIS_SEPARATES\r
      < Content-Type: text/plain\r
      < Content-Range: bytes 0-1/8\r
      < \r
      < ab\r
      < --THIS_SEPARATES\r
      < Content-Type: text/plain\r
      < Content-Range: bytes 4-5/8\r
      < \r
      < ef\r
      < --THIS_SEPARATES--\r
      < 
      `,
    ],
    breaks: [
      `
      > GET /file HTTP/1.1
      > Range: bytes=0-1,4-5
      < HTTP/1.1 206 Partial Content
      < ETag: "v1"
      < Content-Type: multipart/byteranges; boundary=THIS_SEPARATES
      <
      < --THIS_SEPARATES
      < Content-Type: text/plain
      < Content-Range: bytes 0-1/8
      <
      < ab\r
      < --THIS_SEPARATES\r
      < Content-Type: text/plain\r
      < Content-Range: bytes 4-5/8\r
      < \r
      < ef\r
      < --THIS_SEPARATES--\r
      < 
      `,
    ],
  },
  {
    rule: '9110-15.3.7.2-206-multi-multipart',
    passes: [
      several(TYPE, part('0-1/10', '01'), part('8-9/10', '89')),
      several('multipart/byteranges; boundary="3d6b6a416f9b5"', part('0-1/10', '01'), part('8-9/10', '89')),
    ],
    breaks: [
      several('multipart/byteranges', part('0-1/10', '01'), part('8-9/10', '89')),
      several('multipart/byteranges; boundary=other', part('0-1/10', '01'), part('8-9/10', '89')),
      several(TYPE, part('0-1/10', '01'), part('8-9/10', '89')).replace('--3d6b6a416f9b5--', '--3d6b6a416f9b5'),
    ],
  },
  {
    rule: '9110-15.3.7.2-206-multi-part-content-range',
    passes: [`${WHOLE}${several(TYPE, part('0-1/10', '01'), part('8-9/10', '89'))}`],
    breaks: [
      several(TYPE, part('0-1/10', '01'), part('8-9/10', '89')).replace('< Content-Range: bytes 8-9/10\r\n', ''),
      several(TYPE, part('0-1/10', '01'), part('8-9/10', '789')),
      several(TYPE, part('0-1/10', '01'), part('8-9/9', '89')),
      `${WHOLE}${several(TYPE, part('0-1/10', '01'), part('8-9/10', '98'))}`,
    ],
  },
  {
    rule: '9110-15.3.7.2-206-multi-part-content-type',
    passes: [`${WHOLE}${several(TYPE, part('0-1/10', '01'), part('8-9/10', '89'))}`],
    breaks: [
      `${WHOLE}${several(TYPE, part('0-1/10', '01'), part('8-9/10', '89'))}`.replace(
        '< Content-Type: text/plain; charset=utf-8\r\n',
        '',
      ),
    ],
  },
  {
    rule: '9110-15.3.7.2-206-multi-not-for-single',
    passes: [
      `
      > GET /report HTTP/1.1
      > Range: bytes=0-1
      < HTTP/1.1 206 Partial Content
      < Content-Type: text/plain; charset=utf-8
      < Content-Range: bytes 0-1/10
      <
      < 01
      `,
    ],
    breaks: [several(TYPE, part('0-1/10', '01')).replace('bytes=0-1, 8-9', 'bytes=0-1')],
  },
  {
    rule: '9110-15.3.7.2-206-multi-order',
    passes: [several(TYPE, part('0-1/10', '01'), part('8-9/10', '89')), several(TYPE, part('0-9/10', '0123456789'))],
    breaks: [several(TYPE, part('8-9/10', '89'), part('0-1/10', '01'))],
  },
]

function several(type: string, ...parts: readonly string[]): string {
  return `
      > GET /report HTTP/1.1
      > Range: bytes=0-1, 8-9
      < HTTP/1.1 206 Partial Content
      < Content-Type: ${type}
      < ETag: "v1"
      <${parts.join('')}
      < --3d6b6a416f9b5--\r
      `
}

function part(range: string, content: string): string {
  return `
      < --3d6b6a416f9b5\r
      < Content-Type: text/plain; charset=utf-8\r
      < Content-Range: bytes ${range}\r
      < \r
      < ${content}\r`
}
