/** A language range, or `*`, and how much it is wanted. */
export interface LanguageRange {
  readonly range: string
  /** 0 to 1; 0 rules out what the range fits (RFC 9110 §12.4.2). */
  readonly weight: number
}

/**
 * Reads Accept-Language: its ranges as they are listed (RFC 9110 §12.5.4), or undefined where it breaks its grammar. Empty
 * members count for nothing (§5.6.1.2).
 * @example parseAcceptLanguage('de-AT, en;q=0.5') // [{ range: 'de-AT', weight: 1 }, { range: 'en', weight: 0.5 }]
 */
export function parseAcceptLanguage(value: string): readonly LanguageRange[] | undefined {
  if (!FIELD.test(value)) return undefined
  return [...value.matchAll(MEMBER)].map(([, range = '', weight = '1']) => ({ range, weight: Number(weight) }))
}

// Nothing in it can be read in two ways, so that it takes no longer than the value is long.
const MEMBERS = String.raw`[ \t]*(?:(?:\*|[a-z]{1,8}(?:-[a-z0-9]{1,8})*)[ \t]*(?:;[ \t]*q=(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)[ \t]*)?)?`
const FIELD = new RegExp(`^${MEMBERS}(?:,${MEMBERS})*$`, 'i')
const MEMBER = /([^ \t,;]+)[ \t]*(?:;[ \t]*q=([\d.]+))?/gi
