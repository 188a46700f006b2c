/** Correct exchanges that touch problem-details: no rule may find anything in them. */
export const problemDetails: readonly string[] = [
  `
  # the example of RFC 9457
  > POST /purchase HTTP/1.1
  > Content-Type: application/json
  > Accept: application/json, application/problem+json
  >
  > {"item":123456,"quantity":2}
  < HTTP/1.1 403 Forbidden
  < Content-Type: application/problem+json
  < Content-Language: en
  < Cache-Control: no-store
  <
  < {"type":"https://example.com/probs/out-of-credit","title":"You do not have enough credit.","detail":"Your current balance is 30, but that costs 50.","instance":"/account/12345/msgs/abc","balance":30,"accounts":["/account/12345","/account/67890"]}
  `,
  `
  # nothing but an empty object
  > GET /orders/42 HTTP/1.1
  < HTTP/1.1 404 Not Found
  < Content-Type: application/problem+json
  <
  < {}
  `,
  `
  # a title in another language, without a type
  > GET /orders/42 HTTP/1.1
  > Accept-Language: de
  < HTTP/1.1 404 Not Found
  < Content-Type: application/problem+json
  < Content-Language: de
  < Vary: Accept-Language
  <
  < {"title":"Nicht gefunden","status":404}
  `,
  `
  # who accepts JSON only gets problem+json all the same
  > GET /orders/42 HTTP/1.1
  > Accept: application/json
  < HTTP/1.1 404 Not Found
  < Content-Type: application/problem+json
  < Vary: Accept
  <
  < {"type":"about:blank","title":"Not Found","status":404,"detail":"There is no order 42."}
  `,
  `
  # HEAD: the type and the length, but no content
  > HEAD /orders/42 HTTP/1.1
  < HTTP/1.1 404 Not Found
  < Content-Type: application/problem+json
  < Content-Length: 58
  `,
  `
  # compressed: nobody can look into it
  > GET /orders/42 HTTP/1.1
  > Accept-Encoding: br
  < HTTP/1.1 404 Not Found
  < Content-Type: application/problem+json
  < Content-Encoding: br
  < Vary: Accept-Encoding
  <
  < (bytes that are no JSON)
  `,
  `
  # validation: several faults of one type
  > POST /users HTTP/1.1
  > Content-Type: application/json
  >
  > {"age":-1,"profile":{"color":"x"}}
  < HTTP/1.1 422 Unprocessable Content
  < Content-Type: application/problem+json
  <
  < {"type":"https://example.net/validation-error","title":"Your request is not valid.","errors":[{"detail":"must be a positive integer","pointer":"#/age"},{"detail":"must be 'green', 'red' or 'blue'","pointer":"#/profile/color"}]}
  `,
  `
  # as ASP.NET writes it
  > GET /weather/x HTTP/1.1
  < HTTP/1.1 400 Bad Request
  < Content-Type: application/problem+json
  < Server: Kestrel
  <
  < {"type":"https://tools.ietf.org/html/rfc9110#section-15.5.1","title":"One or more validation errors occurred.","status":400,"errors":{"id":["The value 'x' is not valid."]},"traceId":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00"}
  `,
  `
  # members of members may have any name and type
  > PUT /carts/7 HTTP/1.1
  > Content-Type: application/json
  >
  > {}
  < HTTP/1.1 409 Conflict
  < Content-Type: application/problem+json
  <
  < {"type":"tag:example.com,2026:stale-cart","title":"Stale cart","status":409,"detail":"Another window changed it.","cart":{"id":7,"status":"open","type":null,"a-b":1},"\\u0073hop":"x"}
  `,
  `
  # XML, as RFC 9457 shows it
  > GET /account HTTP/1.1
  > Accept: application/problem+xml
  < HTTP/1.1 403 Forbidden
  < Content-Type: application/problem+xml
  < Content-Language: en
  < Cache-Control: no-store
  < Vary: Accept
  <
  < <?xml version="1.0" encoding="UTF-8"?>
  < <problem xmlns="urn:ietf:rfc:7807">
  <   <type>https://example.com/probs/out-of-credit</type>
  <   <title>You do not have enough credit.</title>
  <   <detail>Your current balance is 30, but that costs 50.</detail>
  <   <instance>https://example.net/account/12345/msgs/abc</instance>
  <   <balance>30</balance>
  <   <accounts>
  <     <i>https://example.net/account/12345</i>
  <     <i>https://example.net/account/67890</i>
  <   </accounts>
  < </problem>
  `,
  `
  # XML with a prefix, a comment, CDATA and references
  > GET /account HTTP/1.1
  > Accept: application/problem+xml
  < HTTP/1.1 404 Not Found
  < Content-Type: application/problem+xml; charset=utf-8
  < Vary: Accept
  <
  < <?xml version='1.0'?><!-- none -->
  < <p:problem xmlns:p="urn:ietf:rfc:7807" xml:lang="en"><p:status>404</p:status><p:title>Not&#x20;Found</p:title>
  < <p:detail><![CDATA[No <account> & no more]]> &lt;sorry&gt;</p:detail></p:problem >
  `,
  `
  # a problem on a success (RFC 9457 §1 allows it)
  > GET /batch/7 HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: application/problem+json
  <
  < {"type":"https://example.com/problems/partly-done","title":"Partly done","status":200}
  `,
  `
  # a registered type, whose members have hyphens
  > GET / HTTP/1.1
  < HTTP/1.1 429 Too Many Requests
  < Content-Type: application/problem+json
  < Cache-Control: no-store
  < Retry-After: 30
  <
  < {"type":"https://iana.org/assignments/http-problem-types#quota-exceeded","title":"Request cannot be satisfied as assigned quota has been exceeded","status":429,"violated-policies":["daily","bandwidth"]}
  `,
  `
  # no problem document, though it looks like one
  > GET /orders/42 HTTP/1.1
  < HTTP/1.1 404 Not Found
  < Content-Type: application/json; charset=utf-8
  <
  < {"status":"fail","title":null,"type":17,"detail":["none"]}
  `,
  `
  # media types have no case, and JSON may hold any character
  > GET /orders/42 HTTP/1.1
  < HTTP/1.1 404 Not Found
  < Content-Type: Application/Problem+JSON
  <
  < {"title":"Not found","status":404,"detail":"Keine Bestellung № 42 🛒 \\ud83d\\uded2"}
  `,
  `
  # the phrase that RFC 4918 had
  > POST /orders HTTP/1.1
  < HTTP/1.1 422 Unprocessable Entity
  < Content-Type: application/problem+json
  <
  < {"type":"about:blank","title":"Unprocessable Entity","status":422,"detail":"The field \\"count\\" is to be a number."}
  `,
  `
  # the phrase that RFC 7231 had
  > POST /orders HTTP/1.1
  < HTTP/1.1 413 Payload Too Large
  < Content-Type: application/problem+json
  <
  < {"title":"Payload Too Large","status":413,"detail":"An order has at most 100 kB."}
  `,
]
