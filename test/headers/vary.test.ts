import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isFieldValue, mergeVary, parseVary } from '../../src/headers/index.ts'
import { anyText, fieldLike, token } from './arbitraries.ts'

describe('mergeVary', () => {
  it('adds names to those that are there (RFC 9110 §12.5.5)', () => {
    expect(mergeVary('Origin', 'Accept', 'Accept-Language')).toBe('Origin, Accept, Accept-Language')
  })

  it.each([undefined, '', []])('starts from %j', (existing) => {
    expect(mergeVary(existing, 'Accept')).toBe('Accept')
  })

  it('keeps the spelling that was there first', () => {
    expect(mergeVary('accept, ORIGIN', 'Accept', 'Origin')).toBe('accept, ORIGIN')
  })

  it('does not repeat names that are there twice', () => {
    expect(mergeVary('Origin,origin , ORIGIN')).toBe('Origin')
  })

  it('reads several field lines', () => {
    expect(mergeVary(['Origin', 'Accept-Encoding, Cookie'], 'Accept')).toBe('Origin, Accept-Encoding, Cookie, Accept')
  })

  it.each([
    ['*', 'Accept'],
    ['Origin, *', 'Accept'],
    ['Origin', '*'],
    [undefined, '*'],
  ] as const)('makes %j and %j all of *', (existing, field) => {
    expect(mergeVary(existing, field)).toBe('*')
  })

  it('drops what is no field name (RFC 9110 §12.5.5)', () => {
    expect(mergeVary('Origin, "Accept", a b, x\r\ny, , é', 'Cookie')).toBe('Origin, Cookie')
  })

  it('ignores empty members (RFC 9110 §5.6.1.2)', () => {
    expect(mergeVary(',Origin,,Cookie,', 'Accept')).toBe('Origin, Cookie, Accept')
  })

  it('is empty where nothing varies', () => {
    expect(mergeVary(undefined)).toBe('')
  })

  it.each(['', 'a b', 'Accept, Origin', 'a\r\nb', undefined, 1])('refuses to add %j (RFC 9110 §12.5.5)', (field) => {
    expect(() => Reflect.apply(mergeVary, undefined, ['*', field])).toThrow('Vary lists field names or *')
  })

  it('is always a list of distinct field names, or *', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fieldLike), fc.array(token), (existing, fields) => {
        const value = mergeVary(existing, ...fields)
        expect(isFieldValue(value)).toBe(true)
        const names = parseVary(value) ?? []
        expect(names.join(', ')).toBe(value)
        const lowerCase = names.map((name) => name.toLowerCase())
        expect(new Set(lowerCase).size).toBe(names.length)
        if (value !== '*') expect(lowerCase).toEqual(expect.arrayContaining(fields.map((name) => name.toLowerCase())))
      }),
    )
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fieldLike, fc.array(token), (existing, fields) => {
        const once = mergeVary(existing, ...fields)
        expect(mergeVary(once, ...fields)).toBe(once)
      }),
    )
  })
})

describe('parseVary', () => {
  it('ignores empty members (RFC 9110 §5.6.1.2)', () => {
    expect(parseVary([' Origin,,', 'Accept'])).toEqual(['Origin', 'Accept'])
  })

  it('reads *', () => {
    expect(parseVary('*')).toEqual(['*'])
  })

  it.each(['a b', '"a"', 'a;b'])('refuses %j', (value) => {
    expect(parseVary(value)).toBeUndefined()
  })
})
