/** Correct exchanges that touch method: no rule may find anything in them. */
export const method: readonly string[] = [
  // nginx: a static file takes no POST, and HEAD is understood where only GET is listed elsewhere.
  `
  > DELETE /style.css HTTP/1.1
  < HTTP/1.1 405 Not Allowed
  < Server: nginx
  < Allow: GET, HEAD
  < Content-Type: text/html
  <
  < <html><head><title>405 Not Allowed</title></head><body>Only for reading.</body></html>
  `,
  // Apache: TRACE is refused for everybody, and Allow is empty.
  `
  > TRACE / HTTP/1.1
  < HTTP/1.1 405 Method Not Allowed
  < Server: Apache
  < Allow:
  < Content-Type: text/html; charset=iso-8859-1
  <
  < <title>405</title><p>The requested method TRACE is not allowed for this URL.</p>
  `,
  // A custom method that the server implements, listed with the others.
  `
  > OPTIONS /cache/42 HTTP/1.1
  < HTTP/1.1 200 OK
  < Allow: GET,HEAD,PURGE
  < Content-Length: 0
  `,
  `
  > PURGE /cache/42 HTTP/1.1
  < HTTP/1.1 405 Method Not Allowed
  < Allow: GET, HEAD
  < Content-Type: text/plain; charset=utf-8
  <
  < Only machines of this network may empty the cache.
  `,
  // Preflight of CORS: says what it was asked, and no more.
  `
  > OPTIONS /orders HTTP/1.1
  > Origin: https://shop.example
  > Access-Control-Request-Method: PUT
  < HTTP/1.1 204 No Content
  < Access-Control-Allow-Origin: https://shop.example
  < Access-Control-Allow-Methods: GET,HEAD,PUT,PATCH,POST,DELETE
  < Vary: Origin, Access-Control-Request-Headers
  `,
  `
  > OPTIONS * HTTP/1.1
  < HTTP/1.1 200 OK
  < Server: Apache
  < Allow: GET,POST,OPTIONS,HEAD
  < Content-Length: 0
  `,
  // HEAD: what GET would have, its length included, and no content.
  `
  > GET /files/7 HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: text/plain; charset=utf-8
  < Content-Length: 4
  < ETag: "7"
  <
  < milk
  > HEAD /files/7 HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: text/plain; charset=utf-8
  < Content-Length: 4
  < ETag: "7"
  `,
  // HEAD may lack what is found out while the content is made.
  `
  > GET /report HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: text/html; charset=utf-8
  < ETag: W/"r1"
  < Vary: Accept-Encoding
  <
  < <!doctype html><title>Report</title>
  > HEAD /report HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: text/html; charset=utf-8
  `,
  // Login with a fresh state parameter each time.
  `
  > GET /account HTTP/1.1
  < HTTP/1.1 302 Found
  < Location: https://id.example/authorize?state=f81d4fae
  < Cache-Control: no-store
  < Content-Type: text/html; charset=utf-8
  <
  < <a href="https://id.example/authorize?state=f81d4fae">Log in</a>
  > HEAD /account HTTP/1.1
  < HTTP/1.1 302 Found
  < Location: https://id.example/authorize?state=0bb2e1c9
  < Cache-Control: no-store
  < Content-Type: text/html; charset=utf-8
  `,
  // The order was there for its owner; somebody else is told nothing of it.
  `
  > GET /orders/42 HTTP/1.1
  > Authorization: Bearer 2YotnFZFEjr1zCsicMWpAA
  < HTTP/1.1 200 OK
  < Content-Type: application/json
  < Cache-Control: private, no-cache
  < ETag: "a1"
  <
  < {"id":42}
  > DELETE /orders/42 HTTP/1.1
  > Authorization: Bearer tGzv3JOkF0XG5Qx2TlKWIA
  < HTTP/1.1 404 Not Found
  < Cache-Control: no-store
  < Content-Type: application/problem+json
  <
  < {"title":"Not Found","status":404,"detail":"No order 42 of yours."}
  `,
  // S3: PUT answers 200 with the tag of what was stored.
  `
  > PUT /photos/1.txt HTTP/1.1
  > Content-Type: text/plain
  >
  > milk
  < HTTP/1.1 200 OK
  < x-amz-request-id: 0A49CE4060975EAC
  < ETag: "9a0364b9e99bb480dd25e1f0284c8555"
  < Server: AmazonS3
  < Content-Length: 0
  > GET /photos/1.txt HTTP/1.1
  < HTTP/1.1 200 OK
  < ETag: "9a0364b9e99bb480dd25e1f0284c8555"
  < Last-Modified: Sat, 21 Nov 2026 07:59:59 GMT
  < Accept-Ranges: bytes
  < Content-Type: text/plain
  < Server: AmazonS3
  <
  < milk
  `,
  // The tag of a PUT that was compressed for the GET: other bytes, and another tag.
  `
  > PUT /notes/a HTTP/1.1
  > Content-Type: text/plain; charset=utf-8
  >
  > milk
  < HTTP/1.1 204 No Content
  < ETag: "a2"
  > GET /notes/a HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: text/plain; charset=utf-8
  < ETag: W/"a2"
  < Vary: Accept-Encoding
  <
  < milk and more
  `,
  // Asked for two patch formats, understands one of them; the coding of the other is not its business.
  `
  > PATCH /orders/42 HTTP/1.1
  > Content-Type: application/merge-patch+json
  > Content-Encoding: br
  >
  > x
  < HTTP/1.1 415 Unsupported Media Type
  < Accept-Encoding: gzip
  < Content-Type: application/problem+json
  <
  < {"title":"Unsupported Media Type","status":415,"detail":"Compress with gzip, or not at all."}
  `,
  // GitHub: POST that creates.
  `
  > POST /repos/octo/hello/issues HTTP/1.1
  > Authorization: Bearer 2YotnFZFEjr1zCsicMWpAA
  > Content-Type: application/json
  >
  > {"title":"x"}
  < HTTP/1.1 201 Created
  < Cache-Control: private, max-age=60, s-maxage=60
  < Vary: Accept, Authorization, Cookie
  < ETag: "8e4f5c9f"
  < Location: https://api.example/repos/octo/hello/issues/7
  < Content-Type: application/json; charset=utf-8
  <
  < {"number":7}
  `,
  `
  > DELETE /repos/octo/hello/labels/bug HTTP/2
  < HTTP/2 204
  < date: Sat, 21 Nov 2026 08:00:00 GMT
  `,
  // A tunnel.
  `
  # as is
  > CONNECT [2001:db8::7]:443 HTTP/1.1
  > Host: [2001:db8::7]:443
  < HTTP/1.1 200 OK
  < Date: Sat, 21 Nov 2026 08:00:00 GMT
  `,
  // A query that did not change.
  `
  > QUERY /orders HTTP/1.1
  > Content-Type: application/sql
  > If-None-Match: "q1"
  >
  > select id from orders
  < HTTP/1.1 304 Not Modified
  < ETag: "q1"
  `,
  // An unknown user is looked for in the content; the form itself is there.
  `
  > GET /login HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: text/html; charset=utf-8
  < Cache-Control: no-store
  <
  < <!doctype html><title>Log in</title><form method=post><input name=user></form>
  > POST /login HTTP/1.1
  > Content-Type: application/x-www-form-urlencoded
  >
  > user=nobody
  < HTTP/1.1 404 Not Found
  < Cache-Control: no-store
  < Content-Type: text/plain; charset=utf-8
  <
  < There is no user of this name.
  `,
  // WebSocket over HTTP/2: CONNECT with a path.
  `
  > CONNECT /chat HTTP/2
  > sec-websocket-version: 13
  < HTTP/2 200
  < date: Sat, 21 Nov 2026 08:00:00 GMT
  `,
  // A router that has no HEAD for this one resource: that says nothing of the server.
  `
  > GET /events HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: text/event-stream
  < Cache-Control: no-store
  <
  < data: 1
  > GET /events HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: text/event-stream
  < Cache-Control: no-store
  <
  < data: 2
  > HEAD /events HTTP/1.1
  < HTTP/1.1 404 Not Found
  < Content-Type: text/event-stream
  < Cache-Control: no-store
  `,
  // GitHub: 404 in place of 403, not to tell what one has no right to.
  `
  # secure
  > GET /repos/octocat/hello-world HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: application/json; charset=utf-8
  < ETag: W/"65e3b5d1c8"
  <
  < {"id":1}
  > DELETE /repos/octocat/hello-world HTTP/1.1
  < HTTP/1.1 404 Not Found
  < Content-Type: application/json; charset=utf-8
  <
  < {"message":"Not Found","documentation_url":"https://docs.github.com/rest"}
  `,
  // The download broke off: its length is not that of what was stored.
  `
  # incomplete
  # closed
  > PUT /notes/1 HTTP/1.1
  > Content-Length: 10
  >
  > 0123456789
  < HTTP/1.1 201 Created
  < ETag: "n1"
  > GET /notes/1 HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: text/plain; charset=utf-8
  < Transfer-Encoding: chunked
  < ETag: "n1"
  <
  < 01234
  `,
  `
  # Apache mod_dav without Allow, but with what there is
  > OPTIONS /calendars/ada/ HTTP/1.1
  < HTTP/1.1 200 OK
  < DASL: <DAV:basicsearch>
  < Accept-Encoding: gzip
  < Content-Length: 0
  `,
  `
  # what there is stands in the content
  > OPTIONS /orders/42 HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: text/plain; charset=utf-8
  <
  < GET: the order. DELETE: cancels it.
  `,
  `
  # client hints are a feature too
  > OPTIONS /images/7 HTTP/1.1
  < HTTP/1.1 204 No Content
  < Accept-CH: DPR, Width
  `,
]
