import { isQuotedString, isToken, isToken68 } from './characters.ts'
import { listElements } from './lists.ts'

/** Where a field value is no list of challenges (RFC 9110 §11.3). */
export interface ChallengeFault {
  /** Whether a parameter is wrong in itself, or the challenge that it stands in. */
  readonly in: 'parameter' | 'challenge'
  /** The element of the list. */
  readonly element: string
  /** What is wrong with it, as the end of a sentence. */
  readonly reason: string
}

/**
 * The first thing that is wrong with a list of challenges; undefined: nothing, or the list is empty. Its grammar is that
 * of `parseChallenges`, which only says what is right.
 */
export function findChallengeFault(list: string): ChallengeFault | undefined {
  let before: 'nothing' | 'scheme' | 'token68' | 'parameter' = 'nothing'
  for (const element of listElements(list)) {
    const value = isToken68(element) ? undefined : parameterValue(element)
    if (value !== undefined) {
      if (before === 'nothing') return wrong('challenge', element, 'stands before any scheme')
      if (before === 'scheme') return wrong('challenge', element, 'is cut off from its scheme by a comma')
      if (before === 'token68') return wrong('challenge', element, 'follows a token68, which stands alone')
      const reason = reasonOf(value)
      if (reason !== undefined) return wrong('parameter', element, reason)
      continue
    }
    const space = element.indexOf(' ')
    const scheme = space === -1 ? element : element.slice(0, space)
    if (!isToken(scheme)) return wrong('challenge', element, 'begins with no scheme')
    const rest = space === -1 ? '' : element.slice(space).replace(/^ +/, '')
    before = rest === '' ? 'scheme' : isToken68(rest) ? 'token68' : 'parameter'
    if (before !== 'parameter') continue
    const first = parameterValue(rest)
    if (first === undefined)
      return wrong('challenge', element, 'has neither parameters nor one token68 after the scheme')
    const reason = reasonOf(first)
    if (reason !== undefined) return wrong('parameter', rest, reason)
  }
  return undefined
}

function wrong(place: ChallengeFault['in'], element: string, reason: string): ChallengeFault {
  return { in: place, element, reason }
}

/** The value of `name = value`, where the name is a token; blanks around "=" are tolerated (RFC 9110 §11.2). */
function parameterValue(text: string): string | undefined {
  const [, name = '', value] = /^([^\t =]+)[\t ]*=[\t ]*(.*)/s.exec(text) ?? []
  return isToken(name) ? value : undefined
}

function reasonOf(value: string): string | undefined {
  if (isToken(value) || isQuotedString(value)) return undefined
  if (value === '') return 'has no value'
  if (!value.startsWith('"')) return 'has a value with characters that need quotes'
  if (!value.endsWith('"')) return 'has a quoted value that something follows, or that does not end'
  return 'has a value that is no quoted-string'
}
