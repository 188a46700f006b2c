import { describe, expect, it } from 'vitest'
import { brief, bytes, fault, quoted } from '../../src/rules/fault.ts'

describe('a fault', () => {
  it('says what is wrong, and shows it', () => {
    expect(fault('Vary is wrong.', 'Vary: a\nVary: b')).toEqual({
      what: 'Vary is wrong.',
      evidence: 'Vary: a\nVary: b',
    })
  })

  it('is short', () => {
    expect(fault('x'.repeat(1000), 'y'.repeat(500))).toEqual({ what: 'x'.repeat(1000), evidence: 'y'.repeat(500) })
    expect(fault('x'.repeat(1001), `${'y'.repeat(501)}\nz`)).toEqual({
      what: `${'x'.repeat(1000)}…`,
      evidence: `${'y'.repeat(500)}…\nz`,
    })
  })

  it('shows 40 lines at most', () => {
    const lines = Array.from({ length: 42 }, (_, at) => `line ${at}`)
    const shown = (count: number): string => fault('', lines.slice(0, count).join('\n')).evidence
    expect(shown(40)).toBe(lines.slice(0, 40).join('\n'))
    for (const count of [41, 42]) expect(shown(count)).toBe([...lines.slice(0, 40), '…'].join('\n'))
  })

  it.each([
    ['\r', '\\r'],
    ['\0', '\\u{0}'],
    ['\x1b[2J', '\\u{1b}[2J'],
    ['\x9b', '\\u{9b}'],
    ['\u00ad\u202e\ufeff', '\\u{ad}\\u{202e}\\u{feff}'],
    ['\u2028\u2029', '\\u{2028}\\u{2029}'],
    ['\ud800a', '\\u{d800}a'],
    ['\u{e0041}', '\\u{e0041}'],
    ['\tä…😀', '\tä…😀'],
  ])('is safe to print: %j', (text, printable) => {
    expect(fault(text, text)).toEqual({ what: printable, evidence: printable })
  })

  it('says what it says in one line', () => {
    expect(fault('a\nb', '').what).toBe('a\\nb')
  })
})

describe('a value in a sentence', () => {
  it('is cut off where it is long', () => {
    expect([brief('x'.repeat(60)), brief('x'.repeat(61))]).toEqual(['x'.repeat(60), `${'x'.repeat(60)}…`])
    expect([brief('abc', 3), brief('abcd', 3)]).toEqual(['abc', 'abc…'])
    expect([quoted('abc', 3), quoted('abcd', 3)]).toEqual(['"abc"', '"abc…"'])
    expect(quoted('x'.repeat(61))).toBe(`"${'x'.repeat(60)}…"`)
  })

  it('is a number of bytes', () => {
    expect([0, 1, 2].map(bytes)).toEqual(['0 bytes', '1 byte', '2 bytes'])
  })
})
