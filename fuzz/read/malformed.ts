/** A violation of the grammar of HTTP. */
export class Malformed extends Error {}

/** The beginning of what was read, for people. */
export function quote(bytes: Buffer): string {
  return JSON.stringify(bytes.toString('latin1', 0, 120))
}
