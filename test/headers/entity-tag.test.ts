import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isEntityTag,
  isWeak,
  matchStrongly,
  matchWeakly,
  normalizeField,
  parseEntityTags,
} from '../../src/headers/index.ts'
import { anyText } from './arbitraries.ts'

const etagc = fc
  .oneof(fc.constant(0x21), fc.integer({ min: 0x23, max: 0x7e }), fc.integer({ min: 0x80, max: 0xff }))
  .map((code) => String.fromCharCode(code))
const entityTag = fc
  .tuple(fc.constantFrom('', 'W/'), fc.string({ unit: fc.oneof(etagc, fc.constantFrom(',', '\\', '*', "'", '/')) }))
  .map(([weak, opaque]) => `${weak}"${opaque}"`)

describe('isEntityTag', () => {
  it.each(['"v1"', 'W/"v1"', '""', 'W/""', '"a,b"', '"a\\b"', '"*"', '"\u00e9"', '"!"'])(
    'takes %s (RFC 9110 §8.8.3)',
    (value) => {
      expect(isEntityTag(value)).toBe(true)
    },
  )

  it.each([
    'v1',
    '',
    '"',
    '"v1',
    'v1"',
    'w/"v1"',
    'W/v1',
    'W "v1"',
    '"a"b"',
    '"a b"',
    '"a\tb"',
    '"a\x7f"',
    '"\u0100"',
    ' "v1"',
    '"v1" ',
    '"v1"\n',
    '*',
    undefined,
    7,
    ['"v1"'],
  ])('refuses %j (RFC 9110 §8.8.3)', (value) => {
    expect(isEntityTag(value)).toBe(false)
  })

  it('agrees with what the pipeline lets out as ETag', () => {
    fc.assert(
      fc.property(fc.oneof(entityTag, anyText), (value) => {
        expect(isEntityTag(value)).toBe(normalizeField('etag', value) !== undefined)
      }),
    )
  })
})

describe('parseEntityTags', () => {
  it.each([
    ['"v1"', ['"v1"']],
    ['"a", W/"b" ,"c"', ['"a"', 'W/"b"', '"c"']],
    ['"a,b", "c"', ['"a,b"', '"c"']],
    ['"a", "b"', ['"a"', '"b"']],
    [' , "a",, ,\t"b" ,', ['"a"', '"b"']],
    ['"*"', ['"*"']],
    ['', []],
    [' ', []],
    [
      ['"a"', '"b", "c"'],
      ['"a"', '"b"', '"c"'],
    ],
  ])('reads %j (RFC 9110 §13.1.1, §5.6.1.2)', (value, tags) => {
    expect(parseEntityTags(value)).toEqual(tags)
  })

  it.each(['*', ' *\t'])('reads %j as any (RFC 9110 §13.1.1)', (value) => {
    expect(parseEntityTags(value)).toBe('*')
  })

  it.each(['v1', '"v1', '"a" "b"', '"a""b"', '"a";"b"', '"a", b', '*, "a"', '"a", *', '*, *', '**', 'w/"a"', 'W/ "a"'])(
    'refuses %j as a whole',
    (value) => {
      expect(parseEntityTags(value)).toBeUndefined()
    },
  )

  it('gives back any entity tags that were joined', () => {
    fc.assert(
      fc.property(fc.array(entityTag), fc.constantFrom(',', ', ', ' ,\t'), (tags, comma) => {
        expect(parseEntityTags(tags.join(comma))).toEqual(tags)
        expect(parseEntityTags(tags)).toEqual(tags)
      }),
    )
  })
})

describe('the comparison of entity tags', () => {
  // The table of RFC 9110 §8.8.3.2.
  it.each([
    ['W/"1"', 'W/"1"', false, true],
    ['W/"1"', 'W/"2"', false, false],
    ['W/"1"', '"1"', false, true],
    ['"1"', '"1"', true, true],
  ])('of %s with %s is strong: %s, weak: %s (RFC 9110 §8.8.3.2)', (one, other, strong, weak) => {
    expect(matchStrongly(one, other)).toBe(strong)
    expect(matchStrongly(other, one)).toBe(strong)
    expect(matchWeakly(one, other)).toBe(weak)
    expect(matchWeakly(other, one)).toBe(weak)
  })

  it('minds the case, and a W/ inside the quotes (RFC 9110 §8.8.3.2)', () => {
    expect(matchWeakly('"a"', '"A"')).toBe(false)
    expect(matchWeakly('"W/a"', 'W/"a"')).toBe(false)
    expect(isWeak('"W/"')).toBe(false)
  })
})
