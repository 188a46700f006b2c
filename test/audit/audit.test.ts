import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  audit,
  citationOf,
  describeViolation,
  isMust,
  linkOf,
  type Selection,
  select,
  unknownRules,
} from '../../src/audit/index.ts'
import { exchangeOf, type Rule, ruleOf } from '../../src/rules/index.ts'

const BARE_401 = '9110-15.5.2-www-authenticate'
const bare = exchangeOf('> GET / HTTP/1.1\n< HTTP/1.1 401 Unauthorized\n< Cache-Control: no-store')

function known(id: string): Rule {
  const rule = ruleOf(id)
  if (rule === undefined) throw new Error(`There is no rule ${id}.`)
  return rule
}

afterEach(() => void vi.restoreAllMocks())

describe('audit()', () => {
  it('finds what is wrong', () => {
    expect(audit(bare).map(({ rule }) => rule.id)).toContain(BARE_401)
  })

  it('asks the rules that are wanted', () => {
    expect(audit(bare, () => false)).toEqual([])
  })

  it('says nothing that depends on a request that was not seen', () => {
    vi.spyOn(known(BARE_401), 'check').mockImplementation(({ request }) => ({ what: request.method, evidence: '' }))
    expect(audit({ response: bare.response }).map(({ rule }) => rule.id)).not.toContain(BARE_401)
    expect(audit(bare).map(({ rule }) => rule.id)).toContain(BARE_401)
  })

  it('throws what a rule throws, or goes on with the other rules', () => {
    const whole = audit(bare).map(({ rule }) => rule.id)
    const failure = new Error('a rule')
    vi.spyOn(known(BARE_401), 'check').mockImplementation(() => {
      throw failure
    })
    expect(() => audit(bare)).toThrow(failure)
    const onFailure = vi.fn()
    const found = audit(bare, undefined, onFailure).map(({ rule }) => rule.id)
    expect(found).toEqual(whole.filter((id) => id !== BARE_401))
    expect(onFailure.mock.calls).toEqual([[known(BARE_401), failure]])
  })
})

describe('select()', () => {
  const rule = (changes: Partial<Rule>): Rule => ({ ...known(BARE_401), ...changes })
  const all: Rule[] = [
    rule({ level: 'MUST' }),
    rule({ level: 'MUST NOT', decidedBy: 'application' }),
    rule({ level: 'SHOULD' }),
    rule({ level: 'SHOULD NOT', decidedBy: 'application' }),
    rule({ level: 'advice' }),
  ]

  it.each([
    ['MUST', [true, true, false, false, false]],
    ['SHOULD', [true, true, true, true, false]],
    ['advice', [true, true, true, true, true]],
  ] as const)('%s', (level, wanted) => {
    expect(all.map(select({ level, ignore: [] }))).toEqual(wanted)
    expect(all.map(isMust)).toEqual([true, true, false, false, false])
  })

  it('leaves out the SHOULDs that the application decides, where only the server is judged', () => {
    expect(all.map(select({ level: 'SHOULD', ignore: [], decidedBy: 'server' }))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
    expect(all.map(select({ level: 'advice', ignore: [], decidedBy: 'server' }))).toEqual([
      true,
      true,
      true,
      false,
      true,
    ])
  })

  it('leaves out what is ignored', () => {
    expect(select({ level: 'advice', ignore: [BARE_401] })(known(BARE_401))).toBe(false)
  })

  it('refuses what there is not', () => {
    expect(() => select({ level: 'HIGH', ignore: [] } as unknown as Selection)).toThrow(/level is .*, not HIGH/)
    expect(() => select({ level: 'MUST', ignore: ['no-rule'] })).toThrow(/no-rule/)
    expect(unknownRules(['no-rule', BARE_401])).toEqual(['no-rule'])
  })
})

describe('where a rule is from', () => {
  it.each([
    [{ rfc: '9110', section: '15.5.6' }, 'RFC 9110 §15.5.6', 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.6'],
    [{ rfc: '9110', section: 'B' }, 'RFC 9110 §B', 'https://www.rfc-editor.org/rfc/rfc9110#appendix-B'],
    [{ rfc: 'draft-x', section: '2' }, 'draft-x §2', 'https://datatracker.ietf.org/doc/html/draft-x#section-2'],
  ])('%o', (rule, citation, link) => {
    expect(citationOf(rule)).toBe(citation)
    expect(linkOf(rule)).toBe(link)
  })
})

describe('a violation as text', () => {
  const violation = { rule: known(BARE_401), what: 'It\u0007 is', evidence: 'Cookie: a=secret\nsecond' }

  it('says the rule, what is wrong, the evidence, what to do, and where to read on', () => {
    const { rule } = violation
    expect(describeViolation(violation).split('\n')).toEqual([
      `MUST       RFC 9110 §15.5.2  ${rule.statement}`,
      '  It\\u{7} is',
      '    Cookie: a=***',
      '    second',
      `  To mend it: ${rule.remedy}`,
      `  https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2  (${BARE_401})`,
    ])
  })

  it('marks what the output can mark', () => {
    expect(describeViolation(violation, (text) => `<${text}>`)).toMatch(/^<MUST {7}RFC 9110 §15\.5\.2> {2}/)
  })
})
