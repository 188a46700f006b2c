import { runInNewContext } from 'node:vm'
import { expect, describe as group, it } from 'vitest'
import { describe } from '../../src/headers/describe.ts'

group('a value in an error message', () => {
  it.each([
    ['a\nb', '"a\\nb"'],
    [Number.NaN, 'NaN'],
    [-0, '-0'],
    [0, '0'],
    [7n, '7'],
    [null, 'null'],
    [undefined, 'undefined'],
    [true, 'true'],
    [Symbol('s'), 'Symbol(s)'],
    [() => 1, 'a function'],
    [{ secret: 1 }, 'an object'],
    [new Date(Number.NaN), 'an invalid Date'],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
  ])('names %s on one line', (value, text) => {
    expect(describe(value)).toBe(text)
  })

  it('is cut where it is longer than 80 characters', () => {
    expect(describe('a'.repeat(80))).toBe(`"${'a'.repeat(80)}"`)
    expect(describe('a'.repeat(81))).toBe(`"${'a'.repeat(80)}…"`)
  })

  it('runs no code of the object', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(describe(proxy)).toBe('an object')
  })

  it('knows the dates of other realms', () => {
    expect(describe(runInNewContext('new Date(0)'))).toBe('1970-01-01T00:00:00.000Z')
  })
})
