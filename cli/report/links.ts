/** `RFC 9110 §15.5.6`, or `draft-ietf-… §4` */
export function referenceOf(rfc: string, section: string): string {
  const document = /^\d+$/.test(rfc) ? `RFC ${rfc}` : rfc
  return section === '' ? document : `${document} §${section}`
}

/**
 * The address of a section: at the RFC Editor, drafts at the IETF's datatracker.
 *
 * @example
 * linkTo('9110', '15.5.6') // 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.6'
 */
export function linkTo(rfc: string, section: string): string {
  const page = /^\d+$/.test(rfc)
    ? `https://www.rfc-editor.org/rfc/rfc${rfc}`
    : `https://datatracker.ietf.org/doc/html/${encodeURIComponent(rfc)}`
  if (section === '') return page
  return `${page}#${/^\d/.test(section) ? 'section' : 'appendix'}-${encodeURIComponent(section)}`
}
