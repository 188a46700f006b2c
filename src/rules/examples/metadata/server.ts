import type { RuleExample } from '../example.ts'

export const serverExamples: readonly RuleExample[] = [
  {
    rule: '9110-10.2.4-server-field-grammar',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Server: Apache/2.4 (Debian) mod_ssl/2.4
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Server: Jetty(9.4.51.v20230217)
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Server: shop, v2
      < Content-Type: application/json
      <
      < []
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Server: 
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
  {
    rule: '9110-10.2.4-server-field-few-subproducts',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Server: Apache mod_ssl
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Server: Apache mod_ssl mod_perl PHP Perl
      < Content-Type: application/json
      <
      < []
      `,
    ],
  },
]
