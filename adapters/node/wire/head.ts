import type { FieldLine, HttpVersion } from '../../../src/rules/index.ts'
import { describeBytes } from './describe-bytes.ts'

/** Status line and field section of a response, with what was wrong with them and was read all the same. */
export interface Head {
  /** ISO 8859-1, up to and with the empty line. */
  readonly raw: string
  readonly version: HttpVersion
  readonly status: number
  readonly reason: string | undefined
  readonly fields: readonly FieldLine[]
  readonly faults: readonly string[]
}

/** Whether a line can be read as a status line (RFC 9112 §4), if only by a lenient reader. */
export function isStatusLine(line: string): boolean {
  return STATUS_LINE.test(line)
}

/**
 * @param raw the whole head
 * @param lines its lines, without their ends and the empty one; the first is a status line
 */
export function parseHead(raw: string, lines: readonly string[]): Head {
  const faults: string[] = []
  const [, major = '', minor, code = '', reason] = STATUS_LINE.exec(lines[0] ?? '') ?? []
  const given = minor === undefined ? major : `${major}.${minor}`
  if (given !== '1.1' && given !== '1.0') faults.push(`The status line names the version HTTP/${given}.`)
  return {
    raw,
    version: given === '1.0' ? '1.0' : '1.1',
    status: Number(code),
    reason,
    fields: parseFields(lines.slice(1), faults),
    faults,
  }
}

/** Reads field lines (RFC 9112 §5) as lenient recipients do, and notes what they had to forgive. */
export function parseFields(lines: readonly string[], faults: string[]): FieldLine[] {
  const fields: FieldLine[] = []
  for (const line of lines) {
    const last = fields.at(-1)
    if (line.startsWith(' ') || line.startsWith('\t')) {
      faults.push(`A field line is folded: ${describeBytes(line)}.`)
      if (last !== undefined) fields[fields.length - 1] = [last[0], `${last[1]} ${trimBlanks(line)}`]
      continue
    }
    const colon = line.indexOf(':')
    if (colon < 1) {
      faults.push(`A line of the field section is no field: ${describeBytes(line)}.`)
      continue
    }
    const name = line.slice(0, colon)
    const trimmed = trimBlanks(name)
    if (trimmed !== name) faults.push(`There is a blank before the colon of ${describeBytes(name)}.`)
    fields.push([trimmed, trimBlanks(line.slice(colon + 1))])
  }
  return fields
}

const STATUS_LINE = /^HTTP\/(\d)(?:\.(\d))?[ \t]+(\d{3})(?:[ \t](.*))?$/s

function trimBlanks(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isBlank(text[start])) start++
  while (end > start && isBlank(text[end - 1])) end--
  return text.slice(start, end)
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t'
}
