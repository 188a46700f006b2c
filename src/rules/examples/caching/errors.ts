import type { RuleExample } from '../example.ts'

const WHOLE = `
      > GET /report HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: public, max-age=86400
      <
      < 0123456789`

const TAGGED = WHOLE.replace('Cache-Control', 'Vary: Accept\n      < ETag: "v1"\n      < Cache-Control')

export const errorExamples: readonly RuleExample[] = [
  {
    rule: '9111-5.2-error-drops-success-cache-control-4xx',
    passes: [
      `${WHOLE}${failed('404 Not Found', 'Cache-Control: public, max-age=60')}`,
      `${WHOLE}${failed('403 Forbidden', 'Cache-Control: no-store')}`,
    ],
    also: ['9110-8.8-error-without-resource-validators-4xx'],
    breaks: [
      `${WHOLE}${failed('403 Forbidden', 'Cache-Control: public, max-age=86400')}`,
      `${WHOLE.replace('public, max-age=86400', 'max-age=31536000, immutable')}${failed('404 Not Found', 'Cache-Control: max-age=31536000, immutable')}`,
      `${TAGGED}${refused('Cache-Control: public, max-age=86400', 'ETag: "v1"')}`,
      `${WHOLE.replace('Cache-Control: public, max-age=86400', 'Expires: Sun, 22 Nov 2026 08:00:00 GMT')}${failed('400 Bad Request', 'Expires: Sun, 22 Nov 2026 08:00:00 GMT')}`,
      `${WHOLE.replace('Cache-Control: public, max-age=86400', 'CDN-Cache-Control: max-age=600')}${failed('403 Forbidden', 'CDN-Cache-Control: max-age=600')}`,
    ],
  },
  {
    rule: '9111-5.2-error-drops-success-cache-control-5xx',
    passes: [failed('503 Service Unavailable', 'Cache-Control: no-store', 'Retry-After: 60')],
    breaks: [
      `${WHOLE}${failed('503 Service Unavailable', 'Cache-Control: public, max-age=86400', 'Retry-After: 60')}`,
      failed('500 Internal Server Error', 'Cache-Control: max-age=86400'),
      failed('500 Internal Server Error', 'Expires: Sun, 22 Nov 2026 08:00:00 GMT'),
    ],
  },
  {
    rule: '9111-5.2.2.5-no-store-sensitive-errors-4xx',
    passes: [
      asked('403 Forbidden', 'Cache-Control: no-store'),
      asked('403 Forbidden', 'Cache-Control: private, max-age=5'),
    ],
    breaks: [
      asked('403 Forbidden', 'Cache-Control: public, max-age=60'),
      asked('404 Not Found', 'Cache-Control: s-maxage=60'),
      asked('403 Forbidden', 'Cache-Control: max-age=60, must-revalidate'),
      asked('403 Forbidden', 'Cache-Control: must-revalidate', 'Expires: Sun, 22 Nov 2026 08:00:00 GMT'),
    ],
  },
  {
    rule: '9111-5.2.2.5-no-store-sensitive-errors-5xx',
    passes: [asked('502 Bad Gateway', 'Cache-Control: no-store')],
    breaks: [asked('502 Bad Gateway', 'Cache-Control: public')],
  },
  unstorable('6585-3-no-store', '428 Precondition Required'),
  unstorable('6585-4-no-store', '429 Too Many Requests', 'Retry-After: 60'),
  unstorable('6585-5-no-store', '431 Request Header Fields Too Large'),
  unstorable('6585-6-no-store', '511 Network Authentication Required'),
  {
    rule: '8470-5.2-not-cacheable',
    passes: [early()],
    breaks: [
      early('Cache-Control: max-age=60'),
      early('Expires: Sun, 22 Nov 2026 08:00:00 GMT'),
      early('CDN-Cache-Control: max-age=60'),
      early('Content-Location: /report'),
    ],
  },
]

function failed(status: string, ...fields: readonly string[]): string {
  return request(['GET /report HTTP/1.1'], status, fields)
}

/** Another Accept than that of the 200. */
function refused(...fields: readonly string[]): string {
  return request(['GET /report HTTP/1.1', 'Accept: image/png'], '406 Not Acceptable', ['Vary: Accept', ...fields])
}

function asked(status: string, ...fields: readonly string[]): string {
  return request(['GET /report HTTP/1.1', 'Authorization: Bearer mF_9.B5f-4.1JqM'], status, fields)
}

function early(...fields: readonly string[]): string {
  return request(['GET /report HTTP/1.1', 'Early-Data: 1'], '425 Too Early', fields)
}

function unstorable(rule: string, status: string, ...fields: readonly string[]): RuleExample {
  return {
    rule,
    passes: [failed(status, 'Cache-Control: no-store', ...fields), failed(status, ...fields)],
    breaks: [
      failed(status, 'Cache-Control: max-age=60', ...fields),
      failed(status, 'Cache-Control: public', ...fields),
      failed(status, 'Cache-Control: no-store', 'CDN-Cache-Control: max-age=600', ...fields),
      failed(status, 'Expires: Sun, 22 Nov 2026 08:00:00 GMT', ...fields),
    ],
  }
}

function request(lines: readonly string[], status: string, fields: readonly string[]): string {
  return `
      ${lines.map((line) => `> ${line}`).join('\n')}
      < HTTP/1.1 ${status}
      < Content-Type: text/plain; charset=utf-8
      ${fields.map((field) => `< ${field}`).join('\n')}
      <
      < It did not work. Sign in at https://login.example/ or send less.
      `
}
