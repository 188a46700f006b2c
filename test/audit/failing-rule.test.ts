import { afterEach, describe, expect, it } from 'vitest'
import { audit } from '../../src/audit/index.ts'
import { exchangeOf, type Rule, ruleOf } from '../../src/rules/index.ts'

const exchange = exchangeOf(`
  > GET / HTTP/1.1
  < HTTP/1.1 401 Unauthorized
  < Content-Type: text/plain; charset=utf-8
  < Content-Length: x
  <
  < Who are you?
`)
const rule = ruleOf('9110-15.5.2-www-authenticate') as { -readonly [Key in keyof Rule]: Rule[Key] }
const { check } = rule

const fail = (): never => {
  throw new Error('a rule that throws')
}

afterEach(() => {
  rule.check = check
  Reflect.deleteProperty(rule, 'applies')
})

describe.each(['applies', 'check'] as const)('a rule whose %s throws', (part) => {
  it('is told, and the others are asked all the same', () => {
    const others = audit(exchange).filter((violation) => violation.rule !== rule)
    expect(others).not.toEqual([])
    rule[part] = fail
    const failed: string[] = []
    expect(audit(exchange, undefined, ({ id }, error) => failed.push(`${id}: ${error}`))).toEqual(others)
    expect(failed).toEqual(['9110-15.5.2-www-authenticate: Error: a rule that throws'])
  })

  it('throws where nobody wants to be told', () => {
    rule[part] = fail
    expect(() => audit(exchange)).toThrow('a rule that throws')
  })
})
