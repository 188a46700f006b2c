/** Correct exchanges that touch interim: no rule may find anything in them. */
export const interim: readonly string[] = [
  // Node: writeEarlyHints() has no Date.
  `
  > GET / HTTP/1.1
  < HTTP/1.1 103 Early Hints
  < Link: </main.css>; rel=preload; as=style
  < HTTP/1.1 200 OK
  < Content-Type: text/html; charset=utf-8
  < Link: </main.css>; rel=preload; as=style
  <
  < <!doctype html><title>Tea</title>
  `,
  // Several rounds of hints, and one that turned out to be wrong.
  `
  > GET / HTTP/2
  < HTTP/2 103
  < link: <https://cdn.example>; rel=preconnect
  < HTTP/2 103
  < link: </main.css>; rel=preload; as=style
  < HTTP/2 200
  < content-type: text/html; charset=utf-8
  < link: <https://cdn.example>; rel=preconnect
  <
  < <!doctype html><title>Tea</title>
  `,
  // Hints, then an error.
  `
  > GET /orders HTTP/1.1
  < HTTP/1.1 103 Early Hints
  < Link: </main.css>; rel=preload; as=style
  < HTTP/1.1 500 Internal Server Error
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: no-store
  <
  < Something went wrong with us.
  `,
  // A 100 where asked for.
  `
  # kept
  > PUT /files/1 HTTP/1.1
  > Expect: 100-continue
  > Content-Type: text/plain
  > Content-Length: 3
  >
  > tea
  < HTTP/1.1 100 Continue
  < HTTP/1.1 204 No Content
  `,
  // The content came along with the fields: no 100 is needed.
  `
  > PUT /files/1 HTTP/1.1
  > Expect: 100-continue
  > Content-Type: text/plain
  > Content-Length: 3
  >
  > tea
  < HTTP/1.1 204 No Content
  `,
  // Some servers send a 100 to whoever posts.
  `
  > PUT /files/1 HTTP/1.1
  > Content-Type: text/plain
  > Content-Length: 3
  >
  > tea
  < HTTP/1.1 100 Continue
  < HTTP/1.1 204 No Content
  `,
  // Refused before any content was sent, and it says that it closes.
  `
  # closed
  > PUT /files/1 HTTP/1.1
  > Expect: 100-continue
  > Content-Type: application/octet-stream
  > Content-Length: 90000000
  < HTTP/1.1 413 Content Too Large
  < Content-Type: text/plain; charset=utf-8
  < Connection: close
  <
  < Send 1 MB at most.
  `,
  // Refused before any content was sent; it goes on reading, so the connection stays.
  `
  # kept
  > PUT /files/1 HTTP/1.1
  > Expect: 100-continue
  > Content-Type: application/octet-stream
  > Content-Length: 900
  < HTTP/1.1 404 Not Found
  < Content-Type: text/plain; charset=utf-8
  <
  < There is no folder of that name.
  `,
  // An expectation that nobody knows.
  `
  > PUT /files/1 HTTP/1.1
  > Expect: a-miracle
  > Content-Type: text/plain
  > Content-Length: 3
  >
  > tea
  < HTTP/1.1 417 Expectation Failed
  < Content-Type: text/plain; charset=utf-8
  <
  < The expectation a-miracle cannot be met.
  `,
  // HTTP/1.0 expects in vain, and is answered all the same.
  `
  # closed
  > POST /orders HTTP/1.0
  > Expect: 100-continue
  > Content-Type: text/plain
  > Content-Length: 3
  >
  > tea
  < HTTP/1.1 204 No Content
  < Connection: close
  `,
  // WebDAV keeps its client patient.
  `
  > DELETE /archive/ HTTP/1.1
  < HTTP/1.1 102 Processing
  < HTTP/1.1 102 Processing
  < HTTP/1.1 204 No Content
  `,
  // An interim response may be dated.
  `
  > GET / HTTP/1.1
  > If-None-Match: "v1"
  < HTTP/1.1 103 Early Hints
  < Date: Sat, 21 Nov 2026 07:59:59 GMT
  < Link: </main.css>; rel=preload; as=style
  < HTTP/1.1 304 Not Modified
  < ETag: "v1"
  `,
]
