/** Correct exchanges that touch framing: no rule may find anything in them. */
export const framing: readonly string[] = [
  // nginx: the 404 of HEAD has the length of that of GET.
  `
  # as is
  # kept
  > GET /nowhere HTTP/1.1
  > Host: www.example
  < HTTP/1.1 404 Not Found
  < Server: nginx/1.27.3
  < Date: Sat, 21 Nov 2026 08:00:00 GMT
  < Content-Type: text/html
  < Content-Length: 48
  < Connection: keep-alive
  <
  < <html><body><h1>404 Not Found</h1></body></html>
  > HEAD /nowhere HTTP/1.1
  > Host: www.example
  < HTTP/1.1 404 Not Found
  < Server: nginx/1.27.3
  < Date: Sat, 21 Nov 2026 08:00:01 GMT
  < Content-Type: text/html
  < Content-Length: 48
  < Connection: keep-alive
  `,
  // A page that says what time it is: one GET does not tell how long the next would be.
  `
  > GET /clock HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: text/plain; charset=utf-8
  <
  < nine
  > HEAD /clock HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: text/plain; charset=utf-8
  < Content-Length: 5
  `,
  // Another representation by the time of HEAD, as its ETag says.
  `
  > GET /orders HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: application/json; charset=utf-8
  < ETag: W/"2-l9Fw4VUO7kr8CvBlt4zaMCqXZ0w"
  <
  < []
  > HEAD /orders HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: application/json; charset=utf-8
  < ETag: W/"1f-5Gfm0SNMPsMCTTUkMf3aFI5S2ys"
  < Content-Length: 31
  `,
  // Something was written between the GET and the HEAD.
  `
  > GET /orders/7 HTTP/1.1
  < HTTP/1.1 404 Not Found
  < Content-Type: text/plain; charset=utf-8
  <
  < No order 7
  > POST /orders/7/notes HTTP/1.1
  < HTTP/1.1 204 No Content
  > HEAD /orders/7 HTTP/1.1
  < HTTP/1.1 404 Not Found
  < Content-Type: text/plain; charset=utf-8
  < Content-Length: 24
  `,
  // Other languages have other lengths.
  `
  > GET /greeting HTTP/1.1
  > Accept-Language: en
  < HTTP/1.1 200 OK
  < Content-Type: text/plain; charset=utf-8
  < Content-Language: en
  < Vary: Accept-Language
  <
  < Hello
  > HEAD /greeting HTTP/1.1
  > Accept-Language: de
  < HTTP/1.1 200 OK
  < Content-Type: text/plain; charset=utf-8
  < Content-Language: de
  < Vary: Accept-Language
  < Content-Length: 9
  `,
  // HEAD may say that the GET would be chunked.
  `
  # kept
  > HEAD /report HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: text/csv; charset=utf-8
  < Transfer-Encoding: chunked
  `,
  // HEAD needs no length, and its connection stays open.
  `
  # kept
  > HEAD /report HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: text/csv; charset=utf-8
  `,
  // Express and fresh: a 304 without any length.
  `
  # kept
  > GET /orders/42 HTTP/1.1
  > If-None-Match: W/"1b-dVxz"
  < HTTP/1.1 304 Not Modified
  < X-Powered-By: Express
  < ETag: W/"1b-dVxz"
  < Connection: keep-alive
  < Keep-Alive: timeout=5
  `,
  // A 304 may say how long the 200 would be, even if a weak ETag hides that the page has grown.
  `
  > GET /news HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: text/plain; charset=utf-8
  < ETag: W/"morning"
  <
  < Tea is ready.
  > GET /news HTTP/1.1
  > If-None-Match: W/"morning"
  < HTTP/1.1 304 Not Modified
  < ETag: W/"morning"
  < Content-Length: 22
  `,
  // Node to a client of HTTP/1.0: no chunks, the end of the connection is the end.
  `
  # as is
  # closed
  > GET /report HTTP/1.0
  < HTTP/1.1 200 OK
  < Content-Type: text/plain; charset=utf-8
  < Date: Sat, 21 Nov 2026 08:00:00 GMT
  < Connection: close
  <
  < tea, 2
  `,
  // An old server answers HTTP/1.1 with HTTP/1.0, which has no chunks.
  `
  # as is
  # closed
  > GET /listing HTTP/1.1
  > Host: files.example
  < HTTP/1.0 200 OK
  < Server: SimpleHTTP/0.6 Python/3.13.1
  < Date: Sat, 21 Nov 2026 08:00:00 GMT
  < Content-type: text/plain; charset=utf-8
  <
  < tea.txt
  `,
  // nginx: HEAD of what is compressed on the fly.
  `
  # kept
  > HEAD /app.js HTTP/1.1
  > Accept-Encoding: gzip
  < HTTP/1.1 200 OK
  < Content-Type: text/javascript; charset=utf-8
  < Content-Encoding: gzip
  < Vary: Accept-Encoding
  < Transfer-Encoding: chunked
  `,
  // The tunnel of a proxy.
  `
  # kept
  > CONNECT shop.example:443 HTTP/1.1
  > Host: shop.example:443
  < HTTP/1.1 200 Connection established
  < Date: Sat, 21 Nov 2026 08:00:00 GMT
  `,
  // A CONNECT that fails has content as any other response.
  `
  > CONNECT shop.example:443 HTTP/1.1
  > Host: shop.example:443
  < HTTP/1.1 502 Bad Gateway
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: no-store
  <
  < The host shop.example cannot be reached.
  `,
  // HTTP/2 needs no Content-Length: its frames end the content.
  `
  # as is
  > GET /stream HTTP/2
  > :authority: api.example
  < HTTP/2 200
  < date: Sat, 21 Nov 2026 08:00:00 GMT
  < content-type: text/plain; charset=utf-8
  <
  < tea
  `,
  // Repeated but equal lengths in a request may be taken for one.
  `
  > PUT /files/1 HTTP/1.1
  > Content-Type: text/plain
  > Content-Length: 3, 3
  >
  > tea
  < HTTP/1.1 204 No Content
  `,
  // go: an unknown transfer coding gets 501.
  `
  # closed
  > POST /orders HTTP/1.1
  > Transfer-Encoding: gzip, chunked
  < HTTP/1.1 501 Not Implemented
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: no-store
  < Connection: close
  <
  < Unsupported transfer encoding
  `,
  // An overloaded gateway refuses without having looked at the request.
  `
  # closed
  > POST /orders HTTP/1.1
  > Host: a b
  > Content-Length: x
  < HTTP/1.1 503 Service Unavailable
  < Retry-After: 30
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: no-store
  < Connection: close
  <
  < Too many orders; come back in half a minute.
  `,
  // Host may be empty, and HTTP/1.0 needs none.
  `
  > OPTIONS * HTTP/1.1
  > Host:
  < HTTP/1.1 204 No Content
  < Allow: GET, HEAD, OPTIONS
  `,
  `
  # as is
  # closed
  > GET /menu HTTP/1.0
  < HTTP/1.1 200 OK
  < Date: Sat, 21 Nov 2026 08:00:00 GMT
  < Content-Type: text/plain; charset=utf-8
  < Content-Length: 3
  < Connection: close
  <
  < tea
  `,
  // Trailers, announced in another case.
  `
  # trailer Server-Timing: total;dur=81
  > GET /report HTTP/1.1
  > Connection: TE
  > TE: trailers
  < HTTP/1.1 200 OK
  < Content-Type: text/csv; charset=utf-8
  < Trailer: server-timing
  < Transfer-Encoding: chunked
  <
  < tea,2
  `,
  // A 500 may go without Date, as one without a clock would.
  `
  # as is
  # closed
  > GET /report HTTP/1.1
  > Host: api.example
  < HTTP/1.1 500 Internal Server Error
  < Content-Type: text/plain; charset=utf-8
  < Content-Length: 28
  < Cache-Control: no-store
  < Connection: close
  <
  < Something went wrong with us
  `,
  // A fault in the middle of chunked content: the connection is cut, the last chunk never comes.
  `
  # incomplete
  # closed
  > GET /report HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: text/csv; charset=utf-8
  < Transfer-Encoding: chunked
  <
  < tea,2
  `,
  // An error with the time in it: GET and HEAD are not of the same length, nor are two GETs.
  `
  > GET /nowhere HTTP/1.1
  < HTTP/1.1 404 Not Found
  < Content-Type: application/json
  <
  < {"status":404,"at":"2026-11-21T08:00:00.123456789Z","path":"/nowhere"}
  > HEAD /nowhere HTTP/1.1
  < HTTP/1.1 404 Not Found
  < Content-Type: application/json
  < Content-Length: 68
  `,
  // Two that happen to be of one length, and a third that is not.
  `
  > GET /nowhere HTTP/1.1
  < HTTP/1.1 404 Not Found
  < Content-Type: application/json
  <
  < {"status":404,"at":"2026-11-21T08:00:00.123456789Z"}
  > GET /nowhere HTTP/1.1
  < HTTP/1.1 404 Not Found
  < Content-Type: application/json
  <
  < {"status":404,"at":"2026-11-21T08:00:00.223456789Z"}
  > HEAD /nowhere HTTP/1.1
  < HTTP/1.1 404 Not Found
  < Content-Type: application/json
  < Content-Length: 50
  `,
  // A weak tag: the same for readers, not byte for byte.
  `
  > GET /orders HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: application/json
  < ETag: W/"a1"
  <
  < {"orders":[], "took":"12ms"}
  > HEAD /orders HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: application/json
  < ETag: W/"a1"
  < Content-Length: 27
  `,
  // What was there is gone meanwhile, as its tag says.
  `
  > GET /queue HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: text/plain; charset=utf-8
  < ETag: "q7"
  <
  < job 7
  > HEAD /queue HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: text/plain; charset=utf-8
  < ETag: "empty"
  < Content-Length: 0
  `,
  // Two hosts behind one address, of which one is an old server.
  `
  > GET /menu HTTP/1.1
  > Host: one.example
  < HTTP/1.1 200 OK
  < Content-Type: text/plain; charset=utf-8
  <
  < tea
  > GET /menu HTTP/1.1
  > Host: old.example
  < HTTP/1.0 200 OK
  < Content-Type: text/plain; charset=utf-8
  <
  < tea
  `,
  `
  # two lines of Host over HTTP/2, where :authority counts
  # as is
  > GET /orders HTTP/2
  > host: api.example
  > host: api.example
  < HTTP/2 200
  < date: Sat, 21 Nov 2026 08:00:00 GMT
  < content-type: application/json
  <
  < []
  `,
]
