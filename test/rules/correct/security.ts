/** Correct exchanges that touch security: no rule may find anything in them. */
export const security: readonly string[] = [
  `
  # to https, without Strict-Transport-Security, which does not belong here
  # insecure
  > GET /a?b=c HTTP/1.1
  < HTTP/1.1 301 Moved Permanently
  < Server: nginx
  < Location: https://api.example/a?b=c
  < Content-Type: text/html
  <
  < <html><body><a href="https://api.example/a?b=c">Moved Permanently</a></body></html>
  `,
  `
  # 308 keeps the method
  # insecure
  > POST /orders HTTP/1.1
  > Content-Type: application/json
  >
  > {}
  < HTTP/1.1 308 Permanent Redirect
  < Location: https://api.example/orders
  < Content-Type: text/plain; charset=utf-8
  <
  < See https://api.example/orders
  `,
  `
  # behind a proxy that ends TLS
  # insecure
  > GET / HTTP/1.1
  > X-Forwarded-Proto: https
  < HTTP/1.1 200 OK
  < Strict-Transport-Security: max-age=31536000; includeSubDomains
  < Content-Type: text/html; charset=utf-8
  <
  < <!DOCTYPE html><title>Shop</title>
  `,
  `
  # switching it off
  # secure
  > GET / HTTP/1.1
  < HTTP/1.1 200 OK
  < Strict-Transport-Security: max-age=0
  < Content-Type: text/html; charset=utf-8
  <
  < <!DOCTYPE html><title>Shop</title>
  `,
  `
  # another host of the same server never had it
  # secure
  > GET / HTTP/1.1
  > Host: shop.example
  < HTTP/1.1 200 OK
  < Strict-Transport-Security: max-age=31536000
  < Content-Type: text/html; charset=utf-8
  <
  < <!DOCTYPE html><title>Shop</title>
  > GET / HTTP/1.1
  > Host: api.example
  < HTTP/1.1 200 OK
  < Content-Type: application/json
  <
  < {}
  `,
  `
  # an error over TLS has it too
  # secure
  > GET / HTTP/1.1
  < HTTP/1.1 200 OK
  < Strict-Transport-Security: max-age=31536000
  < Content-Type: text/html; charset=utf-8
  <
  < <!DOCTYPE html><title>Shop</title>
  > GET /nothing HTTP/1.1
  < HTTP/1.1 404 Not Found
  < Strict-Transport-Security: max-age=31536000
  < Content-Type: text/html; charset=utf-8
  <
  < <!DOCTYPE html><title>Not found</title>
  `,
  `
  # ACME checks over plain HTTP that the host is one's own
  # insecure
  # earlier secure
  > GET / HTTP/1.1
  < HTTP/1.1 200 OK
  < Strict-Transport-Security: max-age=31536000
  < Content-Type: text/html; charset=utf-8
  <
  < <!DOCTYPE html><title>Shop</title>
  > GET /.well-known/acme-challenge/LoqXcYV8q5ONbJQxbmR7SCTNo3tiAXDfowyjxAjEuX0 HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: text/plain
  <
  < LoqXcYV8q5ONbJQxbmR7SCTNo3tiAXDfowyjxAjEuX0.9jg46WB3rR_AHD-EBXdN7cBkH1WOu0tA3M9fm21mqTI
  `,
  `
  # an API that refuses plain HTTP
  # insecure
  > GET /orders HTTP/1.1
  > Authorization: Bearer x
  < HTTP/1.1 403 Forbidden
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: no-store
  <
  < Use https, and get a new token: this one was sent readable.
  `,
  `
  # Server names two products and a comment
  > GET / HTTP/1.1
  < HTTP/1.1 200 OK
  < Server: Apache/2.4.62 (Debian) mod_wsgi
  < Content-Type: text/html; charset=utf-8
  <
  < <!DOCTYPE html><title>Shop</title>
  `,
  `
  # line breaks stay encoded
  > GET /go?to=%0d%0aSet-Cookie:%20a=1 HTTP/1.1
  < HTTP/1.1 302 Found
  < Location: /%0D%0ASet-Cookie:%20a=1
  < Content-Type: text/plain; charset=utf-8
  <
  < See the Location.
  `,
  `
  # a 500 that gives nothing away
  > GET /orders HTTP/1.1
  < HTTP/1.1 500 Internal Server Error
  < Content-Type: application/problem+json
  < Cache-Control: no-store
  < X-Content-Type-Options: nosniff
  <
  < {"type":"about:blank","title":"Internal Server Error","status":500,"trace_id":"4bf92f3577b34da6"}
  `,
  `
  # Basic on the own machine
  # insecure
  > GET / HTTP/1.1
  > Host: localhost:3000
  < HTTP/1.1 401 Unauthorized
  < WWW-Authenticate: Basic realm="admin"
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: no-store
  <
  < Please log in.
  `,
  `
  # X-Forwarded-Ssl: TLS ends at the proxy
  # insecure
  > GET / HTTP/1.1
  > X-Forwarded-Ssl: on
  < HTTP/1.1 200 OK
  < Strict-Transport-Security: max-age=31536000
  < Content-Type: text/html; charset=utf-8
  < Cache-Control: no-cache
  <
  < <!DOCTYPE html><title>Shop</title>
  `,
  `
  # CloudFront-Forwarded-Proto: TLS ends at the proxy
  # insecure
  > GET / HTTP/1.1
  > CloudFront-Forwarded-Proto: https
  < HTTP/1.1 200 OK
  < Strict-Transport-Security: max-age=31536000
  < Content-Type: text/html; charset=utf-8
  < Cache-Control: no-cache
  <
  < <!DOCTYPE html><title>Shop</title>
  `,
  `
  # Front-End-Https: TLS ends at the proxy
  # insecure
  > GET / HTTP/1.1
  > Front-End-Https: on
  < HTTP/1.1 200 OK
  < Strict-Transport-Security: max-age=31536000
  < Content-Type: text/html; charset=utf-8
  < Cache-Control: no-cache
  <
  < <!DOCTYPE html><title>Shop</title>
  `,
  `
  # CF-Visitor: TLS ends at the proxy
  # insecure
  > GET / HTTP/1.1
  > CF-Visitor: {"scheme":"https"}
  < HTTP/1.1 200 OK
  < Strict-Transport-Security: max-age=31536000
  < Content-Type: text/html; charset=utf-8
  < Cache-Control: no-cache
  <
  < <!DOCTYPE html><title>Shop</title>
  `,
  `
  # another host by an absolute target
  # insecure
  # earlier secure
  > GET / HTTP/1.1
  > Host: shop.example
  < HTTP/1.1 200 OK
  < Strict-Transport-Security: max-age=31536000
  < Content-Type: text/html; charset=utf-8
  < Cache-Control: no-cache
  <
  < <!DOCTYPE html><title>Shop</title>
  > GET http://old.example/ HTTP/1.1
  > Host: shop.example
  < HTTP/1.1 200 OK
  < Content-Type: text/html; charset=utf-8
  < Cache-Control: no-cache
  <
  < <!DOCTYPE html><title>Old shop</title>
  `,
]
