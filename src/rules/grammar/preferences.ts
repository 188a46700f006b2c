import { isToken } from './characters.ts'
import { listElements, splitOutsideQuotes } from './lists.ts'
import { parseSpacedParameter } from './parameters.ts'

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
  return isToken(text) ? text.toLowerCase() : parseSpacedParameter(text)?.name
}
