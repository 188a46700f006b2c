import { isToken, isToken68 } from './characters.ts'
import { listElements } from './lists.ts'
import { type Parameter, parseSpacedParameter } from './parameters.ts'

/** challenge (RFC 9110 §11.3) */
export interface Challenge {
  /** In lower case. */
  readonly scheme: string
  readonly token68: string | undefined
  readonly parameters: readonly Parameter[]
}

const SCHEME_AND_REST = /^([^\t ]+)(?: +(.*))?$/s

/**
 * The challenges of WWW-Authenticate or Proxy-Authenticate; undefined: there is no value, or it is none by the grammar.
 * An element of the list begins a challenge unless it is a parameter.
 */
export function parseChallenges(value: string | undefined): readonly Challenge[] | undefined {
  if (value === undefined) return undefined
  const challenges: { scheme: string; token68: string | undefined; parameters: Parameter[] }[] = []
  for (const element of listElements(value)) {
    const current = challenges.at(-1)
    // auth-param (RFC 9110 §11.2)
    const parameter = parseSpacedParameter(element)
    if (parameter !== undefined) {
      // Without a blank behind the scheme nothing belongs to it: `Bearer, realm=x` has no grammar.
      if (current === undefined || current.parameters.length === 0) return undefined
      current.parameters.push(parameter)
      continue
    }
    const match = SCHEME_AND_REST.exec(element)
    const scheme = match?.[1] ?? ''
    const rest = match?.[2]
    if (!isToken(scheme)) return undefined
    const first = rest === undefined ? undefined : parseSpacedParameter(rest)
    if (rest !== undefined && first === undefined && !isToken68(rest)) return undefined
    challenges.push({
      scheme: scheme.toLowerCase(),
      token68: first === undefined ? rest : undefined,
      parameters: first === undefined ? [] : [first],
    })
  }
  return challenges.length === 0 ? undefined : challenges
}
