import { describe, expect, it, vi } from 'vitest'
import { once } from '../../../src/rules/shared/once.ts'

describe('a function that reads once', () => {
  it.each([
    ['what it read', 'a'],
    ['that there is nothing', undefined],
  ])('keeps %s', (_what, value) => {
    const read = vi.fn(() => value)
    const readOnce = once(read)
    const key = {}
    expect([readOnce(key), readOnce(key)]).toEqual([value, value])
    expect(read).toHaveBeenCalledExactlyOnceWith(key)
  })

  it('reads for each key', () => {
    const lengthOf = once((list: readonly string[]) => list.length)
    expect([lengthOf(['a']), lengthOf(['a', 'b'])]).toEqual([1, 2])
  })
})
