import { isToken } from './characters.ts'
import { type Parameter, parseParameterised } from './parameters.ts'

/** media-type (RFC 9110 §8.3.1) */
export interface MediaType {
  /** `type/subtype` in lower case. */
  readonly essence: string
  readonly type: string
  readonly subtype: string
  readonly parameters: readonly Parameter[]
}

export function parseMediaType(text: string): MediaType | undefined {
  const parsed = parseParameterised(text)
  if (parsed === undefined) return undefined
  const slash = parsed.item.indexOf('/')
  const type = parsed.item.slice(0, Math.max(slash, 0)).toLowerCase()
  const subtype = parsed.item.slice(slash + 1).toLowerCase()
  if (!isToken(type) || !isToken(subtype)) return undefined
  return { essence: `${type}/${subtype}`, type, subtype, parameters: parsed.parameters }
}
