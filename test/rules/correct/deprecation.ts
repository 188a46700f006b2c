/** Correct exchanges that touch deprecation: no rule may find anything in them. */
export const deprecation: readonly string[] = [
  `
  > GET /v1/orders HTTP/1.1
  < HTTP/1.1 200 OK
  < Deprecation: @1688169599
  < Sunset: Sun, 31 Dec 2028 23:59:59 GMT
  < Link: <https://developer.example.com/deprecation>; rel="deprecation"; type="text/html"
  < Content-Type: application/json
  <
  < []
  `,
  `
  # deprecated in the future
  > GET /v1/orders HTTP/1.1
  < HTTP/1.1 200 OK
  < Deprecation: @1861920000
  < Content-Type: application/json
  <
  < []
  `,
  `
  # deprecated long ago: before 1970
  > GET /v1/orders HTTP/1.1
  < HTTP/1.1 200 OK
  < Deprecation: @-1
  < Content-Type: application/json
  <
  < []
  `,
  `
  # Sunset at the very moment of Deprecation
  > GET /v1/orders HTTP/1.1
  < HTTP/1.1 200 OK
  < Deprecation: @1830297599
  < Sunset: Fri, 31 Dec 2027 23:59:59 GMT
  < Content-Type: application/json
  <
  < []
  `,
  `
  # Deprecation with a parameter, which a structured Item may have
  > GET /v1/orders HTTP/1.1
  < HTTP/1.1 200 OK
  < Deprecation: @1688169599;version=2
  < Content-Type: application/json
  <
  < []
  `,
  `
  # Sunset without Deprecation, and a link to the policy
  > GET /v1/orders HTTP/2
  < HTTP/2 200
  < sunset: Wed, 30 Jun 2027 23:59:59 GMT
  < link: </policies/sunset>; rel="sunset"
  < content-type: application/json
  <
  < []
  `,
  `
  # gone, with the time at which it went
  > GET /v1/orders HTTP/1.1
  < HTTP/1.1 410 Gone
  < Sunset: Tue, 30 Jun 2026 23:59:59 GMT
  < Link: </v2/orders>; rel="successor-version"
  < Content-Type: text/plain; charset=utf-8
  <
  < Version 1 ended in June 2026; version 2 will stay.
  `,
  `
  # 404 after the end
  > GET /v1/orders HTTP/1.1
  < HTTP/1.1 404 Not Found
  < Sunset: Tue, 30 Jun 2026 23:59:59 GMT
  < Content-Type: text/plain; charset=utf-8
  <
  < Version 1 ended in June 2026.
  `,
  `
  # a redirect that will end
  > GET /v1/orders HTTP/1.1
  < HTTP/1.1 308 Permanent Redirect
  < Location: /v2/orders
  < Deprecation: @1688169599
  < Sunset: Fri, 31 Dec 2027 23:59:59 GMT
  < Content-Type: text/plain; charset=utf-8
  <
  < Moved to /v2/orders
  `,
  `
  # Sunset is this very second
  > GET /v1/orders HTTP/1.1
  < HTTP/1.1 200 OK
  < Date: Sat, 21 Nov 2026 08:00:00 GMT
  < Sunset: Sat, 21 Nov 2026 08:00:00 GMT
  < Content-Type: application/json
  <
  < []
  `,
  `
  # GitHub: a deprecated field of its own, which is no Deprecation
  > GET /user HTTP/2
  < HTTP/2 200
  < x-github-api-version-selected: 2022-11-28
  < content-type: application/json; charset=utf-8
  < vary: Accept, Authorization, Cookie
  < cache-control: private, max-age=60, s-maxage=60
  <
  < {}
  `,
]
