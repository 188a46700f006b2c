import type { Scanner } from './scan.ts'

const QVALUE = /(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)(?![.\d])/y

/** A weight's number, 0 to 1 with at most three decimals (RFC 9110 §12.4.2), as it was written. */
export function parseQvalue(scanner: Scanner): string | undefined {
  return scanner.match(QVALUE)
}
