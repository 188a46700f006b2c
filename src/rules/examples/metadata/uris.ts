import type { RuleExample } from '../example.ts'

export const urisExamples: readonly RuleExample[] = [
  {
    rule: '9110-4.2.4-location-no-userinfo',
    passes: [
      `
      > GET /old HTTP/1.1
      < HTTP/1.1 301 Moved Permanently
      < Location: https://api.example/new?mail=a@b.example
      < Content-Type: text/plain; charset=utf-8
      <
      < See https://api.example/new?mail=a@b.example
      `,
      `
      > GET /old HTTP/1.1
      < HTTP/1.1 301 Moved Permanently
      < Location: /@user
      < Content-Type: text/plain; charset=utf-8
      <
      < See /@user
      `,
    ],
    breaks: [
      `
      > GET /old HTTP/1.1
      < HTTP/1.1 301 Moved Permanently
      < Location: https://admin:secret@api.example/new
      < Content-Type: text/plain; charset=utf-8
      <
      < See https://admin:secret@api.example/new
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Link: <http://@api.example/>; rel="next"
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Location: //me@api.example/orders
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: '9110-4.2.1-location-no-empty-host-http',
    passes: [
      `
      > GET /old HTTP/1.1
      < HTTP/1.1 301 Moved Permanently
      < Location: http://api.example/new
      < Content-Type: text/plain; charset=utf-8
      <
      < See http://api.example/new
      `,
    ],
    breaks: [
      `
      > GET /old HTTP/1.1
      < HTTP/1.1 301 Moved Permanently
      < Location: http:///new
      < Content-Type: text/plain; charset=utf-8
      <
      < See http:///new
      `,
      `
      > GET /old HTTP/1.1
      < HTTP/1.1 301 Moved Permanently
      < Location: http://:8080/new
      < Content-Type: text/plain; charset=utf-8
      <
      < See http://:8080/new
      `,
    ],
  },
  {
    rule: '9110-4.2.2-location-no-empty-host-https',
    passes: [
      `
      > GET /old HTTP/1.1
      < HTTP/1.1 301 Moved Permanently
      < Location: https://api.example/new
      < Content-Type: text/plain; charset=utf-8
      <
      < See https://api.example/new
      `,
    ],
    breaks: [
      `
      > GET /old HTTP/1.1
      < HTTP/1.1 301 Moved Permanently
      < Location: https:///new
      < Content-Type: text/plain; charset=utf-8
      <
      < See https:///new
      `,
      `
      # secure
      > GET /old HTTP/1.1
      < HTTP/1.1 301 Moved Permanently
      < Location: ///new
      < Content-Type: text/plain; charset=utf-8
      <
      < See ///new
      `,
    ],
  },
]
