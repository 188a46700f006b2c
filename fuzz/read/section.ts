import type { FieldLine } from '../../src/rules/index.ts'

/** A header or trailer section with the empty line that ends it. */
export interface Section {
  readonly fields: readonly FieldLine[]
  readonly end: number
}

const FIELD_LINE = /^([!#$%&'*+\-.^_`|~\w]+):[\t ]*([^\r\n\0]*?)[\t ]*$/

/**
 * Reads a section (RFC 9112 §5).
 *
 * @param text ISO 8859-1.
 * @returns `broken` where a line is none: a server that went on would guess.
 */
export function sectionAt(text: string, start: number): Section | 'unfinished' | 'broken' {
  const fields: [string, string][] = []
  for (let at = start; ; ) {
    const end = text.indexOf('\r\n', at)
    const line = end === -1 ? text.slice(at) : text.slice(at, end)
    if (end === at) return { fields, end: end + 2 }
    if (/[\n\0]|\r(?!$)/.test(line) || (end !== -1 && line.includes('\r'))) return 'broken'
    if (end === -1) return 'unfinished'
    const [, name, value] = FIELD_LINE.exec(line) ?? []
    const last = fields.at(-1)
    // RFC 9112 §5.2: a folded line is refused, or unfolded.
    if (/^[ \t]/.test(line) && last !== undefined) last[1] = `${last[1]} ${line.trim()}`.trim()
    else if (name === undefined || value === undefined) return 'broken'
    else fields.push([name, value])
    at = end + 2
  }
}
