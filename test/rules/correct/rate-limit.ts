/** Correct exchanges that touch rate limits: no rule may find anything in them. */
export const rateLimit: readonly string[] = [
  `
  # express-rate-limit, standardHeaders: 'draft-8'
  > GET /orders HTTP/1.1
  < HTTP/1.1 200 OK
  < X-Powered-By: Express
  < RateLimit-Policy: "100-in-15min"; q=100; w=900; pk=:MTJjYTE3YjQ5YWYy:
  < RateLimit: "100-in-15min"; r=99; t=900
  < Content-Type: application/json; charset=utf-8
  <
  < []
  `,
  `
  # the fields of draft 6 have other names
  > GET /orders HTTP/1.1
  < HTTP/1.1 200 OK
  < RateLimit-Limit: 100
  < RateLimit-Remaining: 99
  < RateLimit-Reset: 900
  < Content-Type: application/json
  <
  < []
  `,
  `
  # GitHub: its own fields, with a time of day
  > GET /repos/a/b HTTP/2
  < HTTP/2 200
  < x-ratelimit-limit: 60
  < x-ratelimit-remaining: 58
  < x-ratelimit-reset: 1795250400
  < content-type: application/json; charset=utf-8
  <
  < {}
  `,
  `
  # two policies, of which RateLimit names one
  > GET /orders HTTP/1.1
  < HTTP/1.1 200 OK
  < RateLimit-Policy: "burst";q=100;w=60, "daily";q=1000;w=86400
  < RateLimit: "burst";r=3
  < Content-Type: application/json
  <
  < []
  `,
  `
  # several lines make one list
  > GET /orders HTTP/1.1
  < HTTP/1.1 200 OK
  < RateLimit-Policy: "burst";q=100;w=60
  < RateLimit-Policy: "daily";q=1000;w=86400
  < RateLimit: "burst";r=3;t=20
  < RateLimit: "daily";r=4;t=50000
  < Content-Type: application/json
  <
  < []
  `,
  `
  # RateLimit without a policy
  > GET /orders HTTP/1.1
  < HTTP/1.1 200 OK
  < RateLimit: "default";r=50;t=30
  < Content-Type: application/json
  <
  < []
  `,
  `
  # Retry-After is earlier than t of a policy that has quota left
  > GET /orders HTTP/1.1
  < HTTP/1.1 429 Too Many Requests
  < Retry-After: 30
  < RateLimit: "burst";r=0;t=30, "daily";r=400;t=50000
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: no-store
  <
  < At most 100 requests in a minute are allowed.
  `,
  `
  # a quota of 0, and one in bytes
  > GET /orders HTTP/1.1
  < HTTP/1.1 200 OK
  < RateLimit-Policy: "none";q=0, "bytes";q=65535;qu="content-bytes";w=10
  < Content-Type: application/json
  <
  < []
  `,
  `
  # a vendor's parameter, an inner partition key, and one client after another
  > GET /orders HTTP/1.1
  > Authorization: Bearer of-one
  < HTTP/1.1 200 OK
  < RateLimit-Policy: "free";q=100;w=60;acme-burst=20;pk=:b25l:
  < Content-Type: application/json
  < Cache-Control: private
  <
  < []
  > GET /orders HTTP/1.1
  > Authorization: Bearer of-another
  < HTTP/1.1 200 OK
  < RateLimit-Policy: "paid";q=10000;w=60;acme-burst=2000;pk=:YW5vdGhlcg==:
  < Content-Type: application/json
  < Cache-Control: private
  <
  < []
  `,
  `
  # Retry-After as a date, at the same second as t
  > GET /orders HTTP/1.1
  < HTTP/1.1 503 Service Unavailable
  < Date: Sat, 21 Nov 2026 08:00:00 GMT
  < Retry-After: Sat, 21 Nov 2026 08:00:59 GMT
  < RateLimit: "burst";r=0;t=60
  < Content-Type: text/plain; charset=utf-8
  < Cache-Control: no-store
  <
  < All hands are busy; try again in a minute.
  `,
  `
  # the same policy on every method
  > GET /orders HTTP/1.1
  < HTTP/1.1 200 OK
  < RateLimit-Policy: "burst";q=100;w=60
  < RateLimit: "burst";r=2;t=60
  < Content-Type: application/json
  <
  < []
  > GET /orders HTTP/1.1
  < HTTP/1.1 200 OK
  < RateLimit-Policy: "burst";q=100;w=60
  < RateLimit: "burst";r=1;t=59
  < Content-Type: application/json
  <
  < []
  `,
]
