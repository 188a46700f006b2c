import { describe, expect, it } from 'vitest'
import { ExchangeView, exchangeOf, type Need, rules, rulesFor } from '../../src/rules/index.ts'

const PLAIN = `
  > GET /orders/42 HTTP/1.1
  > Accept: application/json
  < HTTP/1.1 200 OK
  < Content-Type: application/json; charset=utf-8
  <
  < {"id":42}
`

const FULL = PLAIN.replace(
  '\n  <\n',
  `
  < Access-Control-Allow-Origin: https://shop.example
  < Access-Control-Expose-Headers: ETag, Link
  < Cache-Control: private, max-age=60
  < Connection: keep-alive
  < Content-Language: en
  < Content-Security-Policy: default-src 'self'
  < ETag: W/"5e"
  < Keep-Alive: timeout=5
  < Last-Modified: Fri, 20 Nov 2026 08:00:00 GMT
  < Link: </orders/43>; rel="next"
  < Referrer-Policy: no-referrer
  < Server: shop
  < Set-Cookie: a=b; Path=/
  < Strict-Transport-Security: max-age=31536000
  < Vary: Accept, Origin
  < X-Content-Type-Options: nosniff
  < X-Request-Id: 7
  <
`,
)

describe('the rulebook', () => {
  // Auditing takes as long as there are rules to ask: `npm run bench -- --only audit` says how long.
  it.each([
    ['a plain 200', PLAIN, 40],
    ['a 200 with 20 fields', FULL, 80],
    ['a plain 204', PLAIN.replace(/200 OK.*/s, '204 No Content\n'), 35],
    ['a plain 500', PLAIN.replace('200 OK', '500 Internal Server Error'), 55],
  ])('has few of its rules to ask about %s', (_name, transcript, most) => {
    expect(rulesFor(new ExchangeView(exchangeOf(transcript))).length).toBeLessThanOrEqual(most)
  })

  it('asks nothing of what an observer did not see', () => {
    const { request, response } = exchangeOf(PLAIN)
    const { version, status, fields } = response
    const view = new ExchangeView({ request, response: { version, status, fields, combined: true } })
    const blind: readonly Need[] = ['content', 'length', 'lines', 'head', 'end', 'connection', 'trailers', 'interim']
    const asked = rulesFor(view).filter(({ needs = [] }) => needs.some((need) => blind.includes(need)))
    expect(asked.map(({ id }) => id)).toEqual([])
  })

  it('asks each rule once, whatever fields it is for', () => {
    const asked = rulesFor(new ExchangeView(exchangeOf(FULL)))
    expect(new Set(asked).size).toBe(asked.length)
    expect(asked.length).toBeLessThan(rules.length / 4)
  })
})
