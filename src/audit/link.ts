/** Where a rule stands. */
export interface Citation {
  /** `9110`, or the name of a draft. */
  readonly rfc: string
  /** `15.5.6`; of appendices, `B.1`; empty: the whole document. */
  readonly section: string
}

/** `RFC 9110 §15.5.6`, or the name of a draft and its section. */
export function citationOf({ rfc, section }: Citation): string {
  const document = isDraft(rfc) ? rfc : `RFC ${rfc}`
  return section === '' ? document : `${document} §${section}`
}

/**
 * Where the section can be read: at the RFC Editor, drafts at the IETF's datatracker.
 *
 * @example
 * linkOf({ rfc: '9110', section: '15.5.6' }) // 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.6'
 */
export function linkOf({ rfc, section }: Citation): string {
  const page = isDraft(rfc)
    ? `https://datatracker.ietf.org/doc/html/${encodeURIComponent(rfc)}`
    : `https://www.rfc-editor.org/rfc/rfc${rfc}`
  return section === ''
    ? page
    : `${page}#${/^\d/.test(section) ? 'section' : 'appendix'}-${encodeURIComponent(section)}`
}

function isDraft(rfc: string): boolean {
  return !/^\d+$/.test(rfc)
}
