import { describe, expect, it } from 'vitest'
import { NotFound } from '../../src/problems/index.ts'
import { describeThrown } from '../../src/recognize/index.ts'
import { hostileValues } from './hostile-values.ts'

const withStack = (stack: unknown, properties: object = {}): Error =>
  Object.assign(new Error('a message'), { stack, ...properties })

describe('what an operator reads of a thrown value', () => {
  it('is the stack of an error', () => {
    const error = new Error('a message')
    expect(describeThrown(error)).toBe(error.stack)
  })

  it('has the stacks of the causes', () => {
    const thrown = withStack('outer', { cause: withStack('middle', { cause: withStack('inner') }) })
    expect(describeThrown(thrown)).toBe('outer\n  [cause]: middle\n  [cause]: inner')
  })

  it('has a cause that is no error', () => {
    expect(describeThrown(withStack('outer', { cause: 'the disk' }))).toBe('outer\n  [cause]: the disk')
    expect(describeThrown(withStack('outer', { cause: null }))).toBe('outer')
    expect(describeThrown(withStack('outer', { cause: { token: 'secret' } }))).toBe(
      'outer\n  [cause]: non-error thrown: an object',
    )
  })

  it('has name and message where there is no stack', () => {
    expect(describeThrown(withStack(undefined))).toBe('Error: a message')
    expect(describeThrown(withStack('', { name: 'OddError' }))).toBe('OddError: a message')
    expect(describeThrown(withStack(7, { name: 7, message: 7 }))).toBe('Error: (no message)')
  })

  it('names a problem, of which no stack was recorded', () => {
    expect(describeThrown(new NotFound('No order 42'))).toMatch(/^NotFoundError: No order 42/)
  })

  it.each([
    [null, 'null'],
    [undefined, 'undefined'],
    ['text', 'text'],
    [42, '42'],
    [7n, '7'],
    [Symbol('a'), 'Symbol(a)'],
    [() => 'secret', 'a function'],
    [{ token: 'secret' }, 'an object'],
    [['secret'], 'an object'],
  ])('says of %o what it is', (thrown, said) => {
    expect(describeThrown(thrown)).toBe(`non-error thrown: ${said}`)
  })

  it('never shows other properties: clients of HTTP hold tokens there', () => {
    const properties = { config: { headers: { Authorization: 'secret' } }, request: 'secret', errors: ['secret'] }
    const thrown = withStack('outer', { ...properties, cause: withStack('inner', properties) })
    expect(describeThrown(thrown)).toBe('outer\n  [cause]: inner')
  })

  it('ends at a cycle of causes', () => {
    const outer = withStack('outer')
    const inner = withStack('inner', { cause: outer })
    outer.cause = inner
    expect(describeThrown(outer)).toBe('outer\n  [cause]: inner')
  })

  it('ends after ten of a long chain', () => {
    let thrown = withStack('link')
    for (let depth = 0; depth < 1e5; depth++) thrown = withStack('link', { cause: thrown })
    expect(describeThrown(thrown).split('\n')).toHaveLength(10)
  })

  it.each(hostileValues)('is a text for %s', (_name, make) => {
    expect(describeThrown(make())).toBeTypeOf('string')
  })
})
