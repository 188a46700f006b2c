import { describe, expect, it } from 'vitest'
import { audit } from '../../src/audit/index.ts'
import { examples } from '../../src/rules/examples/index.ts'
import { exchangeOf } from '../../src/rules/index.ts'
import recorded from './findings.json' with { type: 'json' }

// Changed a text on purpose? `npm run docs` records it (scripts/findings.ts).
const findings: Readonly<Record<string, readonly (readonly string[])[]>> = recorded

describe('what is said of each example that breaks a rule', () => {
  it.each(examples)('$rule', ({ rule: id, breaks }) => {
    const found = breaks
      .flatMap((transcript) => audit(exchangeOf(transcript)))
      .filter(({ rule }) => rule.id === id)
      .map(({ what, evidence }) => [what, evidence])
    expect(found).toEqual(findings[id])
  })

  it('is recorded of no rule that there is no more', () => {
    expect(Object.keys(findings).sort()).toEqual(examples.map(({ rule }) => rule).sort())
  })
})
