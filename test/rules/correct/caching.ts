/** Correct exchanges that touch caching: no rule may find anything in them. */
export const caching: readonly string[] = [
  // Says the same in five ways, as many frameworks do.
  answer('Cache-Control: no-cache, no-store, max-age=0, must-revalidate', 'Pragma: no-cache'),
  answer('Cache-Control: public, max-age=31536000, immutable'),
  answer('Cache-Control: max-age=600,stale-while-revalidate=30,stale-if-error=86400'),
  answer('Cache-Control: must-understand, no-store, max-age=60'),
  // No argument is defined for an extension; any may be sent.
  answer('Cache-Control: private="X-User, Set-Cookie", community="UCI", max-age=60'),
  answer('cache-control: Public, Max-Age=60'),
  // Two lines are one list.
  answer('Cache-Control: public', 'Cache-Control: max-age=60'),
  // no-cache says how, max-age says when a cache may answer while it can't ask.
  answer('Cache-Control: no-cache, max-age=3600'),
  // Shared caches keep it, browsers do not.
  answer('Cache-Control: max-age=0, s-maxage=86400'),
  answer('CDN-Cache-Control: max-age=600, stale-if-error=60', 'Cache-Control: no-store'),
  answer('CDN-Cache-Control: max-age=60;v="x", cdn-flag, zone="eu"'),
  answer('Expires: Thu, 01 Jan 1970 00:00:00 GMT', 'Cache-Control: no-cache'),
  answer('Age: 0', 'Cache-Control: max-age=60', 'Via: 1.1 varnish', 'X-Cache: HIT'),
  // A quoted comma ends no directive, and a quoted lifetime of an extension is none.
  answer('Cache-Control: ext="max-age=5, no-store", max-age=60'),
  // An error that is cached on purpose.
  `
  > GET /gone HTTP/1.1
  < HTTP/1.1 410 Gone
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: public, max-age=86400
  <
  < This page is gone for good.
  `,
  // One policy for all answers of a site.
  `
  > GET /a HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: max-age=14400
  <
  < a
  > GET /a HTTP/1.1
  < HTTP/1.1 404 Not Found
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: max-age=14400
  <
  < Not found.
  `,
  // For a short time caches keep failures from an origin that is overloaded.
  `
  > GET /a HTTP/1.1
  < HTTP/1.1 503 Service Unavailable
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: max-age=5
  < Retry-After: 5
  <
  < Busy. Try again in five seconds.
  `,
  `
  > GET /a HTTP/1.1
  > Authorization: Bearer mF_9.B5f-4.1JqM
  < HTTP/1.1 404 Not Found
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: private, max-age=60
  <
  < Nothing here that you may see.
  `,
  `
  > GET /a HTTP/1.1
  < HTTP/1.1 429 Too Many Requests
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: no-cache, no-store, max-age=0
  < Expires: Thu, 01 Jan 1970 00:00:00 GMT
  < Retry-After: 30
  <
  < Slow down. Try again in half a minute.
  `,
  `
  # one lifetime for all that the server sends, as far as anybody can tell: the request was another
  > GET /report HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: application/json
  < Vary: Accept
  < ETag: "r1"
  < Cache-Control: max-age=60
  <
  < {"total":1}
  > GET /report HTTP/1.1
  > Accept: image/png
  < HTTP/1.1 406 Not Acceptable
  < Content-Type: text/plain; charset=utf-8
  < Vary: Accept
  < Cache-Control: max-age=60
  <
  < There is application/json.
  `,
]

function answer(...fields: readonly string[]): string {
  return `
  > GET /a HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: text/plain; charset=utf-8
  ${fields.map((field) => `< ${field}`).join('\n')}
  <
  < a
  `
}
