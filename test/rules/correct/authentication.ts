/** Correct exchanges that touch authentication: no rule may find anything in them. */
export const authentication: readonly string[] = [
  `
  # nginx with auth_basic
  > GET /private/ HTTP/1.1
  < HTTP/1.1 401 Unauthorized
  < Server: nginx/1.26.2
  < Content-Type: text/html
  < Connection: keep-alive
  < WWW-Authenticate: Basic realm="Restricted"
  <
  < <html>
  < <head><title>401 Authorization Required</title></head>
  < <body><center><h1>401 Authorization Required</h1></center></body>
  < </html>
  `,
  `
  # IIS offers two schemes without parameters, each on a line of its own
  > GET /intranet HTTP/1.1
  < HTTP/1.1 401 Unauthorized
  < Content-Type: text/html
  < Server: Microsoft-IIS/10.0
  < WWW-Authenticate: Negotiate
  < WWW-Authenticate: NTLM
  <
  < <!DOCTYPE html><title>401 - Unauthorized</title>
  `,
  `
  # mutual authentication: a token on 200
  > GET /intranet HTTP/1.1
  > Authorization: Negotiate YIIJvwYGKwYBBQUCoIIJszCCCa+gJDAi
  < HTTP/1.1 200 OK
  < Content-Type: text/html; charset=utf-8
  < Cache-Control: private
  < WWW-Authenticate: Negotiate oYGxMIGuoAMKAQChCwYJKoZIgvcSAQICooGZBIGW
  <
  < <!DOCTYPE html><title>Intranet</title>
  `,
  `
  # HEAD has no content, but the challenge
  > HEAD /orders HTTP/1.1
  < HTTP/1.1 401 Unauthorized
  < WWW-Authenticate: Bearer realm="api"
  < Content-Type: application/problem+json
  < Content-Length: 112
  < Cache-Control: no-store
  `,
  `
  # a comma, a quote and an equals sign in a realm
  > GET /orders HTTP/1.1
  < HTTP/1.1 401 Unauthorized
  < WWW-Authenticate: Basic realm="Orders, \\"EU\\" a=b", charset="UTF-8"
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: no-store
  <
  < Please log in.
  `,
  `
  # the example of RFC 7616: two algorithms, one nonce
  > GET /dir/index.html HTTP/1.1
  < HTTP/1.1 401 Unauthorized
  < WWW-Authenticate: Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=SHA-256, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS", userhash=true
  < WWW-Authenticate: Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=MD5, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS", userhash=true
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: no-store
  <
  < Please log in.
  `,
  `
  # a stale nonce is replaced
  > GET /dir/index.html HTTP/1.1
  < HTTP/1.1 401 Unauthorized
  < WWW-Authenticate: Digest realm="a", qop="auth", algorithm=SHA-256, nonce="MTIz", userhash=true
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: no-store
  <
  < Please log in.
  > GET /dir/index.html HTTP/1.1
  > Authorization: Digest username="488869477bf257147b804c45308cd62ac4e25eb717b12b298c79e62dcea254ec", realm="a", uri="/dir/index.html", algorithm=SHA-256, nonce="MTIz", nc=00000001, cnonce="x", qop=auth, response="ae66e67d6b427bd3f120414a82e4acff38e8ecd9101d6c861229025f607a79dd", userhash=true
  < HTTP/1.1 401 Unauthorized
  < WWW-Authenticate: Digest realm="a", qop="auth", algorithm=SHA-256, nonce="NDU2", stale=true, userhash=true
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: no-store
  <
  < Please log in.
  `,
  `
  # as GitHub: 404 hides what is private, without a challenge
  > GET /repos/octo/secret HTTP/1.1
  > Authorization: Bearer ghp_x
  < HTTP/1.1 404 Not Found
  < Content-Type: application/json; charset=utf-8
  < Cache-Control: no-store
  < Vary: Accept, Authorization
  <
  < {"message":"Not Found","status":"404"}
  `,
  `
  # a 403 of the application's own, not of the token
  > DELETE /orders/42 HTTP/1.1
  > Authorization: Bearer eyJhbGciOiJub25lIn0.e30.
  < HTTP/1.1 403 Forbidden
  < Content-Type: application/problem+json
  < Cache-Control: no-store
  <
  < {"type":"about:blank","title":"Forbidden","status":403,"detail":"Shipped orders can not be deleted."}
  `,
  `
  # the token lacks a scope
  > DELETE /orders/42 HTTP/1.1
  > Authorization: Bearer mF_9.B5f-4.1JqM
  < HTTP/1.1 403 Forbidden
  < WWW-Authenticate: Bearer realm="api", error="insufficient_scope", error_description="It takes orders:write", scope="orders:write"
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: no-store
  <
  < It takes orders:write.
  `,
  `
  # OAuth metadata for a client that has no token yet (MCP servers do it)
  > POST /mcp HTTP/1.1
  > Content-Type: application/json
  >
  > {"jsonrpc":"2.0","id":1,"method":"ping"}
  < HTTP/1.1 401 Unauthorized
  < WWW-Authenticate: Bearer resource_metadata="https://api.example/.well-known/oauth-protected-resource/mcp", scope="tools"
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: no-store
  <
  < A token is needed.
  `,
  `
  # two schemes of OAuth; the error is in the one that was used
  > GET /orders HTTP/1.1
  > Authorization: DPoP Kz~8mXK1EalYznwH-LC-1fBAo
  > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.x
  < HTTP/1.1 401 Unauthorized
  < WWW-Authenticate: Bearer realm="api"
  < WWW-Authenticate: DPoP algs="ES256 PS256", error="use_dpop_nonce", error_description="A nonce is needed"
  < DPoP-Nonce: eyJ7S_zG.eyJH0-Z.HX4w-7v
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: no-store
  <
  < A nonce is needed.
  `,
  `
  # stepping up
  > POST /payments HTTP/1.1
  > Authorization: Bearer mF_9.B5f-4.1JqM
  > Content-Type: application/json
  >
  > {"amount":100}
  < HTTP/1.1 401 Unauthorized
  < WWW-Authenticate: Bearer error="insufficient_user_authentication", error_description="A more recent authentication is required", max_age="5", acr_values="myACR"
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: no-store
  <
  < Please log in again.
  `,
  `
  # a token endpoint (RFC 6749)
  > POST /token HTTP/1.1
  > Content-Type: application/x-www-form-urlencoded
  >
  > grant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA&client_id=s6BhdRkqt3
  < HTTP/1.1 400 Bad Request
  < Content-Type: application/json;charset=UTF-8
  < Cache-Control: no-store
  < Pragma: no-cache
  <
  < {"error":"invalid_grant","error_description":"The code was used before"}
  `,
  `
  # a proxy asks, and says why
  > CONNECT api.example:443 HTTP/1.1
  > Host: api.example:443
  < HTTP/1.1 407 Proxy Authentication Required
  < Proxy-Authenticate: Basic realm="proxy"
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: no-store
  <
  < Please log in at the proxy.
  `,
  `
  # the token was sent in the query, so there is something to say about it
  > GET /orders?access_token=x HTTP/1.1
  < HTTP/1.1 401 Unauthorized
  < WWW-Authenticate: Bearer error="invalid_token"
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: private, no-store
  <
  < The token is too old.
  `,
  `
  # insecure
  # a request to the own machine: the target in absolute form counts, and not Host
  > GET http://127.0.0.1:3000/reports HTTP/1.1
  > Host: shop.example
  < HTTP/1.1 401 Unauthorized
  < WWW-Authenticate: Basic realm="staff"
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: no-store
  <
  < Reports are for the staff.
  `,
  // A scheme without a token is no token to refuse.
  `
  > GET /orders HTTP/1.1
  > Authorization: Bearer
  < HTTP/1.1 401 Unauthorized
  < WWW-Authenticate: Bearer realm="api"
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: no-store
  <
  < Please log in.
  `,
  `
  # the nonce is all that was wrong (RFC 9449 §9)
  > GET /orders HTTP/1.1
  > Authorization: DPoP abc
  > DPoP: eyJ0eXAiOiJkcG9wK2p3dCJ9.e30.c2ln
  < HTTP/1.1 401 Unauthorized
  < WWW-Authenticate: DPoP error="use_dpop_nonce", error_description="Resource server requires nonce in DPoP proof"
  < DPoP-Nonce: eyJ7S_zG.eyJH0-Z.HX4w-7v
  < Cache-Control: no-store
  < Content-Type: text/plain; charset=utf-8
  <
  < Use the nonce.
  `,
  `
  # a page that happens to have a token in it, asked for with JSON: no token endpoint of OAuth
  > POST /sessions HTTP/1.1
  > Content-Type: application/json
  >
  > {}
  < HTTP/1.1 200 OK
  < Content-Type: application/json
  <
  < {"access_token":"abc","token_type":"seat"}
  `,
]
