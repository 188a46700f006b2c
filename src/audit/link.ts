import type { Rule } from '../rules/index.ts'

/** `RFC 9110 §15.5.6`, or the name of a draft and its section. */
export function citationOf({ rfc, section }: Pick<Rule, 'rfc' | 'section'>): string {
  return `${isDraft(rfc) ? rfc : `RFC ${rfc}`} §${section}`
}

/** Where the section can be read. */
export function linkOf({ rfc, section }: Pick<Rule, 'rfc' | 'section'>): string {
  const base = isDraft(rfc)
    ? `https://datatracker.ietf.org/doc/html/${rfc}`
    : `https://www.rfc-editor.org/rfc/rfc${rfc}`
  return /^\d/.test(section) ? `${base}#section-${section}` : `${base}#appendix-${section}`
}

function isDraft(rfc: string): boolean {
  return rfc.startsWith('draft-')
}
