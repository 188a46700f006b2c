import { isQuotedString, isToken, unquote } from './characters.ts'
import { splitOutsideQuotes } from './lists.ts'

/** `name=value` or `name="value"` (RFC 9110 §5.6.6). */
export interface Parameter {
  /** In lower case. */
  readonly name: string
  /** Without quotes. */
  readonly value: string
  readonly quoted: boolean
}

/** One parameter; no blanks around "=". Undefined: none by the grammar. */
export function parseParameter(text: string): Parameter | undefined {
  const equals = text.indexOf('=')
  const name = text.slice(0, Math.max(equals, 0))
  const value = text.slice(equals + 1)
  if (!isToken(name)) return undefined
  if (isToken(value)) return { name: name.toLowerCase(), value, quoted: false }
  if (isQuotedString(value)) return { name: name.toLowerCase(), value: unquote(value), quoted: true }
  return undefined
}

/** As `parseParameter`, with blanks around "=" where a grammar has recipients take them (RFC 9110 §11.2, RFC 7240 §2). */
export function parseSpacedParameter(text: string): Parameter | undefined {
  const match = /^([^\t =]+)[\t ]*=[\t ]*(.+)/s.exec(text)
  return match === null ? undefined : parseParameter(`${match[1]}=${match[2]}`)
}

/** What stands before the first ";", and the parameters behind it. Undefined: a parameter is none. */
export function parseParameterised(text: string): { item: string; parameters: readonly Parameter[] } | undefined {
  const [item = '', ...rest] = splitOutsideQuotes(text, ';')
  const parameters: Parameter[] = []
  for (const part of rest) {
    // An empty parameter is allowed (RFC 9110 §5.6.6).
    if (part === '') continue
    const parameter = parseParameter(part)
    if (parameter === undefined) return undefined
    parameters.push(parameter)
  }
  return { item, parameters }
}
