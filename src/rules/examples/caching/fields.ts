import type { RuleExample } from '../example.ts'

export const fieldExamples: readonly RuleExample[] = [
  {
    rule: '9111-5.1-age-grammar',
    passes: [answer('Age: 0'), answer('Cache-Control: max-age=600', 'Age: 599')],
    breaks: [answer('Age: 1.5'), answer('Age: -1'), answer('Age: 10', 'Age: 20')],
  },
  {
    rule: '9111-5.3-expires-http-date',
    passes: [answer('Expires: Thu, 01 Jan 1970 00:00:00 GMT'), answer('Expires: Sat, 21 Nov 2026 09:00:00 GMT')],
    breaks: [answer('Expires: 0'), answer('Expires: -1'), answer('Expires: Saturday, 21-Nov-26 09:00:00 GMT')],
  },
  {
    rule: '9111-5.4-pragma-in-response-pointless',
    passes: [answer('Cache-Control: no-cache', 'Pragma: no-cache')],
    breaks: [answer('Pragma: no-cache')],
  },
  {
    rule: '9111-5.5-warning-obsolete',
    passes: [answer('Cache-Control: max-age=60', 'Age: 90', 'Warning: 110 cache.example "Response is Stale"')],
    breaks: [answer('Warning: 299 - "This resource goes away soon"')],
  },
  {
    rule: '9213-2.1-cdn-cache-control-structured',
    passes: [answer('CDN-Cache-Control: max-age=600, must-revalidate'), answer('CDN-Cache-Control: no-store')],
    breaks: [
      answer('CDN-Cache-Control: max-age="600"'),
      answer('CDN-Cache-Control: no-store=1'),
      answer('CDN-Cache-Control: Max-Age=600'),
      answer('CDN-Cache-Control: max-age=600; public,'),
    ],
  },
]

function answer(...fields: readonly string[]): string {
  return `
      > GET /report HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      ${fields.map((field) => `< ${field}`).join('\n')}
      <
      < 0123456789
      `
}
