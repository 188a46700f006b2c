import satisfy from 'range-parser'
import { parseByteRangeSpecs } from '../headers/index.ts'

/** A stretch of bytes: positions from 0, both inclusive. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/**
 * The ranges of a representation that a Range field asks for, in its order; none: it can't be satisfied (RFC 9110 §14.1.2).
 * @param size of the representation in bytes, at least 1.
 * @returns `undefined` for a field that is ignored: another unit, or an invalid set.
 */
export function satisfiableRanges(range: string, size: number): readonly ByteRange[] | undefined {
  const specs = parseByteRangeSpecs(range)
  if (specs === undefined) return undefined
  const found = satisfy(size, `bytes=${specs.map((spec) => withinSize(spec, size)).join()}`)
  return typeof found === 'number' ? [] : [...found]
}

/**
 * Makes one of ranges that overlap or are closer than `gap` bytes; it takes the place of the first of them
 * (RFC 9110 §15.3.7.2).
 */
export function coalesce(ranges: readonly ByteRange[], gap: number): readonly ByteRange[] {
  const merged: (ByteRange & { readonly place: number })[] = []
  const ascending = ranges.map((range, place) => ({ ...range, place })).sort((one, other) => one.start - other.start)
  for (const range of ascending) {
    const last = merged.at(-1)
    if (last === undefined || range.start - last.end - 1 >= Math.max(gap, 1)) merged.push(range)
    else {
      const end = Math.max(last.end, range.end)
      merged[merged.length - 1] = { start: last.start, end, place: Math.min(last.place, range.place) }
    }
  }
  return merged.sort((one, other) => one.place - other.place).map(({ start, end }) => ({ start, end }))
}

// A suffix that is longer than the representation means all of it (RFC 9110 §14.1.2); range-parser finds none.
function withinSize(spec: string, size: number): string {
  return spec.startsWith('-') && Number(spec.slice(1)) > size ? `-${size}` : spec
}
