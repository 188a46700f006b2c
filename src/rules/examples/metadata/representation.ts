import type { RuleExample } from '../example.ts'

export const representationExamples: readonly RuleExample[] = [
  {
    rule: '9110-8.5.1-content-language-tags',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Language: en-US, zh-Hant
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Language: en_US
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Language: *
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Language: de, en;q=0.8
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: '9110-8.7-content-location-syntax',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Location: /orders.json?page=1
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Location: /orders#first
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Location: /the orders
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Location: http://[::1/orders
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: '9110-8.3.3-206-multipart-crlf',
    passes: [
      `
      > GET /file HTTP/1.1
      > Range: bytes=0-1,4-5
      < HTTP/1.1 206 Partial Content
      < ETag: "v1"
      < Content-Type: multipart/byteranges; boundary=THIS_SEPARATES
      <
      < --THIS_SEPARATES\r
      < Content-Type: text/plain\r
      < Content-Range: bytes 0-1/8\r
      < \r
      < ab\r
      < --THIS_SEPARATES\r
      < Content-Type: text/plain\r
      < Content-Range: bytes 4-5/8\r
      < \r
      < ef\r
      < --THIS_SEPARATES--\r
      < 
      `,
    ],
    breaks: [
      `
      > GET /file HTTP/1.1
      > Range: bytes=0-1,4-5
      < HTTP/1.1 206 Partial Content
      < ETag: "v1"
      < Content-Type: multipart/byteranges; boundary=THIS_SEPARATES
      <
      < --THIS_SEPARATES
      < Content-Type: text/plain
      < Content-Range: bytes 0-1/8
      <
      < ab\r
      < --THIS_SEPARATES\r
      < Content-Type: text/plain\r
      < Content-Range: bytes 4-5/8\r
      < \r
      < ef\r
      < --THIS_SEPARATES--\r
      < 
      `,
    ],
    also: ['9110-15.3.7.2-206-multi-multipart'],
  },
]
