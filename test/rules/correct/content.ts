/** Correct exchanges that touch content: no rule may find anything in them. */
export const content: readonly string[] = [
  `
  > GET /missing HTTP/1.1
  < HTTP/1.1 404 Not Found
  < Server: nginx/1.24.0
  < Content-Type: text/html
  <
  < <html>
  < <head><title>404 Not Found</title></head>
  < <body>
  < <center><h1>404 Not Found</h1></center>
  < <hr><center>nginx/1.24.0</center>
  < </body>
  < </html>
  `,
  `
  # a HEAD response explains nothing, and should not
  > HEAD /missing HTTP/1.1
  < HTTP/1.1 404 Not Found
  < Content-Type: text/html; charset=utf-8
  < Content-Length: 146
  `,
  `
  # an explanation in a coding that the observer does not read
  > POST /orders HTTP/1.1
  > Accept-Encoding: br
  < HTTP/1.1 409 Conflict
  < Content-Type: application/problem+json
  < Content-Encoding: br
  < Vary: Accept-Encoding
  <
  < (coded)
  `,
  `
  # Express: an error that is one sentence in JSON
  > POST /carts/7 HTTP/1.1
  > Content-Type: application/json
  >
  > {}
  < HTTP/1.1 409 Conflict
  < X-Powered-By: Express
  < Content-Type: application/json; charset=utf-8
  < ETag: W/"29-9vGGGmEwKJ3RRFkNl0ZLyzL3nZM"
  <
  < {"error":"cart was changed","version":12}
  `,
  `
  > PUT /documents/7 HTTP/1.1
  > Content-Type: text/plain
  >
  > tea
  < HTTP/1.1 428 Precondition Required
  < Content-Type: application/problem+json
  < Cache-Control: no-store
  <
  < {"type":"about:blank","status":428,"title":"Precondition Required","detail":"Send If-Match with the ETag of the latest GET."}
  `,
  `
  # GitHub: secondary rate limit
  > GET /search/code?q=tea HTTP/2
  > accept: application/vnd.github+json
  < HTTP/2 429
  < retry-after: 60
  < content-type: application/json; charset=utf-8
  < cache-control: no-store
  < x-ratelimit-limit: 10
  < x-ratelimit-remaining: 0
  < x-ratelimit-reset: 1795248060
  <
  < {"message":"You have exceeded a secondary rate limit.","documentation_url":"https://docs.github.com/rest"}
  `,
  `
  # several large fields: none of them is alone at fault
  > GET / HTTP/1.1
  > Cookie: ${'a'.repeat(9000)}
  > Referer: https://api.example/${'b'.repeat(9000)}
  < HTTP/1.1 431 Request Header Fields Too Large
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: no-store
  <
  < The fields are too large: at most 16 kB.
  `,
  `
  # a captive portal
  > GET / HTTP/1.1
  > Host: news.example
  < HTTP/1.1 511 Network Authentication Required
  < Content-Type: text/html
  < Cache-Control: no-store
  <
  < <html><head><meta http-equiv="refresh" content="0; url=https://login.example/"></head></html>
  `,
  `
  # RFC 3229 §10: a delta
  > GET /feed HTTP/1.1
  > A-IM: feed, gzip;q=0.5
  > If-None-Match: "abc"
  < HTTP/1.1 226 IM Used
  < ETag: "def"
  < IM: feed
  < Cache-Control: no-store, im
  < Content-Type: application/atom+xml
  <
  < <feed xmlns="http://www.w3.org/2005/Atom"/>
  `,
  `
  # A-IM is only an offer: the whole is fine
  > GET /feed HTTP/1.1
  > A-IM: feed
  > If-None-Match: "abc"
  < HTTP/1.1 200 OK
  < ETag: "def"
  < Content-Type: application/atom+xml
  <
  < <feed xmlns="http://www.w3.org/2005/Atom"/>
  `,
  `
  # a 503 that says in JSON how long to wait
  > GET /orders HTTP/1.1
  < HTTP/1.1 503 Service Unavailable
  < Retry-After: 120
  < Content-Type: application/json
  < Cache-Control: no-store
  <
  < {"status":503,"retryAfter":120}
  `,
  `
  # WebDAV says it with the name of an element
  > UNLOCK /docs/a HTTP/1.1
  > Lock-Token: <urn:uuid:e71d4fae-5dec-22d6-fea5-00a0c91e6be4>
  < HTTP/1.1 409 Conflict
  < Content-Type: application/xml; charset=utf-8
  <
  < <?xml version="1.0" encoding="utf-8"?><D:error xmlns:D="DAV:"><D:lock-token-matches-request-uri/></D:error>
  `,
  `
  # JSON says it with the name of a member
  > POST /users HTTP/1.1
  > Content-Length: 2
  >
  > {}
  < HTTP/1.1 409 Conflict
  < Content-Type: application/json
  <
  < {"emailTaken":true,"status":409}
  `,
  `
  # and so does a 429
  > GET /users HTTP/1.1
  < HTTP/1.1 429 Too Many Requests
  < Retry-After: 30
  < Cache-Control: no-store
  < Content-Type: application/json
  <
  < {"status":429,"perMinuteLimit":null}
  `,
]
