import { describe, expect, it } from 'vitest'
import { citationOf, linkOf } from '../../src/audit/index.ts'

describe('the section of a rule', () => {
  it.each([
    ['9110', '15.5.6', 'RFC 9110 §15.5.6', 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.6'],
    ['9530', 'B.10', 'RFC 9530 §B.10', 'https://www.rfc-editor.org/rfc/rfc9530#appendix-B.10'],
    ['9110', '', 'RFC 9110', 'https://www.rfc-editor.org/rfc/rfc9110'],
    ['draft-ietf-x-10', '4', 'draft-ietf-x-10 §4', 'https://datatracker.ietf.org/doc/html/draft-ietf-x-10#section-4'],
  ])('%s %s is cited as %s, and read at %s', (rfc, section, citation, link) => {
    expect(citationOf({ rfc, section })).toBe(citation)
    expect(linkOf({ rfc, section })).toBe(link)
  })
})
