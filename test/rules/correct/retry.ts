/** Correct exchanges that touch when to retry: no rule may find anything in them. */
export const retry: readonly string[] = [
  `
  > GET / HTTP/1.1
  < HTTP/1.1 503 Service Unavailable
  < Retry-After: 0
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: no-store
  <
  < Try again at once.
  `,
  `
  # a date that is long past
  > GET / HTTP/1.1
  < HTTP/1.1 503 Service Unavailable
  < Retry-After: Sun, 06 Nov 1994 08:49:37 GMT
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: no-store
  <
  < Try again at once.
  `,
  `
  # a leading zero is still 1*DIGIT
  > GET / HTTP/1.1
  < HTTP/1.1 429 Too Many Requests
  < Retry-After: 007
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: no-store
  <
  < Slow down: try again in seven seconds.
  `,
  `
  # more digits than a number can hold
  > GET / HTTP/1.1
  < HTTP/1.1 503 Service Unavailable
  < Retry-After: 99999999999999999999999999
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: no-store
  <
  < Not in our time.
  `,
  `
  # none is needed
  > GET / HTTP/1.1
  < HTTP/1.1 503 Service Unavailable
  < Server: nginx
  < Content-Type: text/html
  < Cache-Control: no-store
  <
  < <html><head><title>503 Service Temporarily Unavailable</title></head></html>
  `,
  `
  # a redirect to wait for
  > GET /report HTTP/1.1
  < HTTP/1.1 302 Found
  < Location: /report/latest
  < Retry-After: 5
  < Content-Type: text/plain; charset=utf-8
  <
  < See /report/latest in five seconds.
  `,
  `
  # an accepted job
  > POST /jobs HTTP/1.1
  > Content-Type: application/json
  >
  > {}
  < HTTP/1.1 202 Accepted
  < Location: /jobs/7
  < Retry-After: 10
  < Content-Type: application/json
  <
  < {"state":"queued","status":"/jobs/7"}
  `,
  `
  # as S3 asks to slow down: no Retry-After
  > GET /bucket/key HTTP/1.1
  < HTTP/1.1 503 Slow Down
  < x-amz-request-id: 0A49CE4060975EAC
  < Content-Type: application/xml
  < Cache-Control: no-store
  <
  < <?xml version="1.0" encoding="UTF-8"?>
  < <Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>
  `,
  `
  # HEAD to what is being maintained
  > HEAD / HTTP/1.1
  < HTTP/1.1 503 Service Unavailable
  < Retry-After: 3600
  < Content-Type: text/html; charset=utf-8
  < Content-Length: 5120
  < Cache-Control: no-store
  `,
  `
  # a permanent limit
  > POST /photos HTTP/1.1
  > Content-Type: image/png
  > Content-Length: 99999999
  < HTTP/1.1 413 Content Too Large
  < Content-Type: text/plain; charset=utf-8
  < Connection: close
  <
  < Photos may have 5 MB at most.
  `,
  `
  # Date and Retry-After are the same: no wait
  > GET / HTTP/2
  < HTTP/2 503
  < date: Sat, 21 Nov 2026 08:00:00 GMT
  < retry-after: Sat, 21 Nov 2026 08:00:00 GMT
  < content-type: text/plain; charset=utf-8
  < cache-control: no-store
  <
  < Try again.
  `,
]
