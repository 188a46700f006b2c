import type { RuleExample } from '../example.ts'

const AGAIN = `
      > GET /report HTTP/1.1
      > If-None-Match: "v1"
      < HTTP/1.1 304 Not Modified
      < ETag: "v1"`

export const notModifiedFieldsExamples: readonly RuleExample[] = [
  keeps('Content-Location: /report.txt'),
  {
    rule: '9110-15.4.5-304-keeps-date',
    passes: [`${whole()}${AGAIN}`],
    breaks: [
      `
      # as is
      > GET /report HTTP/1.1
      > Host: api.example
      < HTTP/1.1 200 OK
      < Date: Sat, 21 Nov 2026 08:00:00 GMT
      < Content-Type: text/plain; charset=utf-8
      < Content-Length: 10
      < ETag: "v1"
      <
      < 0123456789
      > GET /report HTTP/1.1
      > Host: api.example
      > If-None-Match: "v1"
      < HTTP/1.1 304 Not Modified
      < ETag: "v1"
      `,
    ],
    also: ['9110-6.6.1-date-3xx'],
  },
  {
    rule: '9110-15.4.5-304-keeps-etag',
    passes: [`${whole()}${AGAIN}`, AGAIN],
    breaks: [
      `
      > GET /report HTTP/1.1
      > If-None-Match: "v1"
      < HTTP/1.1 304 Not Modified
      `,
      `${whole('Last-Modified: Fri, 20 Nov 2026 08:00:00 GMT')}
      > GET /report HTTP/1.1
      > If-Modified-Since: Fri, 20 Nov 2026 08:00:00 GMT
      < HTTP/1.1 304 Not Modified
      < Last-Modified: Fri, 20 Nov 2026 08:00:00 GMT
      `,
    ],
  },
  keeps('Vary: Accept-Encoding'),
  keeps('Cache-Control: max-age=60'),
  keeps('Expires: Sat, 21 Nov 2026 09:00:00 GMT'),
  {
    rule: '9110-15.4.5-304-no-other-representation-metadata',
    passes: [
      AGAIN,
      `
      > GET /report HTTP/1.1
      > If-Modified-Since: Fri, 20 Nov 2026 08:00:00 GMT
      < HTTP/1.1 304 Not Modified
      < Last-Modified: Fri, 20 Nov 2026 08:00:00 GMT
      < Set-Cookie: seen=1; Secure; HttpOnly; SameSite=Lax
      `,
    ],
    breaks: [
      `${AGAIN}
      < Content-Type: text/plain; charset=utf-8
      `,
      `${AGAIN}
      < Content-Language: en
      `,
      `
      > GET /report HTTP/1.1
      > Accept-Encoding: gzip
      > If-None-Match: "v1-gzip"
      < HTTP/1.1 304 Not Modified
      < ETag: "v1-gzip"
      < Vary: Accept-Encoding
      < Content-Encoding: gzip
      `,
    ],
  },
  {
    rule: '9110-15.4.5-304-no-content',
    passes: [AGAIN],
    breaks: [
      `${AGAIN}
      <
      < Not Modified
      `,
      `
      # surplus 14
      ${AGAIN.trim()}
      `,
    ],
  },
  {
    rule: '9111-3.2-304-cors-security-fields-consistent',
    passes: [
      `${whole("Content-Security-Policy: script-src 'nonce-cmFuZG9t'")}${AGAIN}
      < Content-Security-Policy: script-src 'nonce-cmFuZG9t'
      `,
      `${whole("Content-Security-Policy: default-src 'self'")}${AGAIN}
      < Content-Security-Policy: default-src 'self'
      `,
    ],
    breaks: [
      `${whole("Content-Security-Policy: script-src 'nonce-cmFuZG9t'")}${AGAIN}
      < Content-Security-Policy: script-src 'nonce-b3RoZXIx'
      `,
    ],
  },
]

function whole(...fields: readonly string[]): string {
  return `
      > GET /report HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < ETag: "v1"
      ${fields.map((field) => `< ${field}`).join('\n')}
      <
      < 0123456789`
}

/** A field that the 304 has, or has not. */
function keeps(field: string): RuleExample {
  return {
    rule: `9110-15.4.5-304-keeps-${field.slice(0, field.indexOf(':')).toLowerCase()}`,
    passes: [`${whole(field)}${AGAIN}\n< ${field}`],
    breaks: [`${whole(field)}${AGAIN}`],
  }
}
