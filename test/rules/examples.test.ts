import { describe, expect, it } from 'vitest'
import { audit } from '../../src/audit/index.ts'
import { examples } from '../../src/rules/examples/index.ts'
import { ExchangeView, exchangeOf, rules, rulesFor } from '../../src/rules/index.ts'

const violated = (transcript: string): string[] => audit(exchangeOf(transcript)).map(({ rule }) => rule.id)

describe.each(examples)('the rule $rule', ({ rule: id, passes, breaks, also = [] }) => {
  it.each(passes)('speaks of what obeys it, and nothing is found: %s', (transcript) => {
    const spoken = [...rulesFor(new ExchangeView(exchangeOf(transcript)))].map((rule) => rule.id)
    expect(spoken).toContain(id)
    expect(violated(transcript)).toEqual([])
  })

  it.each(breaks)('finds the fault, and only that: %s', (transcript) => {
    const found = violated(transcript)
    expect(found).toContain(id)
    expect(found.filter((other) => other !== id && !also.includes(other))).toEqual([])
  })
})

describe('the rulebook', () => {
  it('has an example that passes and one that fails for every rule', () => {
    const shown = examples
      .filter(({ passes, breaks }) => passes.length > 0 && breaks.length > 0)
      .map(({ rule }) => rule)
    expect(shown.sort()).toEqual(rules.map(({ id }) => id).sort())
  })

  it('names every rule once', () => {
    const ids = rules.flatMap(({ id, covers = [] }) => [id, ...covers])
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it('has no fault beside the one that an example shows without need', () => {
    const needless = examples.flatMap(({ rule, breaks, also = [] }) => {
      const found = new Set(breaks.flatMap(violated))
      return also.filter((other) => !found.has(other)).map((other) => `${rule}: ${other}`)
    })
    expect(needless).toEqual([])
  })

  it('says what breaks a rule with evidence, and how to obey', () => {
    for (const { breaks } of examples) {
      for (const { what, evidence, rule } of breaks.flatMap((transcript) => audit(exchangeOf(transcript)))) {
        expect(what, rule.id).toMatch(/^\P{Ll}.*[.!?]$/su)
        expect(evidence, rule.id).not.toBe('')
        expect(rule.remedy, rule.id).toMatch(/[.!)]$/)
        expect(rule.statement, rule.id).toMatch(/^\P{Ll}.*\.$/su)
      }
    }
  })
})
