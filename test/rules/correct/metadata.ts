/** Correct exchanges that touch metadata: no rule may find anything in them. */
export const metadata: readonly string[] = [
  `
  # Apache: the type of a stored file is not known
  > GET /data/blob HTTP/1.1
  < HTTP/1.1 200 OK
  < Server: Apache
  < Last-Modified: Fri, 20 Nov 2026 08:00:00 GMT
  < ETag: "5-64a1b2c3"
  < Accept-Ranges: bytes
  <
  < tea
  `,
  `
  # quoted, upper case, and with an empty parameter
  > GET / HTTP/1.1
  < HTTP/1.1 200 OK
  < content-type: Text/HTML;Charset="utf-8";
  <
  < <p>Hello
  `,
  `
  # a comma in a quoted parameter
  > GET /table HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: text/csv; header="a, b"; charset=utf-8
  <
  < 1,2
  `,
  `
  # an empty 200 needs no type
  > POST /ping HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Length: 0
  `,
  `
  # a link with all that a link can have
  > GET /orders?page=2 HTTP/2
  < HTTP/2 200
  < link: <https://api.github.com/orders?page=3>; rel="next", <https://api.github.com/orders?page=9>; rel="last"
  < link: </a,b;c>; rel=prev; title="a, <b>; \\"c\\""; title*=UTF-8''%e2%82%ac, </s.css>;rel=preload;as=style;nopush
  < link: </receipt>; rel="edit https://example.com/rels/receipt"; anchor="#x"
  < content-type: application/json; charset=utf-8
  <
  < []
  `,
  `
  # a user name in a query, a path, and a mailto URI is none of an http URI
  > GET /invite HTTP/1.1
  < HTTP/1.1 302 Found
  < Location: https://login.example/@me?login_hint=a@b.example
  < Link: <mailto:help@b.example>; rel="help"
  < Content-Type: text/plain; charset=utf-8
  <
  < See https://login.example/
  `,
  `
  # a file URI may have no host
  > GET /local HTTP/1.1
  < HTTP/1.1 200 OK
  < Link: <file:///srv/menu>; rel="related"
  < Content-Location: /local.txt
  < Content-Type: text/plain
  <
  < tea
  `,
  `
  # tags of many forms
  > GET / HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Language: zh-Hant-TW, de-CH-1996, i-klingon, x-whatever, es-419, en-US-u-co-phonebk
  < Content-Type: text/plain; charset=utf-8
  <
  < tea
  `,
  `
  # JSON that is no object, and that no page can run as a script
  > GET /orders HTTP/1.1
  < HTTP/1.1 404 Not Found
  < Content-Type: application/json; charset=utf-8
  <
  < "There are no orders."
  `,
  `
  # as Google sends it
  > GET /orders HTTP/1.1
  < HTTP/1.1 404 Not Found
  < Content-Type: application/json; charset=utf-8
  <
  < )]}'
  < {"error":{"code":404,"message":"There are no orders."}}
  `,
  `
  # Phusion Passenger
  > GET /tea HTTP/1.1
  < HTTP/1.1 200 OK
  < Server: nginx/1.24.0 + Phusion Passenger 6
  < Content-Type: text/plain
  <
  < tea
  `,
  `
  # digests of what was sent; another algorithm is not looked at
  > GET /tea HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Digest: sha-256=:qfdNHsNuvesto/blhoCQzSotILPcynti9gMEsdPZ70I=:, sha-512=:AAAA:
  < Repr-Digest: sha-256=:qfdNHsNuvesto/blhoCQzSotILPcynti9gMEsdPZ70I=:
  < Content-Type: text/plain; charset=utf-8
  <
  < tea
  `,
  `
  # RFC 9530 appendix B.2: Repr-Digest on HEAD is that of the GET
  > HEAD /tea HTTP/1.1
  < HTTP/1.1 200 OK
  < Repr-Digest: sha-256=:qfdNHsNuvesto/blhoCQzSotILPcynti9gMEsdPZ70I=:
  < Content-Digest: sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:
  < Content-Type: text/plain; charset=utf-8
  < Content-Length: 3
  `,
  `
  # RFC 9530 appendix B.8: the content is of another resource, and so is the digest
  > POST /books HTTP/1.1
  > Content-Type: application/json
  >
  > {"title": "New Title"}
  < HTTP/1.1 201 Created
  < Location: /books/123
  < Content-Location: /books/123
  < Repr-Digest: sha-256=:ECcsha9GmtgfZtn17D76cO4Kx7kfqeBd2prdVKYGID4=:
  < Content-Type: application/json
  <
  < {"id":"123"}
  `,
  `
  # gzip content that is a file, not a coding
  > GET /backup.tar.gz HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: application/gzip
  < Content-Disposition: attachment; filename="backup.tar.gz"
  <
  < (bytes)
  `,
  `
  # Google: a JSON error that browsers save as text
  > GET /v1/secret HTTP/1.1
  < HTTP/1.1 403 Forbidden
  < Content-Type: application/json; charset=UTF-8
  < Content-Disposition: attachment; filename="f.txt"
  < Cache-Control: no-store
  <
  < {"error":{"code":403,"message":"The caller does not have permission"}}
  `,
  `
  # GitHub Pages: an error page that has a validator of its own
  > GET /missing HTTP/2
  < HTTP/2 404
  < server: GitHub.com
  < content-type: text/html; charset=utf-8
  < etag: "64d39a40-24a3"
  <
  < <!DOCTYPE html><title>404</title><p>There isn't a page here.
  `,
  `
  # a comment in a comment
  > GET / HTTP/1.1
  < HTTP/1.1 200 OK
  < Server: Apache/2.4 (Debian (bookworm)) mod_ssl/2.4
  < Content-Type: text/plain
  <
  < tea
  `,
  `
  # OData
  > GET /Products HTTP/1.1
  > Prefer: odata.maxpagesize=5, return=representation, nonsense
  < HTTP/1.1 200 OK
  < Preference-Applied: odata.maxpagesize=5
  < Vary: Accept, Prefer
  < Content-Type: application/json
  <
  < {"value":[]}
  `,
  `
  # a preference that was applied, in a response that is not stored
  > PATCH /Products/7 HTTP/1.1
  > Prefer: return=minimal
  > Content-Type: application/json
  >
  > {}
  < HTTP/1.1 204 No Content
  < Preference-Applied: return=minimal
  `,
  `
  # what was deleted is not there any more, and Allow says so
  > DELETE /orders/7 HTTP/1.1
  < HTTP/1.1 204 No Content
  > OPTIONS /orders/7 HTTP/1.1
  < HTTP/1.1 200 OK
  < Allow: GET, HEAD, DELETE, OPTIONS
  < Content-Length: 0
  `,
  `
  # a strict wish for errors
  > GET /orders?paeg=2 HTTP/1.1
  < HTTP/1.1 200 OK
  < Content-Type: application/json
  <
  < []
  > GET /orders?paeg=2 HTTP/1.1
  > Prefer: handling=strict
  < HTTP/1.1 400 Bad Request
  < Content-Type: text/plain; charset=utf-8
  <
  < There is no parameter paeg.
  `,
  `
  # all that the grammar of Link lets pass: blanks, lone semicolons, names without values, commas in targets
  > GET /orders HTTP/1.1
  < HTTP/1.1 200 OK
  < Link: </a,b>; rel=next ; title="a, <b>; \\"c\\"", </>;rel="up";;crossorigin
  < Content-Type: application/json
  <
  < []
  `,
]
