import { isToken } from './characters.ts'
import { trimBlanks } from './lists.ts'

/** A parameter of a link-value, as it came. */
export interface LinkParameter {
  /** In lower case. */
  readonly name: string
  /** Without quotes; undefined: it has none. */
  readonly value: string | undefined
  /** Whether it is a quoted-string, a token, or text that is neither: `rel=https://…` needs quotes. */
  readonly form: 'quoted' | 'token' | 'bare'
}

/** link-value (RFC 8288 §3) */
export interface Link {
  /** What stands between the angle brackets. */
  readonly target: string
  /** In their order, repetitions and all. */
  readonly parameters: readonly LinkParameter[]
  /** As it came. */
  readonly text: string
}

/**
 * The links of a Link field; undefined: it is none by the grammar. The one thing that is let pass is a value without
 * the quotes that it needs; `form` tells.
 */
export function parseLinks(value: string): readonly Link[] | undefined {
  const links: Link[] = []
  let at = 0
  for (;;) {
    at = after(SEPARATORS, value, at)
    if (at === value.length) return links
    const start = at
    const target = match(TARGET, value, at)
    if (target === undefined) return undefined
    at += target.length
    const parameters: LinkParameter[] = []
    for (let semicolon = match(SEMICOLON, value, at); semicolon; semicolon = match(SEMICOLON, value, at)) {
      at += semicolon.length
      const name = match(NAME, value, at)
      // RFC 8288 §3 lets a semicolon stand alone.
      if (name === undefined) continue
      at += name.length
      const equals = match(EQUALS, value, at)
      if (equals === undefined) {
        parameters.push({ name: name.toLowerCase(), value: undefined, form: 'token' })
        continue
      }
      at += equals.length
      const parameter = readValue(value, at)
      if (parameter === undefined) return undefined
      at = parameter.end
      parameters.push({ name: name.toLowerCase(), value: parameter.value, form: parameter.form })
    }
    links.push({ target: target.slice(1, -1), parameters, text: trimBlanks(value.slice(start, at)) })
    at = after(BLANKS, value, at)
    if (at < value.length && value[at] !== ',') return undefined
  }
}

/** The values of the parameters of a name, in their order. */
export function valuesOf(link: Link, name: string): readonly string[] {
  return link.parameters.filter((parameter) => parameter.name === name).map(({ value = '' }) => value)
}

/** The relation types of a link, in lower case: of several `rel` the first counts (RFC 8288 §3.3). */
export function relationsOf(link: Link): readonly string[] {
  return (valuesOf(link, 'rel')[0] ?? '')
    .toLowerCase()
    .split(' ')
    .filter((relation) => relation !== '')
}

const SEPARATORS = /[\t ,]*/y
const BLANKS = /[\t ]*/y
const TARGET = /<[^<>"\s]*>/y
const SEMICOLON = /[\t ]*;[\t ]*/y
const NAME = /[!#$%&'*+\-.^_`|~0-9A-Za-z]+/y
const EQUALS = /[\t ]*=[\t ]*/y
const BARE = /[!#-+\--:<-~]+/y
const QUOTED_PART = /[\t !#-[\]-~\x80-\xff]*/y

function readValue(
  text: string,
  start: number,
): { readonly value: string; readonly form: LinkParameter['form']; readonly end: number } | undefined {
  if (text[start] !== '"') {
    const value = match(BARE, text, start)
    if (value === undefined) return undefined
    return { value, form: isToken(value) ? 'token' : 'bare', end: start + value.length }
  }
  let value = ''
  for (let at = start + 1; ; at++) {
    const part = match(QUOTED_PART, text, at) ?? ''
    value += part
    at += part.length
    if (text[at] === '"') return { value, form: 'quoted', end: at + 1 }
    const escaped = text[at] === '\\' ? text[++at] : undefined
    if (escaped === undefined || !/[\t -~\x80-\xff]/.test(escaped)) return undefined
    value += escaped
  }
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

function after(pattern: RegExp, text: string, at: number): number {
  return at + (match(pattern, text, at)?.length ?? 0)
}
