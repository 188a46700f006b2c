import { isQuotedString, isToken } from './characters.ts'
import { listElements, splitOutsideQuotes, trimBlanks } from './lists.ts'

/** The names of Prefer or Preference-Applied, in lower case and in their order (RFC 7240 §2); undefined: the value is none. */
export function parsePreferences(value: string): readonly string[] | undefined {
  const names: string[] = []
  for (const element of listElements(value)) {
    const [preference = '', ...parameters] = splitOutsideQuotes(element, ';')
    const name = nameOf(preference)
    if (name === undefined || parameters.some((text) => text !== '' && nameOf(text) === undefined)) return undefined
    names.push(name)
  }
  return names
}

/** Of `name`, or `name = word`; blanks around "=" are let pass, as RFC 7240 does. */
function nameOf(text: string): string | undefined {
  const [name = '', ...values] = splitOutsideQuotes(text, '=')
  if (!isToken(trimBlanks(name)) || values.length > 1) return undefined
  const [value] = values
  if (value !== undefined && value !== '' && !isToken(value) && !isQuotedString(value)) return undefined
  return trimBlanks(name).toLowerCase()
}
