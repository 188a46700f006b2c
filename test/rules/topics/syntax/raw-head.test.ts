import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { audit } from '../../../../src/audit/index.ts'
import { ResponseView } from '../../../../src/rules/exchange-view.ts'
import { isHead } from '../../../../src/rules/grammar/head.ts'
import { syntaxRules } from '../../../../src/rules/topics/syntax/index.ts'
import { shown, suspectHeadOf } from '../../../../src/rules/topics/syntax/raw-head.ts'

// Blanks too many are no fault of the grammar.
const LAYOUT = ['9110-5.6.3-ows-single-sp', '9110-5.6.3-ows-not-elsewhere']
const raw = new Set(syntaxRules.filter(({ id }) => !LAYOUT.includes(id)).map(({ id }) => id))

function faultsOf(head: string): string[] {
  // Lenient recipients: what of the head is no field is none of theirs.
  const fields = head
    .split('\n')
    .slice(1)
    .map((line) => /^([^:]+):(.*)$/s.exec(line))
    .filter((match) => match !== null)
    .map(([, name = '', value = '']): [string, string] => [name, value.replace(/^[\t ]+|[\t ]*\r?$/g, '')])
  const exchange = {
    request: { method: 'GET', target: '/', version: '1.1' as const, fields: [['Host', 'a']] as [string, string][] },
    response: { version: '1.1' as const, status: 204, fields, head },
  }
  return audit(exchange, ({ id }) => raw.has(id)).map(({ rule }) => rule.id)
}

const line = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('X-A', ': ', 'b', 'HTTP/1.1', ' ', '204', ':', 'c d') },
      { weight: 1, arbitrary: fc.constantFrom('\r', '\0', '\t', '\x7f', '\xe9', '"', '(', '\x1b') },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((pieces) => pieces.join(''))

describe('a raw head', () => {
  it('breaks a rule if and only if it is none by the grammar (RFC 9112 §2 to §5)', () => {
    const start = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('HTTP/1.1 204 No Content', 'HTTP/1.1 204 ') },
      { weight: 1, arbitrary: line },
    )
    const field = fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom('X-B: c', 'X-C:', 'X-D:e') },
      { weight: 1, arbitrary: line },
    )
    const end = fc.constantFrom('\r\n', '\r\n', '\r\n', '\n')
    fc.assert(
      fc.property(
        start,
        fc.array(field, { maxLength: 3 }),
        fc.array(end, { minLength: 5, maxLength: 5 }),
        (first, rest, ends) => {
          const head = [first, ...rest, ''].map((text, at) => text + ends[at]).join('')
          // Behind an empty line there is no head any more.
          fc.pre(/\n\r?\n/.exec(head)?.index === head.search(/\n\r?\n$/))
          // 9110-5.5-custom-fields-ascii asks for more than the grammar.
          const found = faultsOf(head).filter((id) => id !== '9110-5.5-custom-fields-ascii')
          expect([head, found.length === 0]).toEqual([head, isHead(head)])
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('may be long, and is read in time that grows with its length', () => {
    for (const piece of ['X-A: b\r\n', 'X-A: b c\td\r\n', 'x', ' ', 'x ', '\r\n ']) {
      const started = performance.now()
      faultsOf(`HTTP/1.1 200 OK\r\nX-B: ${piece.repeat(200_000 / piece.length)}\r\n\r\n`)
      faultsOf(`HTTP/1.1 200 OK\r\nX-B: ${piece.repeat(90_000 / piece.length)}`)
      expect(performance.now() - started).toBeLessThan(10_000)
    }
  })

  it('is divided into lines once, however many rules ask for them', () => {
    const response = new ResponseView({ version: '1.1', status: 200, fields: [], head: 'HTTP/1.1 200 OK\n\n' })
    expect(suspectHeadOf(response)).toBe(suspectHeadOf(response))
  })

  it('may be longer than what a regular expression can match', () => {
    expect(faultsOf(`HTTP/1.1 200 OK\r\nX-B: ${'x '.repeat(3_000_000)}\r\n\r\n`)).toEqual([])
  })
})

describe('shown', () => {
  it('writes what cannot be seen as an escape', () => {
    expect(shown('\t"a"\r\x7f\0\x7f')).toBe('\\t"a"\\r\\u007f\\u0000\\u007f')
  })

  it('cuts off what is longer than 200 characters', () => {
    expect(shown('x'.repeat(200))).toBe('x'.repeat(200))
    expect(shown('x'.repeat(201))).toBe(`${'x'.repeat(200)}…`)
  })
})
