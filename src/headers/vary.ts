import { describe } from './describe.ts'
import { isFieldName } from './field-value.ts'
import { combine, parseList } from './scan.ts'

/**
 * Adds field names to what a response already varies on (RFC 9110 §12.5.5): names that are there, in any case, are not
 * repeated, order and spelling of the existing ones stay, members that are no field names are dropped. `*` on either side
 * gives `*`.
 * @param existing Vary of the response so far, or nothing.
 * @param fields Names of request fields that had influence, or `*`.
 * @throws {TypeError} for a field that is no field name.
 * @example mergeVary('Origin', 'Accept', 'origin') // 'Origin, Accept'
 */
export function mergeVary(existing: string | readonly string[] | undefined, ...fields: string[]): string {
  const seen = new Set<string>()
  let value = ''
  const members = existing === undefined ? '' : combine(existing)
  for (let start = 0; start < members.length; ) {
    const comma = members.indexOf(',', start)
    const end = comma < 0 ? members.length : comma
    const name = members.slice(start, end).trim()
    if (isFieldName(name)) value = append(value, name, seen)
    start = end + 1
  }
  for (const name of fields) {
    if (!isFieldName(name)) {
      throw new TypeError(`Vary lists field names or * (RFC 9110 §12.5.5), not ${describe(name)}`)
    }
    value = append(value, name, seen)
  }
  return seen.has('*') ? '*' : value
}

/**
 * Reads Vary: the field names as sent (`*` among them if it was), `undefined` if a member is no field name.
 * @example parseVary('Origin, Accept') // ['Origin', 'Accept']
 */
export function parseVary(value: string | readonly string[]): string[] | undefined {
  return parseList(value, (scanner) => scanner.token())
}

function append(value: string, name: string, seen: Set<string>): string {
  const key = name.toLowerCase()
  if (seen.has(key)) return value
  seen.add(key)
  return value === '' ? name : `${value}, ${name}`
}
