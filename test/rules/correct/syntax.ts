/** Correct exchanges that touch syntax: no rule may find anything in them. */
export const syntax: readonly string[] = [
  // S3: names in any case, opaque values full of "=" and "/".
  `
  > GET /bucket/missing HTTP/1.1
  < HTTP/1.1 404 Not Found
  < x-amz-request-id: 656c76696e6727732072657175657374
  < x-amz-id-2: Uuag1LuByRx9e6j5Onimru9pO4ZVKnJ2Qz7/C1NPcfTWAtRPfTaOFg==
  < Content-Type: application/xml
  < Date: Sat, 21 Nov 2026 08:00:00 GMT
  < Server: AmazonS3
  <
  < <?xml version="1.0" encoding="UTF-8"?><Error><Code>NoSuchKey</Code></Error>
  `,
  // No phrase, but the space before it.
  `
  > GET /orders/42 HTTP/1.1
  < HTTP/1.1 404␠
  < Content-Type: text/plain; charset=utf-8
  <
  < No order 42
  `,
  // A phrase of its own, with obs-text and HTAB (RFC 9112 §4).
  `
  > GET /orders/42 HTTP/1.1
  < HTTP/1.1 404 Não␉encontrado (nº 42)
  < Content-Type: text/plain; charset=utf-8
  <
  < No order 42
  `,
  // Set-Cookie is no list: several lines, and commas in dates.
  `
  > POST /login HTTP/1.1
  < HTTP/1.1 303 See Other
  < Location: /account
  < Set-Cookie: session=1f3a; Path=/; HttpOnly; Secure; SameSite=Lax
  < Set-Cookie: theme=dark; Expires=Sun, 21 Nov 2027 08:00:00 GMT; Path=/
  < Set-Cookie: legacy=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/
  < Vary: Accept
  < Content-Type: text/html; charset=utf-8
  <
  < <p>See Other. Redirecting to <a href="/account">/account</a></p>
  `,
  // GitHub's pages, and a target with commas and quotes' code.
  `
  > GET /repositories?page=2 HTTP/1.1
  < HTTP/1.1 200 OK
  < Link: <https://api.example/repositories?page=1,,x>; rel="prev", <https://api.example/repositories?page=3>; rel="next"
  < Content-Type: application/json; charset=utf-8
  <
  < []
  `,
  // Two challenges on two lines; one has a token68 that ends with "=".
  `
  > GET /intranet HTTP/1.1
  > Authorization: Negotiate oYG2MIGz
  < HTTP/1.1 401 Unauthorized
  < WWW-Authenticate: Negotiate oYG2MIGzoAMKAQChCwYJKoZIgvcSAQICo4GeBIGb==
  < WWW-Authenticate: Basic realm="intranet, \\"west\\" = all", charset="UTF-8"
  < Cache-Control: no-store
  < Content-Type: text/html; charset=utf-8
  <
  < <p>Log in.</p>
  `,
  // Vary in two lines, and blanks that mean nothing in a policy.
  `
  > GET / HTTP/1.1
  < HTTP/1.1 200 OK
  < Vary: Accept-Encoding
  < Vary: Origin
  < Content-Security-Policy: default-src 'self';  img-src * data: ; frame-ancestors 'none'
  < Content-Type: text/html;charset=UTF-8
  <
  < <!DOCTYPE html><html lang="en"><title>Shop</title></html>
  `,
  // An empty Allow is a list without elements.
  `
  > PATCH /frozen HTTP/1.1
  < HTTP/1.1 405 Method Not Allowed
  < Allow:
  < Content-Type: text/plain; charset=utf-8
  <
  < Nothing is allowed here until tomorrow.
  `,
  // Comments may hold anything (RFC 9110 §5.6.5).
  `
  > GET /orders HTTP/1.1
  < HTTP/1.1 200 OK
  < Via: 1.0 fred, 1.1 p.example.net (squid, 6.6,, "built  here")
  < Content-Type: application/json; charset=utf-8
  <
  < []
  `,
  // A file name as ISO 8859-1 for old clients, and encoded for new ones (RFC 6266 §5).
  `
  > GET /reports/7 HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Disposition: attachment; filename="Übersicht \\"7\\".csv"; filename*=UTF-8''%C3%9Cbersicht%20%227%22.csv
  < Content-Type: text/csv; charset=utf-8
  <
  < a,b
  `,
  // JSON in a field is no quoted-string, whatever it looks like.
  `
  > GET / HTTP/1.1
  < HTTP/1.1 200 OK
  < NEL: {"report_to":"nel","max_age":3600,"success_fraction":0.005}
  < Report-To: {"group":"nel","max_age":3600,"endpoints":[{"url":"https://nel.example/reports?s=a\\u0026b"}]}
  < Server-Timing: cache;desc="Cache Read";dur=23.2, db;dur=53, miss
  < Content-Type: text/html; charset=utf-8
  <
  < <!DOCTYPE html><html lang="en"><title>Shop</title></html>
  `,
  // Names with all the signs that a token has, and an empty value.
  `
  > GET /orders HTTP/1.1
  < HTTP/1.1 200 OK
  < X-Served_By.Node~1: a
  < X-Empty:
  < Content-Type: application/json; charset=utf-8
  <
  < []
  `,
  // An entity tag has commas and quotes of its own; a backslash would be nothing special.
  `
  > GET /orders HTTP/1.1
  < HTTP/1.1 200 OK
  < ETag: W/"2,,a=b"
  < Last-Modified: Sat, 29 Feb 2020 23:59:60 GMT
  < Content-Type: application/json; charset=utf-8
  <
  < []
  `,
  // An obsolete date, understood.
  `
  > GET /a.css HTTP/1.1
  > If-Modified-Since: Sunday, 06-Nov-94 08:49:37 GMT
  < HTTP/1.1 304 Not Modified
  < ETag: "5d8c72a5edda8d6a"
  < Vary: Accept-Encoding
  `,
  // A line break in the target stays encoded where the response names it.
  `
  > GET /go?to=%0D%0AX-Frame-Options:%20DENY HTTP/1.1
  < HTTP/1.1 302 Found
  < Location: /%0D%0AX-Frame-Options:%20DENY
  < X-Frame-Options: DENY
  < Content-Type: text/html; charset=utf-8
  <
  < <p>Found. Redirecting to <a href="/">/</a></p>
  `,
  // nginx has 400 for fields that are too large.
  `
  # closed
  > GET / HTTP/1.1
  > Cookie: a=${'x'.repeat(9000)}
  < HTTP/1.1 400 Bad Request
  < Server: nginx
  < Content-Type: text/html
  < Connection: close
  <
  < <html><head><title>400 Request Header Or Cookie Too Large</title></head></html>
  `,
  // CORS as the cors middleware answers it.
  `
  > OPTIONS /orders HTTP/1.1
  > Origin: https://shop.example
  > Access-Control-Request-Method: PUT
  > Access-Control-Request-Headers: content-type,x-request-id
  < HTTP/1.1 204 No Content
  < Access-Control-Allow-Origin: *
  < Access-Control-Allow-Methods: GET,HEAD,PUT,PATCH,POST,DELETE
  < Access-Control-Allow-Headers: content-type,x-request-id
  < Vary: Access-Control-Request-Headers
  `,
  `
  # a container registry says how much of an upload it has
  > PATCH /v2/shop/blobs/uploads/7 HTTP/1.1
  > Content-Type: application/octet-stream
  >
  > abc
  < HTTP/1.1 202 Accepted
  < Location: /v2/shop/blobs/uploads/7
  < Range: 0-2
  < Content-Length: 0
  `,
]
