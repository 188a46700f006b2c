/** Correct exchanges that touch negotiation: no rule may find anything in them. */
export const negotiation: readonly string[] = [
  `
  # Express: res.format()
  > GET /orders HTTP/1.1
  > Accept: text/html
  < HTTP/1.1 200 OK
  < X-Powered-By: Express
  < Vary: Accept
  < Content-Type: text/html; charset=utf-8
  <
  < <p>No orders</p>
  > GET /orders HTTP/1.1
  > Accept: application/json
  < HTTP/1.1 200 OK
  < X-Powered-By: Express
  < Vary: Accept
  < Content-Type: application/json; charset=utf-8
  <
  < []
  `,
  `
  # what is not cacheable need not vary
  > GET /orders HTTP/1.1
  > Accept: text/html
  < HTTP/1.1 403 Forbidden
  < Cache-Control: no-store
  < Content-Type: text/html; charset=utf-8
  <
  < <p>Orders are for members.</p>
  > GET /orders HTTP/1.1
  > Accept: application/json
  < HTTP/1.1 403 Forbidden
  < Cache-Control: no-store
  < Content-Type: application/json
  <
  < {"error":"Orders are for members."}
  `,
  `
  # the resource changed meanwhile; the two requests differ in more than Accept
  > GET /latest HTTP/1.1
  > Accept: text/html
  > User-Agent: one
  < HTTP/1.1 200 OK
  < Content-Type: text/html; charset=utf-8
  <
  < <p>tea</p>
  > GET /latest HTTP/1.1
  > Accept: */*
  > User-Agent: two
  < HTTP/1.1 200 OK
  < Content-Type: text/plain; charset=utf-8
  <
  < tea
  `,
  `
  # who admits JSON can read problem details
  > GET /orders/7 HTTP/1.1
  > Accept: text/html
  < HTTP/1.1 404 Not Found
  < Vary: Accept
  < Content-Type: text/html; charset=utf-8
  <
  < <p>There is no order 7.</p>
  > GET /orders/7 HTTP/1.1
  > Accept: text/html;q=0.2, application/json;q=0.9
  < HTTP/1.1 404 Not Found
  < Vary: Accept
  < Content-Type: application/problem+json
  <
  < {"type":"about:blank","status":404,"title":"Not Found","detail":"There is no order 7."}
  `,
  `
  # one format for all: Accept is disregarded
  > GET /orders HTTP/1.1
  > Accept: application/json
  < HTTP/1.1 200 OK
  < Content-Type: application/json
  <
  < []
  > GET /orders HTTP/1.1
  > Accept: image/png
  < HTTP/1.1 200 OK
  < Content-Type: application/json
  <
  < []
  `,
  `
  # an error that is JSON whatever Accept says keeps its status
  > GET /missing HTTP/1.1
  > Accept: image/png, */*;q=0
  < HTTP/1.1 404 Not Found
  < Content-Type: application/problem+json
  <
  < {"type":"about:blank","status":404,"title":"Not Found","detail":"There is no such image."}
  `,
  `
  # two formats of the same weight: either will do
  > GET /orders HTTP/1.1
  > Accept: application/json
  < HTTP/1.1 200 OK
  < Vary: Accept
  < Content-Type: application/json
  <
  < []
  > GET /orders HTTP/1.1
  > Accept: text/*;q=0.9, application/json;q=0.9, */*;q=0.1
  < HTTP/1.1 200 OK
  < Vary: Accept
  < Content-Type: text/html; charset=utf-8
  <
  < <p>No orders</p>
  `,
  `
  # nginx with gzip_vary: too short to be coded
  > GET /tiny HTTP/1.1
  > Accept-Encoding: gzip
  < HTTP/1.1 200 OK
  < Vary: Accept-Encoding
  < Content-Type: text/plain
  <
  < tea
  `,
  `
  # no Accept-Encoding: any coding may be used
  > GET /tea HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Encoding: br
  < Vary: Accept-Encoding
  < Content-Type: text/plain
  <
  < (coded)
  `,
  `
  # a wildcard admits what is not listed
  > GET /tea HTTP/1.1
  > Accept-Encoding: gzip;q=0, *;q=0.1
  < HTTP/1.1 200 OK
  < Content-Encoding: zstd
  < Vary: accept-encoding
  < Content-Type: text/plain
  < Content-Length: 0
  `,
  `
  # x-gzip is gzip
  > HEAD /tea HTTP/1.1
  > Accept-Encoding: x-gzip
  < HTTP/1.1 200 OK
  < Content-Encoding: gzip
  < Vary: Accept-Encoding
  < Content-Type: text/plain
  `,
  `
  # codings are refused, all of them and none at all
  > GET /tea HTTP/1.1
  > Accept-Encoding: *;q=0
  < HTTP/1.1 406 Not Acceptable
  < Content-Type: text/plain
  <
  < There is text/plain without coding, at /tea.
  `,
  `
  # uncoded content is sent though identity is refused, which the server may disregard
  > GET /tea HTTP/1.1
  > Accept-Encoding: br, identity;q=0
  < HTTP/1.1 200 OK
  < Content-Type: text/plain
  < Vary: Accept-Encoding
  <
  < tea
  `,
  `
  # a 415 for the coding
  > POST /orders HTTP/1.1
  > Content-Type: application/json
  > Content-Encoding: compress
  >
  > (coded)
  < HTTP/1.1 415 Unsupported Media Type
  < Accept-Encoding: gzip, br;q=0.5, identity
  < Content-Type: text/plain; charset=utf-8
  <
  < Send it as gzip, or without coding.
  `,
  `
  # the coding is known, the type is not: Fastify
  > POST /orders HTTP/1.1
  > Content-Type: text/yaml
  > Content-Encoding: gzip
  >
  > (coded)
  < HTTP/1.1 415 Unsupported Media Type
  < content-type: application/json; charset=utf-8
  <
  < {"statusCode":415,"code":"FST_ERR_CTP_INVALID_MEDIA_TYPE","error":"Unsupported Media Type","message":"Unsupported Media Type: text/yaml"}
  `,
  `
  # Vary of many lines, with a wildcard and in any case
  > GET /orders HTTP/1.1
  > Origin: https://shop.example
  < HTTP/1.1 200 OK
  < Access-Control-Allow-Origin: https://shop.example
  < Vary: Origin
  < Vary: accept-encoding, ACCEPT, *
  < Content-Type: application/json
  <
  < []
  `,
  `
  # languages
  > GET / HTTP/1.1
  > Accept-Language: de
  < HTTP/1.1 200 OK
  < Content-Language: de
  < Vary: Accept-Language
  < Content-Type: text/plain; charset=utf-8
  <
  < Tee
  > GET / HTTP/1.1
  > Accept-Language: en
  < HTTP/1.1 200 OK
  < Content-Language: en
  < Vary: Accept-Language
  < Content-Type: text/plain; charset=utf-8
  <
  < tea
  `,
  `
  # client hints
  > GET / HTTP/2
  > sec-ch-ua-mobile: ?1
  < HTTP/2 200
  < accept-ch: Sec-CH-UA-Mobile, DPR, Viewport-Width
  < vary: Sec-CH-UA-Mobile
  < content-type: text/html; charset=utf-8
  <
  < <p>Hello
  `,
  // Nothing is used again without asking: Vary would change nothing.
  `
  > GET /orders HTTP/1.1
  > Accept: text/html
  < HTTP/1.1 200 OK
  < Content-Type: text/html; charset=utf-8
  < Cache-Control: no-cache
  <
  < <p>No orders</p>
  > GET /orders HTTP/1.1
  > Accept: application/json
  < HTTP/1.1 200 OK
  < Content-Type: application/json
  < Cache-Control: no-cache
  <
  < []
  `,
  `
  > GET /orders HTTP/1.1
  > Accept: text/html
  < HTTP/1.1 200 OK
  < Content-Type: text/html; charset=utf-8
  < Cache-Control: public, max-age=0
  <
  < <p>No orders</p>
  > GET /orders HTTP/1.1
  > Accept: application/json
  < HTTP/1.1 200 OK
  < Content-Type: application/json
  < Cache-Control: public, max-age=0
  <
  < []
  `,
  `
  > GET /orders HTTP/1.1
  > Accept: text/html
  < HTTP/1.1 200 OK
  < Content-Type: text/html; charset=utf-8
  < Expires: Thu, 01 Jan 1970 00:00:00 GMT
  <
  < <p>No orders</p>
  > GET /orders HTTP/1.1
  > Accept: application/json
  < HTTP/1.1 200 OK
  < Content-Type: application/json
  < Expires: Thu, 01 Jan 1970 00:00:00 GMT
  <
  < []
  `,
  // What a token got, shared caches keep only where they are told to.
  `
  > GET /orders HTTP/1.1
  > Authorization: Bearer mF_9.B5f-4.1JqM
  > Accept: text/html
  < HTTP/1.1 200 OK
  < Content-Type: text/html; charset=utf-8
  < Cache-Control: max-age=60
  <
  < <p>No orders</p>
  > GET /orders HTTP/1.1
  > Authorization: Bearer mF_9.B5f-4.1JqM
  > Accept: application/json
  < HTTP/1.1 200 OK
  < Content-Type: application/json
  < Cache-Control: max-age=60
  <
  < []
  `,
  `
  # takes no content that is not compressed
  > POST /spans HTTP/1.1
  > Content-Type: application/json
  >
  > []
  < HTTP/1.1 415 Unsupported Media Type
  < Accept-Encoding: gzip, identity;q=0
  < Content-Type: text/plain; charset=utf-8
  <
  < Send it compressed: with gzip.
  `,
  `
  # identity is written down, and not wanted there
  > POST /spans HTTP/1.1
  > Content-Type: application/json
  > Content-Encoding: identity
  >
  > []
  < HTTP/1.1 415 Unsupported Media Type
  < Accept-Encoding: gzip, br
  < Content-Type: text/plain; charset=utf-8
  <
  < Leave Content-Encoding out or use gzip.
  `,
  `
  # a 406 for whatever reason; of the coding nothing is known
  > GET /feed HTTP/1.1
  > Accept-Encoding: gzip
  < HTTP/1.1 406 Not Acceptable
  < Content-Type: text/plain; charset=utf-8
  <
  < This feed is for subscribers with a reader of Atom.
  `,
  `
  # the links tell what there is
  > GET /report HTTP/1.1
  > Accept: image/png
  < HTTP/1.1 406 Not Acceptable
  < Content-Type: text/html; charset=utf-8
  <
  < <!DOCTYPE html><title>Not Acceptable</title><a href="/report.json"></a>
  `,
  `
  # the variants stand in Alternates (RFC 2295)
  > GET /paper HTTP/1.1
  > Accept: image/png
  < HTTP/1.1 406 Not Acceptable
  < Alternates: {"paper.html.en" 0.9 {type text/html} {language en}}
  < Content-Type: text/plain; charset=utf-8
  <
  < Not Acceptable
  `,
  `
  # and in Link
  > GET /paper HTTP/1.1
  > Accept: image/png
  < HTTP/1.1 406 Not Acceptable
  < Link: </paper.html>; rel="alternate"; type="text/html"
  < Content-Type: text/plain; charset=utf-8
  <
  < Not Acceptable
  `,
]
