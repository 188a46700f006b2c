const LF = 0x0a
const CR = 0x0d

/** A line without its end, and how it ended. */
export interface Line {
  readonly bytes: Buffer
  readonly end: '\r\n' | '\n'
}

/** Puts lines together from pieces of any size, each byte looked at once. */
export class LineBuffer {
  #parts: Buffer[] = []
  #length = 0

  /** How many bytes of an unfinished line there are. */
  get length(): number {
    return this.#length
  }

  /** Takes bytes up to the end of the line; says how many, and the line if it is complete. */
  take(bytes: Buffer, from: number): { readonly next: number; readonly line?: Line } {
    const lf = bytes.indexOf(LF, from)
    const next = lf === -1 ? bytes.length : lf + 1
    this.#parts.push(bytes.subarray(from, next))
    this.#length += next - from
    if (lf === -1) return { next }
    const whole = Buffer.concat(this.flush())
    const isCrLf = whole.length > 1 && whole[whole.length - 2] === CR
    return { next, line: { bytes: whole.subarray(0, whole.length - (isCrLf ? 2 : 1)), end: isCrLf ? '\r\n' : '\n' } }
  }

  /** Gives up what there is of an unfinished line. */
  flush(): Buffer[] {
    const parts = this.#parts
    this.#parts = []
    this.#length = 0
    return parts
  }
}
