import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAcceptQuery } from '../../../src/headers/accept-query.ts'
import { type Member, parseDictionary, parseItem, parseList } from '../../../src/rules/grammar/structured-fields.ts'

/** A member without its maps, as the working group's test vectors have it: [value, parameters]. */
function plain(member: Member | undefined): unknown {
  if (member === undefined) return undefined
  const parameters = [...member.parameters].map(([key, bare]) => [key, bare.value])
  return [member.type === 'inner-list' ? member.items.map(plain) : member.value, parameters]
}

const list = (text: string): unknown => parseList(text)?.map(plain)
const item = (text: string): unknown => plain(parseItem(text))
const dictionary = (text: string): unknown => {
  const members = parseDictionary(text)
  return members && [...members].map(([key, member]) => [key, plain(member)])
}

describe('Items (RFC 9651 §4.2.3)', () => {
  it.each([
    ['42', 42],
    ['-42', -42],
    ['-0', 0],
    ['00042', 42],
    ['999999999999999', 999999999999999],
    ['4.5', 4.5],
    ['-4.5', -4.5],
    ['1.0', 1],
    ['123456789012.123', 123456789012.123],
    ['"hello world"', 'hello world'],
    ['"b\\"c\\\\"', 'b"c\\'],
    ['""', ''],
    ['foo123/456', 'foo123/456'],
    ['*foo', '*foo'],
    ['a_b-c.d3:f%00/*', 'a_b-c.d3:f%00/*'],
    ['?1', true],
    ['?0', false],
    ['@1659578233', 1659578233],
    ['@-1', -1],
    ['%"f%c3%bc%c3%bc"', 'füü'],
    ['%"a b!~"', 'a b!~'],
    ['"~ "', '~ '],
    ['  1  ', 1],
  ])('reads %s', (text, value) => {
    expect(parseItem(text)?.value).toEqual(value)
    expect(item(text)).toEqual([value, []])
  })

  it.each([
    ['42', 'integer'],
    ['4.0', 'decimal'],
    ['"a"', 'string'],
    ['a', 'token'],
    ['?1', 'boolean'],
    ['@1', 'date'],
    ['%"a"', 'display-string'],
    ['::', 'byte-sequence'],
  ])('tells the type of %s', (text, type) => {
    expect(parseItem(text)?.type).toBe(type)
    expect(parseItem(`a;b=${text}`)?.parameters.get('b')?.type).toBe(type)
    expect(parseDictionary(`a=${text}`)?.get('a')?.type).toBe(type)
  })

  it('has booleans for what has no value', () => {
    expect(parseItem('a;b')?.parameters.get('b')).toEqual({ type: 'boolean', value: true })
    expect(parseDictionary('a')?.get('a')).toEqual({ type: 'boolean', value: true, parameters: new Map() })
  })

  it.each([
    [':aGVsbG8=:', 'hello'],
    [':Zm9v:', 'foo'],
    [':aGVsbG8:', 'hello'],
    ['::', ''],
    [':iZ==:', '\x89'],
  ])('reads the bytes of %s', (text, value) => {
    const read = parseItem(text)
    expect(read?.type).toBe('byte-sequence')
    expect(read?.value).toEqual(Uint8Array.from([...value].map((character) => character.charCodeAt(0))))
  })

  it.each([
    '',
    '-',
    '--1',
    '- 1',
    '2-1',
    '1.',
    '.1',
    '1.2.3',
    '1.2345',
    '1234567890123.1',
    '1000000000000000',
    '1e3',
    '+1',
    '"foo',
    '"foo\\,"',
    '"f\tb"',
    '"ü"',
    "'foo'",
    '"a" "b"',
    '1 2',
    '?',
    '?T',
    '?2',
    '?10',
    '@',
    '@1.5',
    '@ 1',
    '@1e3',
    '%"%C3%BC"',
    '%"%c3"',
    '%"%a',
    '%"%a"',
    '%"%a""',
    '%"ü"',
    '%a"',
    '%"a\x7f"',
    '"a\x7f"',
    '"foo\\',
    '%"',
    '%foo',
    '%"\tx"',
    ':aGVsbG8',
    ':a:',
    ':aG=VsbG8=:',
    ':_-Ah:',
    ':aGVsbG8==:',
    '\t1',
    '1\t',
    '(1 2)',
    'Sat, 21 Nov 2026 08:00:00 GMT',
  ])('refuses %s', (text) => {
    expect(parseItem(text)).toBeUndefined()
  })

  it('has parameters, of which the last of a key counts', () => {
    expect(item('abc; a=1;b; c="x";a=2')).toEqual([
      'abc',
      [
        ['a', 2],
        ['b', true],
        ['c', 'x'],
      ],
    ])
  })

  it.each(['abc;', 'abc;A=1', 'abc ;a', 'abc;a=', 'abc;a= 1', 'abc;\ta', 'abc;a=(1)', 'abc;9'])(
    'refuses the parameters of %s',
    (text) => {
      expect(parseItem(text)).toBeUndefined()
    },
  )
})

describe('Lists (RFC 9651 §4.2.1)', () => {
  it('may be empty', () => {
    expect(parseList('')).toEqual([])
    expect(parseList('  ')).toEqual([])
  })

  it('has members of any type', () => {
    expect(list('sugar, tea,rum \t,\t "a";q=1')).toEqual([
      ['sugar', []],
      ['tea', []],
      ['rum', []],
      ['a', [['q', 1]]],
    ])
  })

  it('has inner lists', () => {
    expect(list('("foo" "bar"), ( "baz"; x ) ;lvl=5')).toBeUndefined()
    expect(list('("foo" "bar"), ( "baz";x );lvl=5, ()')).toEqual([
      [
        [
          ['foo', []],
          ['bar', []],
        ],
        [],
      ],
      [[['baz', [['x', true]]]], [['lvl', 5]]],
      [[], []],
    ])
  })

  it.each([
    '1,',
    ',1',
    '1,,2',
    '1 2',
    '(1',
    '(1,2)',
    '(1 (2))',
    '("a""b")',
    '(1\t2)',
    '1;',
    '( ',
    'a, b, ',
    '(1);',
    '(@ 1)',
  ])('refuses %s', (text) => {
    expect(parseList(text)).toBeUndefined()
  })
})

describe('Dictionaries (RFC 9651 §4.2.2)', () => {
  it('has members by key, of which the last of a key counts', () => {
    expect(dictionary('a=?0, b, c; foo=bar, rating=1.5, feelings=(joy sadness), a=1')).toEqual([
      ['a', [1, []]],
      ['b', [true, []]],
      ['c', [true, [['foo', 'bar']]]],
      ['rating', [1.5, []]],
      [
        'feelings',
        [
          [
            ['joy', []],
            ['sadness', []],
          ],
          [],
        ],
      ],
    ])
    expect(dictionary('')).toEqual([])
  })

  it.each(['a=1,', ',a=1', 'a=1 b=2', 'A=1', 'a =1', 'a= 1', 'a=', '1=1', '"a"=1', 'a=1,,b=2', 'a=1;='])(
    'refuses %s',
    (text) => {
      expect(parseDictionary(text)).toBeUndefined()
    },
  )
})

describe('whatever comes', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('(', ')', ',', ';', '=', '"', '\\', ':', '%', '@', '?', ' ', 'a', '1', '.', '-', 'é'), {
        maxLength: 40,
      })
      .map((parts) => parts.join('')),
  )

  it('never throws', () => {
    fc.assert(
      fc.property(text, (value) => {
        parseItem(value)
        parseList(value)
        parseDictionary(value)
      }),
    )
  })

  it('is quick with what is long', () => {
    for (const part of ['(', '"', ':', '1', 'a', ';a', 'a,', '%"', '( ', '\\"', ' ', '"a\\']) {
      const start = performance.now()
      parseItem(part.repeat(300_000))
      parseList(part.repeat(300_000))
      parseDictionary(part.repeat(300_000))
      expect(performance.now() - start).toBeLessThan(10_000)
    }
  })
})

describe('against src/headers', () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9.+-]{0,8}$/)
  const parameter = fc.tuple(fc.stringMatching(/^[a-pr-z][a-z0-9_.-]{0,5}$/), fc.stringMatching(/^[ -~]{0,10}$/))

  it('reads Accept-Query as it is written', () => {
    fc.assert(
      fc.property(name, name, fc.uniqueArray(parameter, { selector: ([key]) => key }), (type, subtype, parameters) => {
        const range = `${type}/${subtype}${parameters
          .map(([key, value]) => `;${key}="${value.replace(/["\\]/g, '\\$&')}"`)
          .join('')}`
        const [read] = parseList(formatAcceptQuery([range])) ?? []
        expect(plain(read)).toEqual([`${type}/${subtype}`, parameters])
      }),
    )
  })
})
