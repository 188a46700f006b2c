/** Correct exchanges that touch connection: no rule may find anything in them. */
export const connection: readonly string[] = [
  // nginx refuses what it cannot parse, and closes.
  `
  # closed
  > GET /%zz HTTP/1.1
  < HTTP/1.1 400 Bad Request
  < Server: nginx
  < Date: Sat, 21 Nov 2026 08:00:00 GMT
  < Content-Type: text/html
  < Connection: close
  <
  < <html><head><title>400 Bad Request</title></head><body><center><h1>400 Bad Request</h1></center></body></html>
  `,
  // Node answers HTTP/1.0 with a status line of HTTP/1.1 and closes.
  `
  # closed
  > GET /orders HTTP/1.0
  < HTTP/1.1 200 OK
  < X-Powered-By: Express
  < Content-Type: application/json; charset=utf-8
  < Connection: close
  <
  < []
  `,
  // HTTP/1.0 may ask for keep-alive, and get it.
  `
  # kept
  > GET /orders HTTP/1.0
  > Connection: Keep-Alive
  < HTTP/1.1 200 OK
  < Connection: keep-alive
  < Keep-Alive: timeout=5
  < Content-Type: application/json; charset=utf-8
  <
  < []
  `,
  // Apache names Keep-Alive in capitals, and advertises HTTP/2.
  `
  # kept
  > GET /icons/ HTTP/1.1
  < HTTP/1.1 403 Forbidden
  < Server: Apache/2.4.62 (Debian)
  < Upgrade: h2,h2c
  < Connection: Upgrade, Keep-Alive
  < Keep-Alive: timeout=5, max=100
  < Cache-Control: no-store
  < Content-Type: text/html; charset=iso-8859-1
  <
  < <!DOCTYPE html><html><head><title>403 Forbidden</title></head><body><h1>Forbidden</h1></body></html>
  `,
  // close in any case, among other options.
  `
  # closed
  > GET /orders HTTP/1.1
  > Connection: Close, TE
  > TE: trailers
  < HTTP/1.1 200 OK
  < Connection: CLOSE
  < Content-Type: application/json; charset=utf-8
  <
  < []
  `,
  // Firefox asks for a WebSocket with keep-alive; the connection stays, but belongs to another protocol.
  `
  # kept
  > GET /socket HTTP/1.1
  > Connection: keep-alive, Upgrade
  > Upgrade: websocket
  > Sec-WebSocket-Version: 13
  > Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
  < HTTP/1.1 101 Switching Protocols
  < Upgrade: websocket
  < Connection: Upgrade
  < Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
  `,
  // A tunnel is closed when one of its ends is: close has nothing to say about it.
  `
  # kept
  > CONNECT api.example:443 HTTP/1.1
  > Host: api.example:443
  < HTTP/1.1 200 Connection established
  `,
  // Python's http.server speaks HTTP/1.0, to which closing needs no option.
  `
  # closed
  > GET /robots.txt HTTP/1.1
  < HTTP/1.0 200 OK
  < Server: SimpleHTTP/0.6 Python/3.12.3
  < Date: Sat, 21 Nov 2026 08:00:00 GMT
  < Content-type: text/plain
  < Content-Length: 13
  < Last-Modified: Tue, 01 Sep 2026 07:05:09 GMT
  <
  < User-agent: *
  `,
  // Not announced, but not meant: the server died while it sent.
  `
  # closed
  # incomplete
  > GET /report HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: text/csv; charset=utf-8
  < Transfer-Encoding: chunked
  <
  < a,b
  `,
  // HTTP/2 has no place for Connection: close on a refused upload.
  `
  > POST /upload HTTP/2
  < HTTP/2 413
  < content-type: application/problem+json
  < x-content-type-options: nosniff
  < vary: Accept
  <
  < {"type":"about:blank","status":413,"title":"Content Too Large","detail":"At most 1 MB."}
  `,
  // HTTP/3, as cloudflare sends it; alt-svc is no connection-specific field.
  `
  > GET /nothing HTTP/3
  < HTTP/3 404
  < date: Sat, 21 Nov 2026 08:00:00 GMT
  < content-type: text/html; charset=UTF-8
  < server: cloudflare
  < alt-svc: h3=":443"; ma=86400
  < cf-ray: 8e5a1c2b3d4e5f60-FRA
  <
  < <!DOCTYPE html><html lang="en"><title>Not found</title><p>Nothing here.</p></html>
  `,
  // A 408 that closes, with everything that a parser error lacks so often.
  `
  # closed
  > POST /orders HTTP/1.1
  < HTTP/1.1 408 Request Timeout
  < Date: Sat, 21 Nov 2026 08:00:00 GMT
  < Connection: close
  < Content-Type: text/plain; charset=utf-8
  <
  < The request did not arrive in time.
  `,
  // The same gateway closes after a bodyless response, and says so.
  `
  # closed
  > DELETE /orders/42 HTTP/1.1
  > Connection: close
  < HTTP/1.1 204 No Content
  < Via: 1.1 gateway
  < Connection: close
  `,
  // 426 without WebSocket: RFC 9110 §7.8 has these protocols.
  `
  > GET /chat HTTP/1.1
  < HTTP/1.1 426 Upgrade Required
  < Upgrade: HTTP/3.0, IRC/6.9, RTA/x11
  < Connection: Upgrade
  < Content-Type: text/plain; charset=utf-8
  <
  < This service requires use of the HTTP/3.0 protocol.
  `,
  `
  # whether the connection stays is not known: a client that has it may go on
  > POST /orders HTTP/1.1
  < HTTP/1.1 408 Request Timeout
  < Content-Type: text/plain; charset=utf-8
  <
  < The request did not arrive in time: send it again.
  `,
]
