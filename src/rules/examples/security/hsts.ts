import type { RuleExample } from '../example.ts'

export const hstsExamples: readonly RuleExample[] = [
  {
    rule: '6797-7.2-hsts-not-over-http',
    passes: [
      `
      # secure
      > GET / HTTP/1.1
      < HTTP/1.1 200 OK
      < Strict-Transport-Security: max-age=31536000; includeSubDomains
      < Content-Type: text/html; charset=utf-8
      < Cache-Control: no-cache
      <
      < <!DOCTYPE html><title>Shop</title>
      `,
      `
      # insecure
      > GET / HTTP/1.1
      > X-Forwarded-Proto: https
      < HTTP/1.1 200 OK
      < Strict-Transport-Security: max-age=31536000; includeSubDomains
      < Content-Type: text/html; charset=utf-8
      < Cache-Control: no-cache
      <
      < <!DOCTYPE html><title>Shop</title>
      `,
    ],
    breaks: [
      `
      # insecure
      > GET / HTTP/1.1
      < HTTP/1.1 200 OK
      < Strict-Transport-Security: max-age=31536000; includeSubDomains
      < Content-Type: text/html; charset=utf-8
      < Cache-Control: no-cache
      <
      < <!DOCTYPE html><title>Shop</title>
      `,
      `
      # insecure
      > GET / HTTP/1.1
      < HTTP/1.1 301 Moved Permanently
      < Location: https://api.example/
      < Strict-Transport-Security: max-age=31536000; includeSubDomains
      < Content-Type: text/plain; charset=utf-8
      <
      < See https://api.example/
      `,
    ],
  },
  {
    rule: '6797-7.1-hsts-single',
    passes: [
      `
      > GET / HTTP/1.1
      < HTTP/1.1 200 OK
      < Strict-Transport-Security: max-age=31536000; includeSubDomains
      < Content-Type: text/html; charset=utf-8
      < Cache-Control: no-cache
      <
      < <!DOCTYPE html><title>Shop</title>
      `,
    ],
    breaks: [
      `
      > GET / HTTP/1.1
      < HTTP/1.1 200 OK
      < Strict-Transport-Security: max-age=31536000; includeSubDomains
      < Strict-Transport-Security: max-age=31536000; includeSubDomains
      < Content-Type: text/html; charset=utf-8
      < Cache-Control: no-cache
      <
      < <!DOCTYPE html><title>Shop</title>
      `,
      `
      > GET / HTTP/1.1
      < HTTP/1.1 200 OK
      < Strict-Transport-Security: max-age=31536000; includeSubDomains
      < Strict-Transport-Security: max-age=0
      < Content-Type: text/html; charset=utf-8
      < Cache-Control: no-cache
      <
      < <!DOCTYPE html><title>Shop</title>
      `,
    ],
  },
  {
    rule: '6797-6.1-hsts-max-age',
    passes: [
      `
      # secure
      > GET / HTTP/1.1
      < HTTP/1.1 200 OK
      < Strict-Transport-Security: max-age="31536000"
      < Content-Type: text/html; charset=utf-8
      < Cache-Control: no-cache
      <
      < <!DOCTYPE html><title>Shop</title>
      `,
      `
      # secure
      > GET / HTTP/1.1
      < HTTP/1.1 200 OK
      < Strict-Transport-Security: includeSubDomains ; Max-Age = 0;
      < Content-Type: text/html; charset=utf-8
      < Cache-Control: no-cache
      <
      < <!DOCTYPE html><title>Shop</title>
      `,
    ],
    breaks: [
      `
      # secure
      > GET / HTTP/1.1
      < HTTP/1.1 200 OK
      < Strict-Transport-Security: includeSubDomains; preload
      < Content-Type: text/html; charset=utf-8
      < Cache-Control: no-cache
      <
      < <!DOCTYPE html><title>Shop</title>
      `,
      `
      # secure
      > GET / HTTP/1.1
      < HTTP/1.1 200 OK
      < Strict-Transport-Security: max-age=1y
      < Content-Type: text/html; charset=utf-8
      < Cache-Control: no-cache
      <
      < <!DOCTYPE html><title>Shop</title>
      `,
      `
      # secure
      > GET / HTTP/1.1
      < HTTP/1.1 200 OK
      < Strict-Transport-Security: max-age=-1
      < Content-Type: text/html; charset=utf-8
      < Cache-Control: no-cache
      <
      < <!DOCTYPE html><title>Shop</title>
      `,
    ],
  },
  {
    rule: '6797-6.1-hsts-directives-once',
    passes: [
      `
      # secure
      > GET / HTTP/1.1
      < HTTP/1.1 200 OK
      < Strict-Transport-Security: max-age=31536000; includeSubDomains; preload
      < Content-Type: text/html; charset=utf-8
      < Cache-Control: no-cache
      <
      < <!DOCTYPE html><title>Shop</title>
      `,
    ],
    breaks: [
      `
      # secure
      > GET / HTTP/1.1
      < HTTP/1.1 200 OK
      < Strict-Transport-Security: max-age=31536000; max-age=0
      < Content-Type: text/html; charset=utf-8
      < Cache-Control: no-cache
      <
      < <!DOCTYPE html><title>Shop</title>
      `,
      `
      # secure
      > GET / HTTP/1.1
      < HTTP/1.1 200 OK
      < Strict-Transport-Security: max-age=31536000; includeSubDomains; includesubdomains
      < Content-Type: text/html; charset=utf-8
      < Cache-Control: no-cache
      <
      < <!DOCTYPE html><title>Shop</title>
      `,
    ],
  },
  {
    rule: '6797-7.1-hsts-on-secure',
    passes: [
      `
      # secure
      > GET / HTTP/1.1
      < HTTP/1.1 200 OK
      < Strict-Transport-Security: max-age=31536000; includeSubDomains
      < Content-Type: text/html; charset=utf-8
      < Cache-Control: no-cache
      <
      < <!DOCTYPE html><title>Shop</title>
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Strict-Transport-Security: max-age=31536000; includeSubDomains
      < Content-Type: text/plain; charset=utf-8
      <
      < Nothing here.
      `,
      `
      # secure
      > GET / HTTP/1.1
      < HTTP/1.1 200 OK
      < Strict-Transport-Security: max-age=0
      < Content-Type: text/html; charset=utf-8
      < Cache-Control: no-cache
      <
      < <!DOCTYPE html><title>Shop</title>
      > GET / HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset=utf-8
      < Cache-Control: no-cache
      <
      < <!DOCTYPE html><title>Shop</title>
      `,
    ],
    breaks: [
      `
      # secure
      > GET / HTTP/1.1
      < HTTP/1.1 200 OK
      < Strict-Transport-Security: max-age=31536000; includeSubDomains
      < Content-Type: text/html; charset=utf-8
      < Cache-Control: no-cache
      <
      < <!DOCTYPE html><title>Shop</title>
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < Nothing here.
      `,
      `
      # secure
      > GET / HTTP/1.1
      < HTTP/1.1 200 OK
      < Strict-Transport-Security: max-age=31536000; includeSubDomains
      < Content-Type: text/html; charset=utf-8
      < Cache-Control: no-cache
      <
      < <!DOCTYPE html><title>Shop</title>
      > GET /orders HTTP/1.1
      < HTTP/1.1 500 Internal Server Error
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: no-store
      <
      < Sorry.
      `,
    ],
  },
  {
    rule: '6797-7.2-hsts-redirect',
    passes: [
      `
      # insecure
      # earlier secure
      > GET / HTTP/1.1
      < HTTP/1.1 200 OK
      < Strict-Transport-Security: max-age=31536000; includeSubDomains
      < Content-Type: text/html; charset=utf-8
      < Cache-Control: no-cache
      <
      < <!DOCTYPE html><title>Shop</title>
      > GET / HTTP/1.1
      < HTTP/1.1 301 Moved Permanently
      < Location: https://api.example/
      < Content-Type: text/plain; charset=utf-8
      <
      < See https://api.example/
      `,
      `
      # insecure
      # earlier secure
      > GET / HTTP/1.1
      < HTTP/1.1 200 OK
      < Strict-Transport-Security: max-age=31536000; includeSubDomains
      < Content-Type: text/html; charset=utf-8
      < Cache-Control: no-cache
      <
      < <!DOCTYPE html><title>Shop</title>
      > GET / HTTP/1.1
      < HTTP/1.1 308 Permanent Redirect
      < Location: https://api.example/
      < Content-Type: text/plain; charset=utf-8
      <
      < See https://api.example/
      `,
    ],
    breaks: [
      `
      # insecure
      # earlier secure
      > GET / HTTP/1.1
      < HTTP/1.1 200 OK
      < Strict-Transport-Security: max-age=31536000; includeSubDomains
      < Content-Type: text/html; charset=utf-8
      < Cache-Control: no-cache
      <
      < <!DOCTYPE html><title>Shop</title>
      > GET / HTTP/1.1
      < HTTP/1.1 302 Found
      < Location: https://api.example/
      < Content-Type: text/plain; charset=utf-8
      <
      < See https://api.example/
      `,
      `
      # insecure
      # earlier secure
      > GET / HTTP/1.1
      < HTTP/1.1 200 OK
      < Strict-Transport-Security: max-age=31536000; includeSubDomains
      < Content-Type: text/html; charset=utf-8
      < Cache-Control: no-cache
      <
      < <!DOCTYPE html><title>Shop</title>
      > GET / HTTP/1.1
      < HTTP/1.1 301 Moved Permanently
      < Location: http://www.api.example/
      < Content-Type: text/plain; charset=utf-8
      <
      < See http://www.api.example/
      `,
      `
      # insecure
      # earlier secure
      > GET / HTTP/1.1
      < HTTP/1.1 200 OK
      < Strict-Transport-Security: max-age=31536000; includeSubDomains
      < Content-Type: text/html; charset=utf-8
      < Cache-Control: no-cache
      <
      < <!DOCTYPE html><title>Shop</title>
      > GET / HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/html; charset=utf-8
      < Cache-Control: no-cache
      <
      < <!DOCTYPE html><title>Shop</title>
      `,
    ],
  },
]
