import { parseList, type Scanner } from './scan.ts'

const BYTES = /^bytes=/i
const SPEC = /\d+-\d*|-\d+/y

/**
 * Reads Range where its unit is bytes (RFC 9110 §14.1.2): the range specs as they were written.
 * @returns `undefined` for another unit, and as soon as one spec is invalid, since then all of them are (§14.1.1).
 * @example parseByteRangeSpecs('bytes=0-499, -500') // ['0-499', '-500']
 */
export function parseByteRangeSpecs(value: string): string[] | undefined {
  if (!BYTES.test(value)) return undefined
  const specs = parseList(value.slice('bytes='.length), rangeSpec)
  return specs?.length === 0 ? undefined : specs
}

function rangeSpec(scanner: Scanner): string | undefined {
  const spec = scanner.match(SPEC)
  if (spec === undefined) return undefined
  const dash = spec.indexOf('-')
  const last = spec.slice(dash + 1)
  return last !== '' && isLess(last, spec.slice(0, dash)) ? undefined : spec
}

// As text, because positions may have more digits than a number is exact to (RFC 9110 §14.1.2).
function isLess(one: string, other: string): boolean {
  const digits = Math.max(one.length, other.length)
  return one.padStart(digits, '0') < other.padStart(digits, '0')
}
