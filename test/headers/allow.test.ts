import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAllow, isFieldValue, parseAllow } from '../../src/headers/index.ts'
import { token } from './arbitraries.ts'

describe('formatAllow', () => {
  it('lists the methods in order of first appearance (RFC 9110 §10.2.1)', () => {
    expect(formatAllow(['PUT', 'DELETE', 'PATCH'])).toBe('PUT, DELETE, PATCH')
  })

  it('lists a method once', () => {
    expect(formatAllow(['PUT', 'POST', 'PUT'])).toBe('PUT, POST')
  })

  it('takes methods as case-sensitive (RFC 9110 §9.1)', () => {
    expect(formatAllow(['Get', 'GeT', 'purge'])).toBe('Get, GeT, purge')
  })

  it.each(['get', 'head', 'post', 'put', 'patch', 'delete', 'options', 'trace', 'connect'])(
    'refuses %s: that is another method than the standard one, and never meant (RFC 9110 §9.1)',
    (method) => {
      expect(() => formatAllow(['PURGE', method])).toThrow(
        new TypeError(`Methods are case-sensitive (RFC 9110 §9.1): "${method}" is not ${method.toUpperCase()}`),
      )
    },
  )

  it('puts HEAD right after GET (RFC 9110 §9.1)', () => {
    expect(formatAllow(['POST', 'GET', 'PUT'])).toBe('POST, GET, HEAD, PUT')
  })

  it('leaves HEAD where it was given', () => {
    expect(formatAllow(['HEAD', 'POST', 'GET'])).toBe('HEAD, POST, GET')
  })

  it('is empty for a resource that allows nothing (RFC 9110 §10.2.1)', () => {
    expect(formatAllow([])).toBe('')
  })

  it('takes a set', () => {
    expect(formatAllow(new Set(['GET']))).toBe('GET, HEAD')
  })

  it.each(['GET', 'GET, POST', undefined, null, 405, {}])('wants an array, not %j', (methods) => {
    expect(() => Reflect.apply(formatAllow, undefined, [methods])).toThrow(TypeError)
    expect(() => Reflect.apply(formatAllow, undefined, [methods])).toThrow(
      'Allow takes a list of methods (RFC 9110 §10.2.1): pass an array, not ',
    )
  })

  it.each(['', 'GET, POST', 'GE T', 'GET\r\nX: y', 'É', 1, undefined])(
    'refuses the method %j (RFC 9110 §9.1)',
    (method) => {
      expect(() => Reflect.apply(formatAllow, undefined, [[method]])).toThrow('Allow lists methods, which are tokens')
    },
  )
})

describe('parseAllow', () => {
  it('ignores empty members and whitespace (RFC 9110 §5.6.1.2)', () => {
    expect(parseAllow(' ,GET\t ,, HEAD,')).toEqual(['GET', 'HEAD'])
  })

  it('reads an empty list (RFC 9110 §10.2.1)', () => {
    expect(parseAllow('')).toEqual([])
  })

  it('reads several field lines as one list (RFC 9110 §5.3)', () => {
    expect(parseAllow(['GET, HEAD', 'PUT'])).toEqual(['GET', 'HEAD', 'PUT'])
  })

  it.each(['GET HEAD', '"GET"', 'GET; HEAD', 'GET, H@D', 'GET\n'])('refuses %j', (value) => {
    expect(parseAllow(value)).toBeUndefined()
  })

  it('gives back what formatAllow wrote', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(token, fc.constantFrom('GET', 'HEAD', 'POST'))), (methods) => {
        const value = formatAllow(methods)
        expect(isFieldValue(value)).toBe(true)
        const parsed = parseAllow(value)
        const added = methods.includes('GET') && !methods.includes('HEAD')
        expect(parsed?.filter((method) => !(added && method === 'HEAD'))).toEqual([...new Set(methods)])
        expect(parsed?.includes('HEAD')).toBe(added || methods.includes('HEAD'))
      }),
    )
  })
})
