/** Correct exchanges that touch redirection: no rule may find anything in them. */
export const redirection: readonly string[] = [
  // nginx
  `
  > GET /docs HTTP/1.1
  < HTTP/1.1 301 Moved Permanently
  < Server: nginx
  < Location: http://api.example/docs/
  < Content-Type: text/html
  <
  < <html><head><title>301 Moved Permanently</title></head><body><center>nginx</center></body></html>
  `,
  // Express
  `
  > GET /a%20b HTTP/1.1
  < HTTP/1.1 302 Found
  < X-Powered-By: Express
  < Location: /caf%C3%A9?q=%3Cx%3E
  < Vary: Accept
  < Content-Type: text/plain; charset=utf-8
  <
  < Found. Redirecting to /caf%C3%A9?q=%3Cx%3E
  `,
  // serve-static adds a slash.
  `
  > GET /css?v=1 HTTP/1.1
  < HTTP/1.1 301 Moved Permanently
  < Content-Security-Policy: default-src 'none'
  < X-Content-Type-Options: nosniff
  < Location: /css/?v=1
  < Content-Type: text/html; charset=UTF-8
  <
  < <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Redirecting</title></head><body><pre>Redirecting to /css/?v=1</pre></body></html>
  `,
  // Relative, with dots, an empty query, and a fragment.
  `
  > GET /a/b/c HTTP/1.1
  < HTTP/1.1 307 Temporary Redirect
  < Location: ../d?#top
  < Content-Length: 0
  `,
  // Only a query.
  `
  > GET /list HTTP/1.1
  < HTTP/1.1 308 Permanent Redirect
  < Location: ?page=1
  < Content-Length: 0
  `,
  // To an application on the device.
  `
  > GET /oauth/callback?code=x HTTP/1.1
  < HTTP/1.1 302 Found
  < Location: com.example.app:/oauth2redirect?code=x&state=y
  < Cache-Control: no-store
  < Content-Length: 0
  `,
  // To an IPv6 address with a port.
  `
  > GET / HTTP/1.1
  < HTTP/1.1 302 Found
  < Location: http://[2001:db8::1.2.3.4]:8080/
  < Content-Length: 0
  `,
  // POST, redirect, GET.
  `
  > POST /orders HTTP/1.1
  > Content-Type: application/x-www-form-urlencoded
  >
  > item=x
  < HTTP/1.1 303 See Other
  < Location: /orders/43
  < Set-Cookie: flash=saved; Path=/; HttpOnly
  < Content-Type: text/html; charset=utf-8
  <
  < Redirecting to <a href="/orders/43">/orders/43</a>.
  `,
  // 304 is a 3xx, and leads nowhere.
  `
  > GET /style.css HTTP/1.1
  > If-None-Match: "a1"
  < HTTP/1.1 304 Not Modified
  < ETag: "a1"
  `,
  // The choices are in the content, and the server prefers none.
  `
  > GET /report HTTP/1.1
  < HTTP/1.1 300 Multiple Choices
  < Vary: Accept
  < Content-Type: application/json
  <
  < {"choices":[{"location":"/report.pdf","type":"application/pdf"},{"location":"/report.csv","type":"text/csv"}]}
  `,
  `
  > HEAD /report HTTP/1.1
  < HTTP/1.1 300 Multiple Choices
  < Location: /report.pdf
  < Content-Type: text/html; charset=utf-8
  `,
  // A Location on a 2xx that created nothing: where the same query can be had by GET.
  `
  > QUERY /orders HTTP/1.1
  > Content-Type: application/sql
  >
  > select id from orders
  < HTTP/1.1 200 OK
  < Location: /orders/queries/17
  < Content-Type: application/json
  < ETag: "q1"
  <
  < [42]
  `,
  // PUT may create what it was sent to, and need not say where that is.
  `
  > PUT /notes/a HTTP/1.1
  > Content-Type: text/plain; charset=utf-8
  >
  > milk
  < HTTP/1.1 201 Created
  < ETag: "a1"
  < Content-Length: 0
  `,
]
