import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ExchangeView, exchangeOf, type Need, type Rule, ruleOf, rules, rulesFor } from '../../src/rules/index.ts'

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

let unheardOf = 1000

/** Which rules are for a status is looked up once, and forgotten when there were too many statuses. */
function forget(): void {
  for (let count = 0; count <= 2000; count++)
    rulesFor(new ExchangeView({ response: { version: '1.1', status: unheardOf++, fields: [] } }))
}

describe('the rules for an exchange', () => {
  beforeAll(forget)

  const view = (transcript: string): ExchangeView => new ExchangeView(exchangeOf(transcript))
  const speaksOf = (rule: Rule, exchange: ExchangeView): boolean => {
    const { status } = exchange.response
    return (
      (rule.status?.some((range) => String(range).replace(/xx$/, String(status).slice(1)) === String(status)) ??
        true) &&
      (rule.fields?.some((name) => exchange.response.has(name)) ?? true) &&
      (rule.needs?.every((need) => exchange.sees(need)) ?? true) &&
      (rule.applies?.(exchange) ?? true)
    )
  }
  const answer = (status: number): string => FULL.replace('200 OK', String(status))

  it.each<[name: string, transcript: string]>([
    ['a plain 200', PLAIN],
    ['a 200 with 20 fields', FULL],
    ['a 404 after a 200, all of it seen', `# closed\n# secure\n${FULL}${answer(404)}`],
    ...[299, 300, 399, 401, 412, 499, 500, 599].map((status): [string, string] => [`a ${status}`, answer(status)]),
  ])('are those that say that they speak of it: %s', (_name, transcript) => {
    for (const exchange of [view(transcript), view(transcript)]) {
      const asked = rulesFor(exchange)
      expect(new Set(asked)).toEqual(new Set(rules.filter((rule) => speaksOf(rule, exchange))))
      expect(new Set(asked).size).toBe(asked.length)
    }
  })

  it('do not stand on a request that nobody saw, though others of them may', () => {
    const { request: _unseen, ...exchange } = exchangeOf(FULL)
    const asked = rulesFor(new ExchangeView(exchange))
    const alone = rules.filter((rule) => {
      const fresh = new ExchangeView(exchange)
      return speaksOf(rule, fresh) && !fresh.tellGuess()
    })
    expect(new Set(asked)).toEqual(new Set(alone))
  })
})

describe('a rule', () => {
  it('is found by its id, and by those of the rules that it covers', () => {
    for (const rule of rules) for (const id of [rule.id, ...(rule.covers ?? [])]) expect(ruleOf(id)).toBe(rule)
    expect(ruleOf('9110-1-nothing')).toBeUndefined()
  })

  describe('that cannot tell whether it speaks of an exchange', () => {
    const rule = ruleOf('9110-15.5.2-www-authenticate') as { -readonly [Key in keyof Rule]: Rule[Key] }
    const { request: _unseen, ...exchange } = exchangeOf(PLAIN.replace('200 OK', '401 Unauthorized'))

    beforeEach(() => {
      rule.applies = ({ request }) => {
        throw new Error(`Cannot tell of ${request.method}`)
      }
    })
    afterEach(() => {
      Reflect.deleteProperty(rule, 'applies')
    })

    it('is told, and its guess about the request is forgotten', () => {
      const failed: string[] = []
      const asked = rulesFor(new ExchangeView(exchange), ({ id }, error) => failed.push(`${id}: ${error}`))
      expect(failed).toEqual(['9110-15.5.2-www-authenticate: Error: Cannot tell of GET'])
      expect(asked).not.toContain(rule)
      Reflect.deleteProperty(rule, 'applies')
      expect(rulesFor(new ExchangeView(exchange)).filter((one) => one !== rule)).toEqual(asked)
    })

    it('throws where nobody wants to be told', () => {
      expect(() => rulesFor(new ExchangeView(exchange))).toThrow('Cannot tell of GET')
    })
  })
})
