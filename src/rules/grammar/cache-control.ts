import { isDigits, isQuotedString, isToken, unquote } from './characters.ts'

/** cache-directive (RFC 9111 §5.2) */
export interface CacheDirective {
  /** In lower case. */
  readonly name: string
  /** Without quotes. */
  readonly value: string | undefined
  readonly quoted: boolean
}

/** The directives of the elements of Cache-Control, and the elements that are none. */
export function parseCacheControl(elements: readonly string[]): {
  readonly directives: readonly CacheDirective[]
  readonly wrong: readonly string[]
} {
  const directives: CacheDirective[] = []
  const wrong: string[] = []
  for (const element of elements) {
    const equals = element.indexOf('=')
    const name = (equals === -1 ? element : element.slice(0, equals)).toLowerCase()
    const value = equals === -1 ? undefined : element.slice(equals + 1)
    if (!isToken(name)) wrong.push(element)
    else if (value === undefined || isToken(value)) directives.push({ name, value, quoted: false })
    else if (isQuotedString(value)) directives.push({ name, value: unquote(value), quoted: true })
    else wrong.push(element)
  }
  return { directives, wrong }
}

/** delta-seconds (RFC 9111 §1.2.2) as a number; undefined: there is none, or it is none by the grammar. */
export function parseDeltaSeconds(text: string | undefined): number | undefined {
  return text !== undefined && isDigits(text) ? Number(text) : undefined
}

/** A directive as it was written, for people. */
export function directiveText({ name, value, quoted }: CacheDirective): string {
  if (value === undefined) return name
  return quoted ? `${name}="${value}"` : `${name}=${value}`
}
