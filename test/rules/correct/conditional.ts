/** Correct exchanges that touch conditional: no rule may find anything in them. */
export const conditional: readonly string[] = [
  // nginx repeats Last-Modified beside ETag.
  `
  > GET /app.css HTTP/1.1
  > If-None-Match: "65a7c1f0-1f4"
  > If-Modified-Since: Wed, 17 Jan 2024 12:00:00 GMT
  < HTTP/1.1 304 Not Modified
  < Server: nginx/1.25.3
  < Last-Modified: Wed, 17 Jan 2024 12:00:00 GMT
  < Connection: keep-alive
  < ETag: "65a7c1f0-1f4"
  < Expires: Sun, 22 Nov 2026 08:00:00 GMT
  < Cache-Control: max-age=86400
  `,
  // nginx compressed the file, so that its tag became weak: both forms match.
  `
  > GET /app.css HTTP/1.1
  > Accept-Encoding: gzip
  > If-None-Match: W/"65a7c1f0-1f4"
  < HTTP/1.1 304 Not Modified
  < Last-Modified: Wed, 17 Jan 2024 12:00:00 GMT
  < ETag: "65a7c1f0-1f4"
  < Vary: Accept-Encoding
  `,
  // The client has an older one.
  `
  > GET /orders/7 HTTP/1.1
  > If-None-Match: W/"2-abc", "a,b"
  < HTTP/1.1 200 OK
  < X-Powered-By: Express
  < Content-Type: application/json; charset=utf-8
  < ETag: W/"2-vyGp6PvFo4RvsFtPoIWeCReyIC8"
  <
  < {}
  `,
  // nginx takes only the very date; a later one is answered in full.
  `
  > GET /app.css HTTP/1.1
  > If-Modified-Since: Thu, 18 Jan 2024 12:00:00 GMT
  < HTTP/1.1 200 OK
  < Content-Type: text/css
  < Last-Modified: Wed, 17 Jan 2024 12:00:00 GMT
  <
  < a {}
  `,
  // Of a 404 in Express: its own tag, of its own content, and the condition does not count.
  `
  > GET /orders/8 HTTP/1.1
  > If-None-Match: *
  < HTTP/1.1 404 Not Found
  < Content-Type: application/json; charset=utf-8
  < ETag: W/"15-S5HQqyMpk0xw3wyFX5oUM2YHHrI"
  <
  < {"message":"no such"}
  `,
  // The earlier tag is of another content, and of another target.
  `
  > GET /orders/7?fields=id HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: application/json; charset=utf-8
  < ETag: "v7"
  <
  < {"id":7}
  > GET /orders/7 HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: application/json; charset=utf-8
  < ETag: "v7"
  <
  < {"id":7,"lines":[]}
  `,
  // A weak tag stands for contents that differ in some bytes.
  `
  > GET / HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: text/html; charset=utf-8
  < ETag: W/"home-1"
  <
  < <!DOCTYPE html><html lang="en"><title>Home</title><p>Good morning</p></html>
  > GET / HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: text/html; charset=utf-8
  < ETag: W/"home-1"
  <
  < <!DOCTYPE html><html lang="en"><title>Home</title><p>Good evening</p></html>
  `,
  // What was changed in between has another state.
  `
  > GET /orders/7 HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: application/json; charset=utf-8
  < Cache-Control: max-age=60
  < ETag: "v7"
  <
  < {"id":7}
  > PUT /orders/7 HTTP/1.1
  > If-Match: "v7"
  > Content-Type: application/json
  > Content-Length: 8
  >
  > {"id":7}
  < HTTP/1.1 204 No Content
  < ETag: "v8"
  > GET /orders/7 HTTP/1.1
  > If-None-Match: "v8"
  < HTTP/1.1 304 Not Modified
  < ETag: "v8"
  `,
  // A cache may leave If-Match to the origin, and has its own reasons to send the whole.
  `
  > GET /orders/7 HTTP/1.1
  > If-Match: "v6"
  < HTTP/1.1 200 OK
  < Content-Type: application/json; charset=utf-8
  < Cache-Control: max-age=60
  < Age: 12
  < ETag: "v7"
  <
  < {"id":7}
  `,
  // The state that the 412 is about may be told.
  `
  > GET /orders/7 HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: application/json; charset=utf-8
  < ETag: "v7"
  <
  < {"id":7}
  > GET /orders/7 HTTP/1.1
  > If-Match: "v6"
  < HTTP/1.1 412 Precondition Failed
  < Content-Type: text/plain; charset=utf-8
  < ETag: "v7"
  <
  < The order has changed.
  `,
  // The change was made already: the same tag as before.
  `
  > GET /orders/7 HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: application/json; charset=utf-8
  < ETag: "v7"
  <
  < {"id":7}
  > PUT /orders/7 HTTP/1.1
  > If-Match: "v6"
  > Content-Type: application/json
  > Content-Length: 8
  >
  > {"id":7}
  < HTTP/1.1 204 No Content
  < ETag: "v7"
  `,
  // Another language: the 304 is not of the 200 before it.
  `
  > GET /help HTTP/1.1
  > Accept-Language: en
  < HTTP/1.1 200 OK
  < Content-Type: text/plain; charset=utf-8
  < Content-Language: en
  < Content-Location: /help.en
  < Vary: Accept-Language
  < ETag: "en-1"
  <
  < Help
  > GET /help HTTP/1.1
  > Accept-Language: de
  > If-None-Match: "de-1"
  < HTTP/1.1 304 Not Modified
  < Vary: Accept-Language
  < ETag: "de-1"
  `,
  // Asked for without credentials first.
  `
  > PUT /orders/7 HTTP/1.1
  > Content-Length: 2
  >
  > {}
  < HTTP/1.1 401 Unauthorized
  < WWW-Authenticate: Bearer realm="api"
  < Cache-Control: no-store
  < Content-Type: text/plain; charset=utf-8
  <
  < Send an access token.
  > PUT /orders/7 HTTP/1.1
  > Authorization: Bearer mF_9.B5f-4.1JqM
  > If-Match: "v6"
  > Content-Length: 2
  >
  > {}
  < HTTP/1.1 412 Precondition Failed
  < Content-Type: text/plain; charset=utf-8
  <
  < The order has changed.
  `,
  // Old but valid forms of dates.
  `
  > GET /app.css HTTP/1.1
  > If-Modified-Since: Wed Jan 17 12:00:00 2024
  < HTTP/1.1 304 Not Modified
  < Last-Modified: Wed, 17 Jan 2024 12:00:00 GMT
  `,
  // WebDAV: a condition of its own.
  `
  > COPY /a.txt HTTP/1.1
  > Destination: /b.txt
  > Overwrite: F
  < HTTP/1.1 412 Precondition Failed
  < Content-Type: text/plain; charset=utf-8
  <
  < There is a file with that name.
  `,
  // GitHub: the conditions hold for what the token may see, and Last-Modified stays.
  `
  # secure
  > GET /users/octocat HTTP/2
  > Authorization: Bearer mF_9.B5f-4.1JqM
  > If-None-Match: "644b5b0155e6404a9cc4bd9d8b1ae730"
  < HTTP/2 304
  < etag: "644b5b0155e6404a9cc4bd9d8b1ae730"
  < last-modified: Thu, 22 Feb 2024 12:22:19 GMT
  < cache-control: private, max-age=60, s-maxage=60
  < vary: Accept, Authorization, Cookie, X-GitHub-OTP
  < x-ratelimit-remaining: 4999
  `,
  // The tag of the gzipped form is one of its own; DELETE is held against what GET without Accept-Encoding gets.
  `
  > GET /orders/7 HTTP/1.1
  > Accept-Encoding: gzip
  < HTTP/1.1 200 OK
  < Server: Apache
  < Content-Type: application/json
  < Content-Encoding: gzip
  < Vary: Accept-Encoding
  < ETag: "abc-gzip"
  <
  < (coded)
  > DELETE /orders/7 HTTP/1.1
  > If-Match: "abc"
  < HTTP/1.1 204 No Content
  `,
  // nginx made the tag weak as it compressed.
  `
  > GET /orders/7 HTTP/1.1
  > Accept-Encoding: gzip
  < HTTP/1.1 200 OK
  < Server: nginx
  < Content-Type: application/json
  < Content-Encoding: gzip
  < ETag: W/"a"
  <
  < (coded)
  > DELETE /orders/7 HTTP/1.1
  > Accept-Encoding: gzip
  > If-Match: "a"
  < HTTP/1.1 204 No Content
  `,
  // HTML was looked at, and the JSON is what the condition is about.
  `
  > GET /orders/7 HTTP/1.1
  > Accept: text/html
  < HTTP/1.1 200 OK
  < Content-Type: text/html; charset=utf-8
  < ETag: "h1"
  <
  < <p>Order 7
  > DELETE /orders/7 HTTP/1.1
  > Accept: application/json
  > If-Match: "j1"
  < HTTP/1.1 204 No Content
  `,
  // Everybody has a cart of their own, also at the same URI.
  `
  > GET /cart HTTP/1.1
  > Cookie: session=alice
  < HTTP/1.1 200 OK
  < Content-Type: application/json
  < Cache-Control: private
  < ETag: "alice1"
  <
  < {"items":3}
  > DELETE /cart HTTP/1.1
  > Cookie: session=bob
  > If-Match: "bob1"
  < HTTP/1.1 204 No Content
  `,
  // Two hosts of one server.
  `
  > GET /a.txt HTTP/1.1
  > Host: one.example
  < HTTP/1.1 200 OK
  < Content-Type: text/plain; charset=utf-8
  < Last-Modified: Fri, 20 Nov 2026 08:00:00 GMT
  <
  < one
  > DELETE /a.txt HTTP/1.1
  > Host: two.example
  > If-Unmodified-Since: Mon, 02 Nov 2026 08:00:00 GMT
  < HTTP/1.1 204 No Content
  `,
  // The 412 is about the state of another user.
  `
  > GET /cart HTTP/1.1
  > Cookie: session=alice
  < HTTP/1.1 200 OK
  < Content-Type: application/json
  < Cache-Control: private
  < ETag: "1"
  <
  < {"items":3}
  > DELETE /cart HTTP/1.1
  > Cookie: session=bob
  > If-Match: "1"
  > If-Unmodified-Since: Mon, 02 Nov 2026 08:00:00 GMT
  < HTTP/1.1 412 Precondition Failed
  < Content-Type: text/plain; charset=utf-8
  < ETag: "1"
  <
  < The cart changed while this was handled.
  `,
  // Queued, not done: the condition is looked at when it is.
  `
  > GET /orders/7 HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: application/json
  < ETag: "v2"
  <
  < {"id":7}
  > DELETE /orders/7 HTTP/1.1
  > If-Match: "v1"
  < HTTP/1.1 202 Accepted
  < Content-Type: application/json
  <
  < {"job":"/jobs/1"}
  `,
  // WebDAV: the parts tell, and one of them says 412.
  `
  > GET /docs/ HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: text/html; charset=utf-8
  < Last-Modified: Fri, 20 Nov 2026 08:00:00 GMT
  <
  < <title>Documents</title>
  > DELETE /docs/ HTTP/1.1
  > If-Unmodified-Since: Mon, 02 Nov 2026 08:00:00 GMT
  < HTTP/1.1 207 Multi-Status
  < Content-Type: application/xml; charset=utf-8
  <
  < <?xml version="1.0" encoding="utf-8"?>
  < <D:multistatus xmlns:D="DAV:"><D:response><D:href>/docs/a</D:href><D:status>HTTP/1.1 412 Precondition Failed</D:status></D:response></D:multistatus>
  `,
  // Google Cloud Storage has conditions in the query.
  `
  > GET /storage/v1/b/b/o/o?ifGenerationMatch=5 HTTP/1.1
  > If-None-Match: "CAE="
  < HTTP/1.1 412 Precondition Failed
  < Content-Type: application/json; charset=UTF-8
  <
  < {"error":{"code":412,"message":"At least one of the pre-conditions you specified did not hold."}}
  `,
  `
  > GET /storage/v1/b/b/o/o?alt=media&ifMetagenerationMatch=5 HTTP/1.1
  > If-Modified-Since: Mon, 02 Nov 2026 08:00:00 GMT
  < HTTP/1.1 412 Precondition Failed
  < Content-Type: text/plain; charset=utf-8
  <
  < The metadata are of another generation.
  `,
  `
  > GET /storage/v1/b/b/o/o?ifGenerationMatch=5 HTTP/1.1
  > Range: bytes=0-4
  > If-Range: "CAE="
  < HTTP/1.1 412 Precondition Failed
  < Content-Type: text/plain; charset=utf-8
  <
  < The object is of another generation.
  `,
  // The first upload was too large; the second is not.
  `
  > PUT /a.bin HTTP/1.1
  > Transfer-Encoding: chunked
  >
  > 0123456789
  < HTTP/1.1 413 Content Too Large
  < Content-Type: text/plain; charset=utf-8
  <
  < Up to 5 bytes are taken.
  > PUT /a.bin HTTP/1.1
  > Transfer-Encoding: chunked
  > If-Match: "v1"
  >
  > 0123
  < HTTP/1.1 412 Precondition Failed
  < Content-Type: text/plain; charset=utf-8
  <
  < The file is in another state.
  `,
]
