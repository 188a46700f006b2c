/** Correct exchanges that touch upgrade: no rule may find anything in them. */
export const upgrade: readonly string[] = [
  // ws: the handshake of RFC 6455 §1.2, with its key.
  `
  > GET /chat HTTP/1.1
  > Host: server.example.com
  > Upgrade: websocket
  > Connection: Upgrade
  > Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
  > Origin: http://example.com
  > Sec-WebSocket-Protocol: chat, superchat
  > Sec-WebSocket-Version: 13
  < HTTP/1.1 101 Switching Protocols
  < Upgrade: websocket
  < Connection: Upgrade
  < Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
  < Sec-WebSocket-Protocol: chat
  `,
  // Firefox and ws with compression; names in any case.
  `
  > GET /chat HTTP/1.1
  > Connection: keep-alive, Upgrade
  > Upgrade: WebSocket
  > Sec-WebSocket-Version: 13
  > Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
  > Sec-WebSocket-Extensions: permessage-deflate
  < HTTP/1.1 101 Switching Protocols
  < Upgrade: websocket
  < Connection: upgrade
  < Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
  < Sec-WebSocket-Extensions: permessage-deflate; server_no_context_takeover; client_max_window_bits=15
  `,
  // A server that knows no WebSocket ignores the offer.
  `
  > GET / HTTP/1.1
  > Connection: Upgrade
  > Upgrade: websocket
  > Sec-WebSocket-Version: 13
  > Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
  < HTTP/1.1 200 OK
  < Content-Type: text/html; charset=utf-8
  <
  < <!doctype html><title>Tea</title>
  `,
  // It may lack what a handshake needs as well: no one has to understand it.
  `
  > POST / HTTP/1.1
  > Connection: Upgrade
  > Upgrade: websocket
  < HTTP/1.1 404 Not Found
  < Content-Type: text/plain; charset=utf-8
  <
  < There is nothing here to post to.
  `,
  // ws: a key that is none.
  `
  # closed
  > GET /chat HTTP/1.1
  > Connection: Upgrade
  > Upgrade: websocket
  > Sec-WebSocket-Version: 13
  > Sec-WebSocket-Key: short
  < HTTP/1.1 400 Bad Request
  < Connection: close
  < Content-Type: text/plain
  <
  < Missing or invalid Sec-WebSocket-Key header
  `,
  // A version that nobody speaks.
  `
  > GET /chat HTTP/1.1
  > Connection: Upgrade
  > Upgrade: websocket
  > Sec-WebSocket-Version: 25
  > Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
  < HTTP/1.1 426 Upgrade Required
  < Upgrade: websocket
  < Connection: Upgrade
  < Sec-WebSocket-Version: 13, 8
  < Content-Type: text/plain; charset=utf-8
  <
  < Speak version 13 or 8 of WebSocket.
  `,
  // Refused for another reason: the version is beside the point.
  `
  > GET /menu HTTP/1.1
  > Connection: Upgrade
  > Upgrade: websocket
  > Sec-WebSocket-Version: 25
  > Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
  < HTTP/1.1 400 Bad Request
  < Content-Type: text/plain; charset=utf-8
  <
  < The query lacks a day.
  `,
  // Apache advertises what it could speak.
  `
  > GET / HTTP/1.1
  < HTTP/1.1 200 OK
  < Server: Apache/2.4.62 (Debian)
  < Upgrade: h2,h2c
  < Connection: Upgrade, Keep-Alive
  < Keep-Alive: timeout=5, max=100
  < Content-Type: text/html; charset=utf-8
  <
  < <!doctype html><title>Tea</title>
  `,
  // To HTTP/2 in cleartext.
  `
  > GET / HTTP/1.1
  > Connection: Upgrade, HTTP2-Settings
  > Upgrade: h2c
  > HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA
  < HTTP/1.1 101 Switching Protocols
  < Connection: Upgrade
  < Upgrade: h2c
  `,
  // Docker hands the connection over, whatever comes after.
  `
  # surplus 64
  > POST /containers/1/attach HTTP/1.1
  > Connection: Upgrade
  > Upgrade: tcp
  < HTTP/1.1 101 UPGRADED
  < Content-Type: application/vnd.docker.raw-stream
  < Connection: Upgrade
  < Upgrade: tcp
  `,
  // TLS below HTTP/1.1 (RFC 2817 §3.2).
  `
  > OPTIONS * HTTP/1.1
  > Connection: Upgrade
  > Upgrade: TLS/1.0
  < HTTP/1.1 101 Switching Protocols
  < Upgrade: TLS/1.0, HTTP/1.1
  < Connection: Upgrade
  `,
  // HTTP/1.0 cannot upgrade.
  `
  # closed
  > GET /chat HTTP/1.0
  > Connection: Upgrade
  > Upgrade: websocket
  < HTTP/1.1 200 OK
  < Content-Type: text/html; charset=utf-8
  < Connection: close
  <
  < <!doctype html><title>Tea</title>
  `,
  // A handshake at an endpoint that has moved.
  `
  > GET /chat HTTP/1.1
  > Connection: Upgrade
  > Upgrade: websocket
  > Sec-WebSocket-Version: 13
  > Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
  < HTTP/1.1 307 Temporary Redirect
  < Location: /chat/v2
  < Content-Type: text/plain; charset=utf-8
  <
  < See /chat/v2
  `,
]
