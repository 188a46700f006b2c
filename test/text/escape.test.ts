import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeMarkup } from '../../src/text/escape.ts'

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

function unescapeMarkup(text: string): string {
  return text.replace(/&([^;]*);/g, (_found, name: string) => references[name] ?? 'unknown')
}

describe('escapeMarkup', () => {
  it('escapes what means something in HTML and XML, in content and in both kinds of quotes (XML 1.0 §2.4)', () => {
    expect(escapeMarkup(`<a href="x">'&'</a>`)).toBe('&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;')
  })

  it('leaves other text as it is', () => {
    expect(escapeMarkup('caf\u00e9 \ud83d\ude00 \n\t`=')).toBe('caf\u00e9 \ud83d\ude00 \n\t`=')
    expect(escapeMarkup('')).toBe('')
  })

  it('escapes what is escaped already: it is text', () => {
    expect(escapeMarkup('&lt;')).toBe('&amp;lt;')
  })

  it('leaves nothing that means something, and loses nothing', () => {
    const text = fc.string({ unit: fc.oneof(fc.constantFrom('&', '<', '>', '"', "'", ';'), fc.string()) })
    fc.assert(
      fc.property(text, (given) => {
        expect(escapeMarkup(given)).not.toMatch(/[<>"']/)
        expect(unescapeMarkup(escapeMarkup(given))).toBe(given)
      }),
    )
  })
})
