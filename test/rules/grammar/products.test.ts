import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseProducts } from '../../../src/rules/grammar/products.ts'

describe('Server (RFC 9110 §10.2.4)', () => {
  it.each([
    ['CERN/3.0 libwww/2.17', ['CERN', 'libwww']],
    ['nginx', ['nginx']],
    ['Apache/2.4.57 (Debian) OpenSSL/3.0.11', ['Apache', 'OpenSSL']],
    ['ECS (dcb/7F3B)', ['ECS']],
    ['a (nested (comment) \\) here)  b/1', ['a', 'b']],
    ['Google Frontend', ['Google', 'Frontend']],
    ['GitHub.com', ['GitHub.com']],
  ])('reads %s', (value, names) => {
    expect(parseProducts(value)?.map(({ name }) => name)).toEqual(names)
  })

  it.each([
    '',
    'Jetty(9.4.51.v20230217)',
    '(comment)',
    'a/',
    '/1',
    'a/b/c',
    'a (b',
    'a (b))',
    'a, b',
    'a (b)c',
    'My Server [v1]',
    'a ',
    ' a',
    'a (\0b)',
    'a (\\\0)',
    'a (\\',
  ])('refuses %s', (value) => {
    expect(parseProducts(value)).toBeUndefined()
  })

  it('never throws, and is quick with what is long', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (value) => void parseProducts(value)))
    for (const part of ['(', 'a ', 'a (', '\\(', 'a(', ' ', ')', '(a)']) {
      const start = performance.now()
      parseProducts(`a ${part.repeat(300_000)}`)
      expect(performance.now() - start).toBeLessThan(10_000)
    }
  })
})
