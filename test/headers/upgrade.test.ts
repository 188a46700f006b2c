import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatUpgrade, isFieldValue, parseUpgrade } from '../../src/headers/index.ts'
import { token } from './arbitraries.ts'

describe('formatUpgrade', () => {
  it('lists protocols in order of preference (RFC 9110 §7.8)', () => {
    expect(formatUpgrade(['TLS/1.3', 'HTTP/2.0', 'websocket'])).toBe('TLS/1.3, HTTP/2.0, websocket')
  })

  it('names at least one (RFC 9110 §15.5.22)', () => {
    expect(() => formatUpgrade([])).toThrow('at least one protocol')
  })

  it.each(['websocket', undefined, null, 1])('wants an array, not %j', (protocols) => {
    expect(() => Reflect.apply(formatUpgrade, undefined, [protocols])).toThrow(
      'Upgrade takes a list of protocols (RFC 9110 §7.8): pass an array, not ',
    )
  })

  it.each(['', 'a/', '/1', 'a/1/2', 'a b', 'a, b', 'https://a.example', 'a\r\nb', 7, [['a']]])(
    'refuses %j (RFC 9110 §7.8)',
    (p) => {
      expect(() => Reflect.apply(formatUpgrade, undefined, [[p]])).toThrow('name or name/version')
    },
  )
})

describe('parseUpgrade', () => {
  it('ignores empty members (RFC 9110 §5.6.1.2)', () => {
    expect(parseUpgrade(', websocket ,,TLS/1.2')).toEqual(['websocket', 'TLS/1.2'])
  })

  it('reads several field lines (RFC 9110 §5.3)', () => {
    expect(parseUpgrade(['h2c', 'websocket'])).toEqual(['h2c', 'websocket'])
  })

  it.each(['a/', 'a /1', 'a/ 1', 'a b', '/', '"a"'])('refuses %j', (value) => {
    expect(parseUpgrade(value)).toBeUndefined()
  })

  it('gives back what formatUpgrade wrote', () => {
    const protocol = fc
      .tuple(token, fc.option(token))
      .map(([name, version]) => (version === null ? name : `${name}/${version}`))
    fc.assert(
      fc.property(fc.array(protocol, { minLength: 1 }), (protocols) => {
        const value = formatUpgrade(protocols)
        expect(isFieldValue(value)).toBe(true)
        expect(parseUpgrade(value)).toEqual(protocols)
      }),
    )
  })
})
