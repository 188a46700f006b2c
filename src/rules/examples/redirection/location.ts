import type { RuleExample } from '../example.ts'

export const locationExamples: readonly RuleExample[] = [
  redirection('9110-15.4.2-301-location', '301 Moved Permanently'),
  redirection('9110-15.4.3-302-location', '302 Found'),
  redirection('9110-15.4.4-303-location', '303 See Other'),
  redirection('9110-15.4.8-307-location', '307 Temporary Redirect'),
  redirection('9110-15.4.9-308-location', '308 Permanent Redirect'),
  {
    rule: '9110-10.2.2-location-single-uri-reference',
    passes: [
      `
      > GET /caf%C3%A9 HTTP/1.1
      < HTTP/1.1 301 Moved Permanently
      < Location: /caf%C3%A9/?q=%22a%20b%22&ref=//other.example#menu
      < Content-Type: text/plain; charset=utf-8
      <
      < It is at /caf%C3%A9/ now.
      `,
      `
      > GET / HTTP/1.1
      < HTTP/1.1 302 Found
      < Location: //[2001:db8::7]:8443/start
      < Content-Type: text/plain; charset=utf-8
      <
      < Found. Redirecting to //[2001:db8::7]:8443/start
      `,
    ],
    breaks: [
      `
      > GET /old HTTP/1.1
      < HTTP/1.1 302 Found
      < Location: /a b
      < Content-Type: text/plain; charset=utf-8
      <
      < Found. Redirecting to /a b
      `,
      `
      > GET /old HTTP/1.1
      < HTTP/1.1 302 Found
      < Location: /search?q="<x>"
      < Content-Type: text/plain; charset=utf-8
      <
      < Look at the search.
      `,
      `
      > GET /old HTTP/1.1
      < HTTP/1.1 302 Found
      < Location: /100%
      < Content-Type: text/plain; charset=utf-8
      <
      < Found. Redirecting to /100%
      `,
      `
      > GET /old HTTP/1.1
      < HTTP/1.1 302 Found
      < Location: 127.0.0.1:3000/new
      < Content-Type: text/plain; charset=utf-8
      <
      < Found. Redirecting to 127.0.0.1:3000/new
      `,
    ],
  },
  {
    rule: '9110-10.2.2-201-location-specific-uri',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < ETag: "a1"
      <
      < []
      > POST /orders HTTP/1.1
      > Content-Type: application/json
      >
      > {"item":"x"}
      < HTTP/1.1 201 Created
      < Location: /orders/43
      < Content-Type: application/json
      <
      < {"id":43}
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      < ETag: "a1"
      <
      < []
      > POST /orders HTTP/1.1
      > Content-Type: application/json
      >
      > {"item":"x"}
      < HTTP/1.1 201 Created
      < Location: http://api.example/orders
      < Content-Type: application/json
      <
      < {"id":43}
      `,
    ],
  },
]

function redirection(rule: string, status: string): RuleExample {
  return {
    rule,
    passes: [
      `
      > GET /old HTTP/1.1
      < HTTP/1.1 ${status}
      < Location: https://api.example/new
      < Content-Type: text/html; charset=utf-8
      <
      < <!doctype html><title>Moved</title><a href="https://api.example/new">It is over there</a>
      `,
      `
      > HEAD /old HTTP/1.1
      < HTTP/1.1 ${status}
      < Location: ../new?from=old
      < Content-Type: text/html; charset=utf-8
      `,
    ],
    breaks: [
      `
      > GET /old HTTP/1.1
      < HTTP/1.1 ${status}
      < Content-Type: text/html; charset=utf-8
      <
      < <!doctype html><title>Moved</title><a href="/new">It is over there</a>
      `,
      `
      > GET /old HTTP/1.1
      < HTTP/1.1 ${status}
      < Refresh: 0; url=/new
      < Content-Type: text/plain; charset=utf-8
      <
      < It is over there: /new
      `,
    ],
  }
}
