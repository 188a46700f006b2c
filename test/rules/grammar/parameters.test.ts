import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenOrQuoted } from '../../../src/headers/field-value.ts'
import { challenge, formatChallenge } from '../../../src/headers/index.ts'
import { listElements } from '../../../src/rules/grammar/lists.ts'
import { parseParameter, parseParameterised, parseSpacedParameter } from '../../../src/rules/grammar/parameters.ts'
import { anyText, fieldLike, quotable, token } from '../../headers/arbitraries.ts'

describe('parseParameter', () => {
  it.each([
    ['charset=utf-8', { name: 'charset', value: 'utf-8', quoted: false }],
    ['Charset="utf-8"', { name: 'charset', value: 'utf-8', quoted: true }],
    ['title=""', { name: 'title', value: '', quoted: true }],
    ['title="a \\"b\\"; c=d"', { name: 'title', value: 'a "b"; c=d', quoted: true }],
  ])('reads %s (RFC 9110 §5.6.6)', (text, parameter) => {
    expect(parseParameter(text)).toEqual(parameter)
  })

  it.each(['', 'a', '=', 'a=', '=b', 'a =b', 'a= b', 'a=b c', 'a="b', 'a=b"c"', 'a=é', 'a="b"c'])(
    'refuses %j',
    (text) => {
      expect(parseParameter(text)).toBeUndefined()
    },
  )

  it('reads what the headers write', () => {
    fc.assert(
      fc.property(token, quotable, (name, value) => {
        expect(parseParameter(`${name}=${tokenOrQuoted(value)}`)).toMatchObject({ name: name.toLowerCase(), value })
      }),
    )
    fc.assert(
      fc.property(token, quotable, (name, value) => {
        fc.pre(name.toLowerCase() !== 'realm')
        const [written = ''] = listElements(formatChallenge(challenge('Tea', { [name]: value })))
        expect(parseParameter(written.slice('Tea '.length))).toMatchObject({ name: name.toLowerCase(), value })
      }),
    )
  })
})

describe('parseSpacedParameter', () => {
  it.each(['a=b', 'a = b', 'A \t= \tb', 'a = "b"'])('reads %j (RFC 9110 §11.2)', (text) => {
    expect(parseSpacedParameter(text)).toMatchObject({ name: 'a', value: 'b' })
  })

  it.each(['', 'a', '=', 'a=', 'a = ', ' = b', ' a=b', 'a=b ', 'a b=c', 'a\xa0= b', 'a=\xa0b', '(a)=b', 'a==b'])(
    'refuses %j',
    (text) => {
      expect(parseSpacedParameter(text)).toBeUndefined()
    },
  )
})

describe('parseParameterised', () => {
  it('reads an item and its parameters', () => {
    expect(parseParameterised('text/html; charset=utf-8 ;q="1;2"')).toEqual({
      item: 'text/html',
      parameters: [
        { name: 'charset', value: 'utf-8', quoted: false },
        { name: 'q', value: '1;2', quoted: true },
      ],
    })
  })

  it('takes an item without parameters, and empty parameters (RFC 9110 §5.6.6)', () => {
    expect(parseParameterised('br')).toEqual({ item: 'br', parameters: [] })
    expect(parseParameterised('br; ;a=b;')?.parameters).toEqual([{ name: 'a', value: 'b', quoted: false }])
  })

  it('refuses what has a parameter that is none', () => {
    expect(parseParameterised('text/html; charset')).toBeUndefined()
    expect(parseParameterised('text/html; charset = utf-8')).toBeUndefined()
  })

  it('gives back what was put together, and never throws', () => {
    fc.assert(
      fc.property(token, fc.array(fc.tuple(token, quotable)), (item, parameters) => {
        const text = [item, ...parameters.map(([name, value]) => `${name}=${tokenOrQuoted(value)}`)].join('; ')
        expect(parseParameterised(text)?.item).toBe(item)
        expect(parseParameterised(text)?.parameters.map(({ value }) => value)).toEqual(
          parameters.map(([, value]) => value),
        )
      }),
    )
    fc.assert(fc.property(fc.oneof(anyText, fieldLike), (text) => parseParameterised(text) !== null))
  })
})
