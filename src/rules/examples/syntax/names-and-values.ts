import type { RuleExample } from '../example.ts'

export const nameAndValueExamples: readonly RuleExample[] = [
  {
    rule: '9110-5.1-field-name-token',
    passes: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < X_Served!By~1: a
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
    breaks: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < X-Served By: a
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < X-Größe: 3
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < "X-Served": a
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
  },
  {
    rule: '9110-5.5-no-cr-lf-nul-ctl',
    passes: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < X-Served-By: a␉b
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
    breaks: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < X-Served-By: a␀b
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < X-Served-By: ␛[31ma
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < X-Served-By: a␡
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
      `
      > GET /orders/42 HTTP/2
      < HTTP/2 404
      < x-served-by: a␍␊set-cookie: b=c
      < content-type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
  },
  {
    rule: '9110-5.5-redirect-no-response-splitting',
    passes: [
      `
      > GET /login?next=%2F%0d%0aSet-Cookie:%20session=attacker HTTP/1.1
      < HTTP/1.1 302 Found
      < Location: /%0D%0ASet-Cookie:%20session=attacker
      < Content-Type: text/plain; charset=utf-8
      <
      < Found. Redirecting to /
      `,
      `
      > GET /login?next=%0d%0aX-Injected:+yes HTTP/1.1
      < HTTP/1.1 400 Bad Request
      < Content-Type: text/plain; charset=utf-8
      <
      < next is no path.
      `,
    ],
    breaks: [
      `
      > GET /login?next=%2F%0d%0aSet-Cookie:%20session=attacker HTTP/1.1
      < HTTP/1.1 302 Found
      < Location: /
      < Set-Cookie: session=attacker
      < Content-Type: text/plain; charset=utf-8
      <
      < Found. Redirecting to /
      `,
      `
      > GET /login?next=%0aX-Injected%3a+yes&lang=de HTTP/1.1
      < HTTP/1.1 302 Found
      < Location: /
      < x-injected: yes
      < Content-Type: text/plain; charset=utf-8
      <
      < Found. Redirecting to /
      `,
    ],
  },
  {
    rule: '9110-5.5-custom-fields-ascii',
    passes: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < X-Reason: kein%20Auftrag%20f%C3%BCr%20Sie
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Disposition: attachment; filename="größe.json"
      < Content-Type: application/json
      <
      < []
      `,
    ],
    breaks: [
      `
      > GET /orders/42 HTTP/1.1
      < HTTP/1.1 404 Not Found
      < X-Reason: kein Auftrag für Sie
      < Content-Type: text/plain; charset=utf-8
      <
      < No order 42
      `,
    ],
  },
]
