/** Correct exchanges that touch status-code: no rule may find anything in them. */
export const statusCode: readonly string[] = [
  `
  > GET /orders/42 HTTP/1.1
  < HTTP/1.1 404 Gibt es nicht
  < Content-Type: text/plain; charset=utf-8
  <
  < Die Bestellung 42 gibt es nicht.
  `,
  // Resumable uploads: 104 is registered for the time being.
  `
  > POST /files HTTP/1.1
  > Upload-Complete: ?1
  > Content-Type: text/plain; charset=utf-8
  >
  > milk
  < HTTP/1.1 104 Upload Resumption Supported
  < Location: /uploads/b530ce8f
  < HTTP/1.1 201 Created
  < Location: /files/7
  < Upload-Complete: ?1
  < Content-Type: text/plain; charset=utf-8
  <
  < It is /files/7 now.
  `,
  `
  > GET / HTTP/1.1
  < HTTP/1.1 103 Early Hints
  < Link: </style.css>; rel=preload; as=style
  < HTTP/1.1 103 Early Hints
  < Link: </script.js>; rel=preload; as=script
  < HTTP/1.1 404 Not Found
  < Content-Type: text/html; charset=utf-8
  <
  < <!doctype html><title>Gone fishing</title><p>There is no such page.
  `,
  // Cloud storage: 412 for a condition of its own.
  `
  > PUT /container/blob HTTP/1.1
  > x-ms-lease-id: 0bb2e1c9-3d9b-4b5c-9c1e-5f1a7a9d0e11
  > Content-Type: text/plain
  >
  > milk
  < HTTP/1.1 412 The lease ID specified did not match the lease ID for the blob.
  < Content-Type: application/xml
  <
  < <?xml version="1.0" encoding="utf-8"?><Error><Code>LeaseIdMismatch</Code></Error>
  `,
  // tus
  `
  > PATCH /files/24e533e0 HTTP/1.1
  > Tus-Resumable: 0.1.0
  > Content-Type: application/offset+octet-stream
  > Upload-Offset: 0
  >
  > milk
  < HTTP/1.1 412 Precondition Failed
  < Tus-Version: 1.0.0,0.2.2
  < Content-Type: text/plain; charset=utf-8
  <
  < Versions 1.0.0 and 0.2.2 of tus are spoken here.
  `,
  // Webhook: taken, and to be asked about nowhere; but it says so.
  `
  > POST /hooks/push HTTP/1.1
  > Content-Type: application/json
  >
  > {"ref":"main"}
  < HTTP/1.1 202 Accepted
  < Content-Type: text/plain; charset=utf-8
  <
  < Queued. Nothing will be reported.
  `,
  // respond-async
  `
  > POST /reports HTTP/1.1
  > Prefer: respond-async
  > Content-Length: 0
  < HTTP/1.1 202 Accepted
  < Preference-Applied: respond-async
  < Location: /jobs/7
  < Retry-After: 5
  < Content-Type: application/json
  <
  < {"state":"queued"}
  `,
  `
  > POST /form HTTP/1.1
  > Content-Type: application/x-www-form-urlencoded
  >
  > a=1
  < HTTP/1.1 205 Reset Content
  < Content-Length: 0
  `,
  // A URI of more than 8000 octets, and the answer of Apache.
  `
  # closed
  > GET /?${'a'.repeat(8200)} HTTP/1.1
  < HTTP/1.1 414 Request-URI Too Long
  < Server: Apache
  < Connection: close
  < Content-Type: text/html; charset=iso-8859-1
  <
  < <title>414</title><p>The requested URL's length exceeds the capacity limit for this server.</p>
  `,
  // Many small fields may be too much as well.
  `
  > GET /?${'a'.repeat(8200)} HTTP/1.1
  ${Array.from({ length: 90 }, (_, at) => `> X-Note-${at}: a`).join('\n  ')}
  < HTTP/1.1 431 Request Header Fields Too Large
  < Cache-Control: no-store
  < Content-Type: text/plain; charset=utf-8
  <
  < There are too many fields, 92 where 80 are taken; leave out the notes.
  `,
  // 0-RTT cannot be seen from above TLS.
  `
  # secure
  > POST /pay HTTP/2
  > content-type: application/json
  >
  > {"amount":7}
  < HTTP/2 425
  < content-type: text/plain; charset=utf-8
  <
  < Send it again after the TLS handshake.
  `,
  `
  > PUT /notes/a HTTP/1.1
  > If-None-Match: *
  > Content-Type: text/plain; charset=utf-8
  >
  > milk
  < HTTP/1.1 428 Precondition Required
  < Cache-Control: no-store
  < Content-Type: application/problem+json
  <
  < {"title":"Precondition Required","status":428,"detail":"The note exists: send its ETag in If-Match."}
  `,
  `
  > POST /files HTTP/1.1
  > Transfer-Encoding: chunked
  > Content-Type: text/plain
  >
  > milk
  < HTTP/1.1 411 Length Required
  < Server: nginx
  < Content-Type: text/html
  <
  < <html><head><title>411 Length Required</title></head><body>Chunks are not taken.</body></html>
  `,
  // A created note that its owner deleted at once.
  `
  > POST /notes HTTP/1.1
  > Content-Type: application/json
  >
  > {"text":"milk"}
  < HTTP/1.1 201 Created
  < Location: /notes/8
  < Content-Type: application/json
  <
  < {"id":8}
  > DELETE /notes/8 HTTP/1.1
  < HTTP/1.1 204 No Content
  > GET /notes/8 HTTP/1.1
  < HTTP/1.1 410 Gone
  < Content-Type: text/plain; charset=utf-8
  <
  < The note 8 was deleted for good.
  `,
  // HTTP/3 has no request line of its own: the target is a field like the others, and all of them are too large.
  `
  > GET /?q=${'a'.repeat(9000)} HTTP/3
  > host: api.example
  < HTTP/3 431
  < content-type: text/plain; charset=utf-8
  < cache-control: no-store
  <
  < The header section is larger than 8 kB; :path alone is.
  `,
]
