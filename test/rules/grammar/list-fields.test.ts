import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAllow, mergeVary, parseVary } from '../../../src/headers/index.ts'
import {
  LIST_FIELDS,
  SINGLETON_FIELDS,
  STRUCTURED_FIELDS,
  splitListLine,
} from '../../../src/rules/grammar/list-fields.ts'
import { token } from '../../headers/arbitraries.ts'

describe('fields', () => {
  it('are lists, singletons or structured, never two of them', () => {
    const all = [...LIST_FIELDS, ...SINGLETON_FIELDS, ...STRUCTURED_FIELDS]
    expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([])
    expect(all.filter((name) => name !== name.toLowerCase())).toEqual([])
  })

  it('that may come in several lines are no singletons, Set-Cookie neither (RFC 9110 §5.3)', () => {
    expect(SINGLETON_FIELDS.has('set-cookie') || LIST_FIELDS.has('set-cookie')).toBe(false)
  })
})

describe('the elements of a line', () => {
  it.each([
    ['allow', '', []],
    ['allow', 'GET', ['GET']],
    ['allow', 'GET, ,\tPOST,', ['GET', '', 'POST', '']],
    ['cache-control', 'private="a,b", no-store', ['private="a,b"', 'no-store']],
    ['www-authenticate', 'Basic realm="a\\",b"', ['Basic realm="a\\",b"']],
  ])('of %s: %j', (name, value, expected) => {
    expect(splitListLine(name, value)).toEqual(expected)
  })

  it('of Link have commas in their targets (RFC 8288 §3)', () => {
    expect(splitListLine('link', '<https://a.example/?a,,b,"c>; rel="x, y", <d>')).toHaveLength(2)
    expect(splitListLine('link', '<a>; title="<", <b>; title=">"')).toHaveLength(2)
    expect(splitListLine('link', '<a,">; rel="x\\",", </b>;rel=c')).toEqual(['<>; rel="x\\","', '<>;rel=c'])
    expect(splitListLine('link', '<(>, <a>')).toEqual(['<>', '<>'])
    expect(splitListLine('link', '<a, <b')).toEqual(['<>'])
    expect(splitListLine('allow', '<a,b>')).toHaveLength(2)
  })

  it('of Via have commas in their comments (RFC 9110 §7.6.3)', () => {
    expect(splitListLine('via', '1.1 a (x, (y, "), \\)) ), 1.1 b')).toHaveLength(2)
    expect(splitListLine('via', '1.1 a (x,\\),(y,),\\(), 1.1 b, (c')).toEqual(['1.1 a ((', '1.1 b', '('])
    expect(splitListLine('via', '1.1 a), b')).toEqual(['1.1 a)', 'b'])
    expect(splitListLine('allow', '(a,b)')).toHaveLength(2)
  })

  it('are what was joined', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LIST_FIELDS), fc.array(token, { minLength: 1 }), (name, tokens) => {
        expect(splitListLine(name, tokens.join(', '))).toEqual(tokens)
      }),
    )
  })

  it('are those that we write, and read', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          token.map((text) => text.toLowerCase()),
          { minLength: 1 },
        ),
        (tokens) => {
          const vary = mergeVary(undefined, ...tokens)
          if (vary !== '*') expect(splitListLine('vary', vary)).toEqual(parseVary(vary))
        },
      ),
    )
    expect(splitListLine('allow', formatAllow(['GET', 'POST']))).toEqual(['GET', 'HEAD', 'POST'])
  })

  it('are found in time that grows with the length', () => {
    for (const piece of ['<', '(', '"', '\\', ',', '<"', '>', '((,']) {
      for (const name of ['link', 'via', 'allow']) {
        const started = performance.now()
        splitListLine(name, piece.repeat(300_000))
        expect(performance.now() - started).toBeLessThan(10_000)
      }
    }
  })
})
