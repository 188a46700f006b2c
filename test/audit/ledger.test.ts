import { describe, expect, it } from 'vitest'
import { Ledger, type LedgerRoute, ledgerPage, type Violation } from '../../src/audit/index.ts'
import { type Exchange, type Rule, rules } from '../../src/rules/index.ts'

const exchange: Exchange = {
  request: { method: 'GET', target: '/', version: '1.1', fields: [] },
  response: { version: '1.1', status: 200, fields: [['X-A', '1']] },
}

function ruleAt(index: number): Rule {
  const rule = rules[index]
  if (rule === undefined) throw new Error('there is no such rule')
  return rule
}

const violation = (index = 0, evidence = 'e'): Violation => ({ rule: ruleAt(index), what: 'w', evidence })

describe('a ledger', () => {
  it('gives what is new, and counts the rest', () => {
    const ledger = new Ledger()
    expect(ledger.note('a', exchange, [violation(0), violation(1)])).toHaveLength(2)
    expect(ledger.note('a', exchange, [violation(1)])).toEqual([])
    expect(ledger.note('b', exchange, [])).toEqual([])
    const [a, b] = ledger.routes()
    expect([a?.route, a?.exchanges, a?.entries.map(({ count }) => count)]).toEqual(['a', 2, [1, 2]])
    expect([b?.route, b?.exchanges, b?.entries]).toEqual(['b', 1, []])
    expect(a?.entries[0]?.transcript).toBe('> GET / HTTP/1.1\n< HTTP/1.1 200\n< X-A: 1')
  })

  it('gives copies', () => {
    const ledger = new Ledger()
    const [entry] = ledger.note('a', exchange, [violation()])
    const before = ledger.routes()
    ledger.note('a', exchange, [violation()])
    expect([entry?.count, before[0]?.entries[0]?.count, ledger.routes()[0]?.entries[0]?.count]).toEqual([1, 1, 2])
  })

  it('holds so many routes, whatever is made up', () => {
    const ledger = new Ledger(2)
    for (let index = 0; index < 10_000; index++) ledger.note(`${index}`, exchange, [violation()])
    expect(ledger.routes().map(({ route, exchanges }) => [route, exchanges])).toEqual([
      ['0', 1],
      ['1', 1],
      ['(other routes)', 9998],
    ])
  })

  it('holds so much text: what comes later is told whole, and counted', () => {
    const ledger = new Ledger()
    const fields = Array.from({ length: 200 }, (_, at): [string, string] => [`X-${at}`, 'v'.repeat(5000)])
    const long: Exchange = { ...exchange, response: { ...exchange.response, fields } }
    for (let index = 0; index < 400; index++) ledger.note(`${index}`, long, [violation()])
    const [entry] = ledger.note('last', long, [violation()])
    expect(entry?.transcript.length).toBeGreaterThan(10_000)
    const kept = ledger.routes()
    expect(JSON.stringify(kept).length).toBeLessThan(6_000_000)
    expect(kept.at(-1)?.entries[0]).toMatchObject({ count: 1, transcript: '', violation: { what: '', evidence: '' } })
    expect(ledger.note('last', long, [violation()])).toEqual([])
    expect(ledgerPage(kept)).not.toContain('<pre></pre>')
  })

  it('makes texts short, and legible on a terminal', () => {
    const ledger = new Ledger()
    const evidence = `\u001b[31m${'x'.repeat(1000)}\n${'line\n'.repeat(50)}`
    const [entry] = ledger.note(`\u0007${'r'.repeat(1000)}`, exchange, [violation(0, evidence)])
    expect(entry?.violation.evidence).toMatch(/^\\u\{1b\}\[31mx{290,}… \(1005 characters\)\nline\n/)
    expect(entry?.violation.evidence).toMatch(/\nline\n…$/)
    expect(ledger.routes()[0]?.route).toMatch(/^\\u\{7\}r{199}… \(1001 characters\)$/)
  })
})

describe('the page', () => {
  const route = (changes: Partial<LedgerRoute>): LedgerRoute => ({
    route: 'GET /',
    exchanges: 1,
    entries: [],
    ...changes,
  })
  const entry = (rule: Rule, count = 1) => ({ violation: { ...violation(), rule }, transcript: 't', count })

  it('says what was seen', () => {
    expect(ledgerPage([])).toContain('<p>0 exchanges on 0 routes; no rule was broken.</p>')
    const page = ledgerPage([route({ exchanges: 3, entries: [entry(ruleAt(0)), entry(ruleAt(1), 2)] }), route({})])
    expect(page).toContain('<p>4 exchanges on 2 routes; rules broken: 2.</p>')
    expect(page).toContain('(once)')
    expect(page).toContain('(2 times)')
    expect(page.match(/<section>/g)).toHaveLength(1)
  })

  it.each([
    ['MUST', 'must'],
    ['MUST NOT', 'must'],
    ['SHOULD NOT', 'should'],
    ['advice', 'advice'],
  ] as const)('marks %s', (level, name) => {
    const page = ledgerPage([route({ entries: [entry({ ...ruleAt(0), level })] })])
    expect(page).toContain(`<details class="${name}">`)
  })

  it('escapes all there is', () => {
    const hostile = '</pre><script>alert("1")</script>&\''
    const texts = { what: hostile, evidence: hostile }
    const rule = { ...ruleAt(0), id: hostile, statement: hostile, remedy: hostile, rfc: hostile, section: hostile }
    const page = ledgerPage([
      route({ route: hostile, entries: [{ violation: { rule, ...texts }, transcript: hostile, count: 1 }] }),
    ])
    expect(page).not.toContain('<script')
    expect(page).not.toContain('"1"')
    expect(page.match(/&lt;script&gt;/g)?.length).toBeGreaterThanOrEqual(8)
  })
})
