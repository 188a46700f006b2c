import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ByteRange, coalesce, satisfiableRanges } from '../../src/replies/byte-ranges.ts'

describe('satisfiableRanges', () => {
  it.each([
    ['bytes=0-0', 1, [[0, 0]]],
    ['bytes=0-', 100, [[0, 99]]],
    ['bytes=90-200', 100, [[90, 99]]],
    ['bytes=-10', 100, [[90, 99]]],
    ['bytes=-1000', 100, [[0, 99]]],
    [`bytes=-${'9'.repeat(30)}`, 100, [[0, 99]]],
    [`bytes=0-${'9'.repeat(30)}`, 100, [[0, 99]]],
    [`bytes=9007199254740990-`, Number.MAX_SAFE_INTEGER, [[Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER - 1]]],
    [
      'bytes=50-59,0-9,-1',
      100,
      [
        [50, 59],
        [0, 9],
        [99, 99],
      ],
    ],
    ['bytes=100-,0-9,-0', 100, [[0, 9]]],
    ['bytes=100-', 100, []],
    ['bytes=-0', 100, []],
    [`bytes=${'9'.repeat(30)}-`, 100, []],
  ])('finds for %s of %d bytes: %j (RFC 9110 §14.1.2)', (range, size, found) => {
    expect(satisfiableRanges(range, size)).toEqual(found.map(([start, end]) => ({ start, end })))
  })

  it('counts on with positions of any length (RFC 9110 §14.1.2)', () => {
    const huge = '9'.repeat(400)
    expect(satisfiableRanges(`bytes=0-${huge},-${huge}`, 10)).toEqual([
      { start: 0, end: 9 },
      { start: 0, end: 9 },
    ])
    expect(satisfiableRanges(`bytes=${huge}-`, 10)).toEqual([])
  })

  it.each(['lines=0-9', 'bytes=', 'bytes=9-0', 'bytes=0-9,x'])('ignores %s (RFC 9110 §14.2)', (range) => {
    expect(satisfiableRanges(range, 100)).toBeUndefined()
  })
})

describe('coalesce', () => {
  const ranges = (...pairs: [number, number][]): ByteRange[] => pairs.map(([start, end]) => ({ start, end }))

  it('joins ranges that overlap or touch (RFC 9110 §15.3.7.2)', () => {
    expect(coalesce(ranges([0, 9], [5, 19], [20, 29]), 0)).toEqual(ranges([0, 29]))
    expect(coalesce(ranges([0, 99], [5, 19]), 0)).toEqual(ranges([0, 99]))
  })

  it('joins ranges with a gap that is smaller than a part costs, and no others (RFC 9110 §15.3.7.2)', () => {
    expect(coalesce(ranges([0, 9], [109, 119]), 100)).toEqual(ranges([0, 119]))
    expect(coalesce(ranges([0, 9], [110, 119]), 100)).toEqual(ranges([0, 9], [110, 119]))
  })

  it('keeps the order of the request, what is joined in the place of its first (RFC 9110 §15.3.7.2)', () => {
    expect(coalesce(ranges([500, 509], [0, 9], [505, 519]), 0)).toEqual(ranges([500, 519], [0, 9]))
    expect(coalesce(ranges([505, 519], [900, 909], [500, 509]), 0)).toEqual(ranges([500, 519], [900, 909]))
    expect(coalesce(ranges([5, 6], [900, 909], [0, 9]), 0)).toEqual(ranges([0, 9], [900, 909]))
  })

  it('leaves out nothing that was asked for and adds only gaps that are small', () => {
    const range = fc.tuple(fc.nat(300), fc.nat(20)).map(([start, length]) => ({ start, end: start + length }))
    const positions = ({ start, end }: ByteRange): number[] =>
      Array.from({ length: end - start + 1 }, (_, index) => start + index)
    fc.assert(
      fc.property(fc.array(range, { maxLength: 12 }), fc.nat(30), (asked, gap) => {
        const parts = coalesce(asked, gap)
        const wanted = new Set(asked.flatMap(positions))
        const sent = parts.flatMap(positions)
        expect(new Set(sent).size).toBe(sent.length)
        expect([...wanted].filter((position) => !sent.includes(position))).toEqual([])
        for (const { start, end } of parts) expect([wanted.has(start), wanted.has(end)]).toEqual([true, true])
        const unwanted = sent.filter((position) => !wanted.has(position))
        expect(unwanted.every((position) => isInGapBelow(gap, position, wanted))).toBe(true)
        const ends = parts.toSorted((one, other) => one.start - other.start)
        for (const [index, { end }] of ends.entries()) {
          const next = ends[index + 1]
          if (next !== undefined) expect(next.start - end - 1).toBeGreaterThanOrEqual(Math.max(gap, 1))
        }
      }),
    )
  })
})

function isInGapBelow(limit: number, position: number, wanted: ReadonlySet<number>): boolean {
  let [before, after] = [position, position]
  while (!wanted.has(before - 1)) before--
  while (!wanted.has(after + 1)) after++
  return after - before + 1 < limit
}
