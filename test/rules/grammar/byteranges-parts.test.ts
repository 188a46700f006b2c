import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byteSource } from '../../../src/replies/byte-source.ts'
import { multipart, newBoundary } from '../../../src/replies/multipart.ts'
import {
  type ByterangesPart,
  hasBareLf,
  isBoundary,
  parseByterangesParts,
} from '../../../src/rules/grammar/byteranges-parts.ts'
import { parseContentRange } from '../../../src/rules/grammar/ranges.ts'
import { encodeUtf8 } from '../../../src/rules/grammar/utf8.ts'

const read = (text: string, boundary: string): readonly ByterangesPart[] | undefined =>
  parseByterangesParts(encodeUtf8(text), boundary)

const EXAMPLE = [
  '--THIS_STRING_SEPARATES',
  'Content-Type: application/pdf',
  'Content-Range: bytes 500-503/8000',
  '',
  'abcd',
  '--THIS_STRING_SEPARATES',
  'Content-Type: application/pdf',
  'Content-Range: bytes 7000-7001/8000',
  '',
  'ef',
  '--THIS_STRING_SEPARATES--',
].join('\r\n')

describe('multipart/byteranges (RFC 9110 §14.6)', () => {
  it('reads the parts of the example in the RFC', () => {
    const parts = read(EXAMPLE, 'THIS_STRING_SEPARATES') ?? []
    expect(parts.map(({ start, end }) => EXAMPLE.slice(start, end))).toEqual(['abcd', 'ef'])
    expect(parts[1]?.fields).toEqual([
      ['Content-Type', 'application/pdf'],
      ['Content-Range', 'bytes 7000-7001/8000'],
    ])
  })

  it('takes empty lines before the first boundary, blanks behind one, and what follows the last', () => {
    const padded = `\r\n${EXAMPLE.replace('SEPARATES\r\n', 'SEPARATES \t\r\n')}\r\nepilogue`
    expect(read(padded, 'THIS_STRING_SEPARATES')).toHaveLength(2)
  })

  it('takes empty parts, and parts without fields', () => {
    expect(read('--b\r\n\r\n\r\n--b\r\n\r\n--b--', 'b')?.map(({ start, end }) => end - start)).toEqual([0, 0])
  })

  it.each([
    ['no close delimiter', EXAMPLE.slice(0, -2)],
    ['another boundary', EXAMPLE.replaceAll('THIS', 'THAT')],
    ['LF for CRLF', EXAMPLE.replaceAll('\r\n', '\n')],
    ['a head without end', '--THIS_STRING_SEPARATES\r\nA: b\r\n--THIS_STRING_SEPARATES--'],
    ['a line that is no field', EXAMPLE.replace('Content-Type:', 'Content Type')],
    ['no parts', '--THIS_STRING_SEPARATES--'],
    ['nothing', ''],
  ])('refuses %s', (_what, text) => expect(read(text, 'THIS_STRING_SEPARATES')).toBeUndefined())

  it.each([
    ['one dash behind the last boundary', '--b\r\n\r\nx\r\n--b-'],
    ['a dash and something else behind it', '--b\r\n\r\nx\r\n--b-x'],
    ['something else and a dash behind it', '--b\r\n\r\nx\r\n--bx-'],
    ['a first line that only begins with the boundary', '--bx\r\n\r\nx\r\n--b--'],
    ['CR alone behind a boundary', '--b\rx\r\n\r\nx\r\n--b--'],
    ['LF alone behind a boundary', '--b\n\r\n\r\nx\r\n--b--'],
    ['LF behind something else', '--bx\n\r\n\r\nx\r\n--b--'],
    ['a head that ends with the content', '--b\r\nA: b\r\n'],
  ])('refuses %s', (_what, text) => expect(read(text, 'b')).toBeUndefined())

  it('refuses what is no boundary (RFC 2046 §5.1.1)', () => {
    expect(read('--a \r\n\r\nx\r\n--a --', 'a ')).toBeUndefined()
  })

  it.each(['x--b--', 'x\n--b--', 'x\r--b--', '\rx--b--', 'x\r\n-b-', '\r\n-', '\r\n--\r\nb'])(
    'takes %j for the bytes of a part',
    (bytes) => {
      expect(read(`--b\r\n\r\n${bytes}\r\n--b--`, 'b')).toEqual([{ fields: [], start: 7, end: 7 + bytes.length }])
    },
  )

  it('ends the lines of a head with CRLF and nothing else', () => {
    expect(read('--b\r\nA: b\rc\nd\r\nE:\r\n\r\n\r\n--b--', 'b')?.[0]?.fields).toEqual([
      ['A', 'b\rc\nd'],
      ['E', ''],
    ])
  })

  it('knows what a boundary is (RFC 2046 §5.1.1)', () => {
    expect(['a', "gc0p4Jq0M2Yt08j34c0p'()+_,-./:=?", 'a b', 'x'.repeat(70)].filter(isBoundary)).toHaveLength(4)
    expect(['', 'a ', 'x'.repeat(71), 'é', 'a"b', 'a\r\nb'].filter(isBoundary)).toEqual([])
  })

  it('reads what src/replies writes, byte by byte', async () => {
    const ranges = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 31, maxLength: 60 }), ranges, async (bytes, pairs) => {
        const wanted = pairs.map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
        const boundary = newBoundary()
        const body = multipart(wanted, byteSource(bytes, undefined), 'application/pdf', boundary)
        const content: number[] = []
        for await (const chunk of body.open()) content.push(...(typeof chunk === 'string' ? encodeUtf8(chunk) : chunk))
        const parts = parseByterangesParts(Uint8Array.from(content), boundary) ?? []
        expect(parts.map(({ start, end }) => content.slice(start, end))).toEqual(
          wanted.map(({ start, end }) => [...bytes.slice(start, end + 1)]),
        )
        expect(parts.map(({ fields }) => parseContentRange(fields[1]?.[1] ?? '')?.enclosed)).toEqual(
          wanted.map(({ start, end }) => ({ first: start, last: end })),
        )
      }),
      { numRuns: 50 },
    )
  })

  it.each([
    ['--b\n', true],
    ['--b\r\nA: b\n\r\n', true],
    ['--b\r\nA\n', true],
    ['--b\r\nA: b\r\n\n', true],
    ['--b\r\nA: b\r\nC: d\n', true],
    ['--b\r\nA: b\r\n\r\nx\n', false],
    ['--b\r\n', false],
    ['--b', false],
    ['x\n--b\n', false],
    ['--c\n', false],
  ])('finds LF alone at the end of a line of the first head: %j', (text, expected) => {
    expect(hasBareLf(encodeUtf8(text), 'b')).toBe(expected)
  })

  it('finds none where the boundary is none', () => {
    expect(hasBareLf(encodeUtf8('--a \n'), 'a ')).toBe(false)
  })

  it('never throws, and is done in no time', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.string({ maxLength: 4 }), (content, boundary) => {
        parseByterangesParts(content, boundary)
      }),
    )
    const start = performance.now()
    read('\r\n-'.repeat(300_000), '-'.repeat(60))
    read(`--b\r\n${'a: b\r\n'.repeat(50_000)}`, 'b')
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})
