import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isEntityTag,
  matchStrongly,
  matchWeakly,
  parseEntityTags as parseOurs,
} from '../../../src/headers/entity-tag.ts'
import { parseEntityTag, parseEntityTags, stronglyEqual, weaklyEqual } from '../../../src/rules/grammar/entity-tags.ts'
import { fieldLike } from '../../headers/arbitraries.ts'

const opaque = fc.string({
  unit: fc.oneof(
    fc.constantFrom('a', 'B', ',', ' ', '\\', 'é', '!', '\x7f'),
    fc.integer({ min: 0x21, max: 0xff }).map((code) => String.fromCharCode(code)),
  ),
  maxLength: 6,
})
const tagLike = fc.tuple(fc.constantFrom('', 'W/', 'w/', 'W'), opaque).map(([weakness, text]) => `${weakness}"${text}"`)

describe('entity-tag (RFC 9110 §8.8.3)', () => {
  it('reads the examples of the RFC', () => {
    expect(parseEntityTag('"xyzzy"')).toEqual({ weak: false, opaque: '"xyzzy"' })
    expect(parseEntityTag('W/"xyzzy"')).toEqual({ weak: true, opaque: '"xyzzy"' })
    expect(parseEntityTag('""')).toEqual({ weak: false, opaque: '""' })
  })

  it.each(['', 'v1', 'w/"v1"', 'W/v1', "'v1'", '"a"b"', '"a b"', '"a\x7f"', '"v1" ', 'W/ "v1"', '"v1'])(
    'refuses %j',
    (value) => expect(parseEntityTag(value)).toBeUndefined(),
  )

  it('compares as the table of the RFC has it (§8.8.3.2)', () => {
    const table = [
      ['W/"1"', 'W/"1"', false, true],
      ['W/"1"', 'W/"2"', false, false],
      ['W/"1"', '"1"', false, true],
      ['"1"', '"1"', true, true],
    ] as const
    for (const [one, other, strongly, weakly] of table) {
      const [a, b] = [parseEntityTag(one), parseEntityTag(other)]
      if (a === undefined || b === undefined) throw new Error(`No tag: ${one}, ${other}`)
      expect([stronglyEqual(a, b), weaklyEqual(a, b)]).toEqual([strongly, weakly])
    }
  })

  it('agrees with the parser of src/headers', () => {
    fc.assert(
      fc.property(fc.oneof(tagLike, fieldLike), tagLike, (one, other) => {
        const [a, b] = [parseEntityTag(one), parseEntityTag(other)]
        expect(a !== undefined).toBe(isEntityTag(one) && one.trim() === one)
        if (a === undefined || b === undefined) return
        expect(stronglyEqual(a, b)).toBe(matchStrongly(one, other))
        expect(weaklyEqual(a, b)).toBe(matchWeakly(one, other))
      }),
    )
  })
})

describe('lists of entity tags (RFC 9110 §13.1.1, §13.1.2)', () => {
  it('reads commas within tags, empty elements and blanks', () => {
    expect(parseEntityTags('"xyzzy", W/"r2d2xxxx",, "a,b"')?.map(({ opaque: text }) => text)).toEqual([
      '"xyzzy"',
      '"r2d2xxxx"',
      '"a,b"',
    ])
    expect(parseEntityTags('')).toEqual([])
  })

  it.each(['*', '"a" "b"', '"a," "b"', '"a"W/"b"', 'aa, "b"', 'a, "b"', '"a', '"a", *'])('refuses %j', (value) =>
    expect(parseEntityTags(value)).toBeUndefined(),
  )

  it('agrees with the parser of src/headers', () => {
    const lists = fc
      .array(fc.tuple(tagLike, fc.constantFrom(', ', ',', ' ,\t', ',,', ' ', '')), { maxLength: 4 })
      .map((parts) => parts.flat().join(''))
    fc.assert(
      fc.property(fc.oneof(lists, fieldLike), (value) => {
        const ours = parseOurs(value)
        if (ours === '*') return
        const tags = parseEntityTags(value)?.map((tag) => `${tag.weak ? 'W/' : ''}${tag.opaque}`)
        expect(tags).toEqual(ours)
      }),
    )
  })

  it('reads a long value in no time', () => {
    const start = performance.now()
    parseEntityTags('"a",'.repeat(50_000))
    parseEntityTags(`"${'a'.repeat(200_000)}`)
    parseEntityTags(`"a"${' '.repeat(200_000)}`)
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})
