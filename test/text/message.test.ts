import { describe, expect, it } from 'vitest'
import { fill, isMessage, message, needsFormatter, say } from '../../src/text/index.ts'

describe('message()', () => {
  it('is its text, as text and as JSON', () => {
    const made = message('out-of-credit', 'Your balance is {balance}.', { balance: 30 })
    expect(String(made)).toBe('Your balance is 30.')
    expect(JSON.stringify({ made })).toBe('{"made":"Your balance is 30."}')
    expect(made).toMatchObject({ id: 'out-of-credit', text: 'Your balance is 30.', values: { balance: 30 } })
  })

  it('writes values as they are, and dates as the ISO has it', () => {
    const values = { a: 1.5, b: 10n, c: true, d: new Date(0), e: '$& {a}' }
    expect(message('x', '{a} {b} {c} {d} {e}', values).text).toBe('1.5 10 true 1970-01-01T00:00:00.000Z $& {a}')
  })

  it('cannot be changed afterwards, not by who made it either', () => {
    const values = { a: 1 }
    const made = message('x', '{a}', values)
    values.a = 2
    expect(made.values).toEqual({ a: 1 })
    expect(Object.isFrozen(made)).toBe(true)
  })

  it.each<[what: string, args: unknown[], complaint: RegExp]>([
    ['no id', ['', 'text'], /id/],
    ['an id of another type', [7, 'text'], /id/],
    ['no text', ['x'], /"x": its text/],
    ['values that are none', ['x', 'text', null], /its values/],
    ['an object among the values', ['x', '{a}', { a: {} }], /"a" is no string/],
    ['a value that is undefined', ['x', '{a}', { a: undefined }], /"a" is no string/],
    ['a date that is none', ['x', '{a}', { a: new Date('x') }], /"a" is no string/],
    ['a text without its value', ['x', '{a}'], /needs a value for \{a\}/],
    ['a value that is only inherited', ['x', '{constructor}', {}], /needs a value for \{constructor\}/],
    ['ICU MessageFormat as its text', ['x', '{a, number}', { a: 1 }], /no other braces/],
    ['a brace that is left open', ['x', 'a { b'], /no other braces/],
  ])('throws for %s', (_, args, complaint) => {
    expect(() => Reflect.apply(message, undefined, args)).toThrow(complaint)
    expect(() => Reflect.apply(message, undefined, args)).toThrow(TypeError)
  })

  it('is told from what is none, whatever that does', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(isMessage(message('x', 'text'))).toBe(true)
    for (const other of [undefined, null, 'text', {}, { id: 'x', text: 'text' }, proxy]) {
      expect(isMessage(other)).toBe(false)
    }
  })
})

describe('say()', () => {
  it('says a text of the library', () => {
    expect(say('content-over-limit', { limit: 100 }).text).toBe(
      'The content of a request may have at most 100 bytes; a smaller one may succeed.',
    )
  })

  it('has no id that an application could have by accident', () => {
    expect(say('maintenance').id).toBe('statuswise:maintenance')
  })
})

describe('a text', () => {
  it('without places is left alone', () => {
    expect(fill("It's fine", {})).toBe("It's fine")
  })

  it.each(['{a, number}', '{n, plural, one {# item} other {# items}}', 'open {', 'close }', '{{a}}', '{"a":1}', '{}'])(
    'such as %s needs a formatter',
    (text) => {
      expect(needsFormatter(text)).toBe(true)
    },
  )

  it('may have blanks around the names of values, and other letters in them', () => {
    expect(fill('{ a }, {größe}, {user.name}, {item-1}', { a: 1, größe: 2, 'user.name': 3, 'item-1': 4 })).toBe(
      '1, 2, 3, 4',
    )
  })

  it.each(['', 'plain', '{a} and {b}', "l'eau", "l'{field}", "it''s", '{ a }'])('such as %j needs none', (text) => {
    expect(needsFormatter(text)).toBe(false)
  })
})
