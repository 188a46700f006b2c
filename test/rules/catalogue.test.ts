import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  brokenOnPurpose,
  type CatalogueRule,
  catalogue,
  notExecutable,
  rulesDocument,
} from '../../scripts/rules-document.ts'
import { rules } from '../../src/rules/index.ts'

const executable = new Map(rules.flatMap((rule) => [rule.id, ...(rule.covers ?? [])].map((id) => [id, rule])))
const known = new Map(catalogue.map((rule) => [rule.id, rule]))

describe('the catalogue', () => {
  it('has each rule either executable or with a reason why not', () => {
    const missing = catalogue.filter(({ id }) => !executable.has(id) && notExecutable[id] === undefined)
    expect(missing.map(({ id }) => id)).toEqual([])
  })

  it('has no reason for a rule that is executable, or unknown', () => {
    expect(Object.keys(notExecutable).filter((id) => executable.has(id) || !known.has(id))).toEqual([])
    expect(Object.values(notExecutable).filter((why) => !/^\P{Ll}.{5,}\.$/u.test(why))).toEqual([])
  })

  it('knows every rule of the rulebook', () => {
    expect([...executable.keys()].filter((id) => !known.has(id))).toEqual([])
  })

  it.each(rules)('agrees on RFC, section, level and topic of $id', ({ id, rfc, section, level, topic }) => {
    const rule = known.get(id)
    expect(levelsOf(rule)).toContain(level)
    expect({ rfc, section, topic }).toEqual({ rfc: rule?.rfc, section: rule?.section, topic: rule?.topic })
  })
})

/** The levels that a rule of the rulebook may have. */
function levelsOf(rule: CatalogueRule | undefined): readonly unknown[] {
  // The next draft may ask for something else.
  if (rule?.rfc.startsWith('draft-')) return ['advice']
  // What binds caches is advice to those whose responses they are to leave alone.
  return rule?.appliesTo === 'cache' ? [rule.level, 'advice'] : [rule?.level]
}

describe('the rulebook', () => {
  it('has at least 200 rules of MUST, MUST NOT, SHOULD and SHOULD NOT', () => {
    expect(rules.filter(({ level }) => level !== 'advice').length).toBeGreaterThanOrEqual(200)
  })

  it('has rules for every class of status', () => {
    const statuses = rules.flatMap(({ status = [] }) => status)
    for (const first of '12345') expect(statuses.some((status) => String(status).startsWith(first))).toBe(true)
  })
})

describe('docs/rules.md', () => {
  it('is what `npm run docs` writes', () => {
    expect(readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8')).toBe(rulesDocument())
  })

  it('gives reasons for rules that exist only', () => {
    expect(Object.keys(brokenOnPurpose).filter((id) => !executable.has(id))).toEqual([])
  })
})
