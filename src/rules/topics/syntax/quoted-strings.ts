import type { ResponseView } from '../../exchange-view.ts'
import { brief, fault, quoted } from '../../fault.ts'
import { withoutTargets } from '../../grammar/list-fields.ts'
import { findQuotedTexts, type QuotedText, withoutQuoted } from '../../grammar/quoted-strings.ts'
import type { Rule } from '../../rule.ts'

// Fields whose grammar gives quotes the meaning of RFC 9110 §5.6.4. ETag and structured fields give them another one.
const QUOTING: readonly string[] = [
  'accept',
  'accept-patch',
  'accept-post',
  'alt-svc',
  'authentication-info',
  'content-disposition',
  'link',
  'preference-applied',
  'proxy-authentication-info',
  'server-timing',
  'strict-transport-security',
]
// These have rules for their whole grammar, which find what is not closed.
const WITH_OWN_GRAMMAR: readonly string[] = ['cache-control', 'content-type', 'proxy-authenticate', 'www-authenticate']

// Their grammar had blanks around "=" once (RFC 9110 §11.2, RFC 8288 §3).
const ONCE_WITH_BLANKS: readonly string[] = [
  'authentication-info',
  'link',
  'proxy-authenticate',
  'proxy-authentication-info',
  'www-authenticate',
]

/** quoted-string (RFC 9110 §5.6.4), and blanks around "=" (§5.6.3). */
export const quotedStringRules: readonly Rule[] = [
  {
    id: '9110-5.6.4-quoted-string-escaping',
    level: 'MUST NOT',
    rfc: '9110',
    section: '5.6.4',
    topic: 'syntax',
    statement:
      'In a text in double quotes, a double quote or a backslash has a backslash before it, and the text is closed.',
    covers: ['9110-5.6.4-quoted-content'],
    fields: QUOTING,
    check: ({ response }) => {
      const found = findQuoted(response, QUOTING, ({ closed, next }) => !closed || !/^[\t ,;]?$/.test(next))
      if (found === undefined) return undefined
      const [name, { closed, text, next }] = found
      const reason = closed ? `is followed by ${quoted(next)}` : 'is not closed'
      return fault(
        `The text ${brief(text)} ${reason}; a double quote inside needs a backslash before it.`,
        response.show(name),
      )
    },
    remedy: "Escape it: text.replace(/[\"\\\\]/g, '\\\\$&'), or res.attachment(name) for Content-Disposition.",
  },
  {
    id: '9110-5.6.4-quoted-pair-only-when-needed',
    level: 'SHOULD NOT',
    rfc: '9110',
    section: '5.6.4',
    topic: 'syntax',
    statement: 'A backslash stands only before a double quote or another backslash.',
    covers: ['9110-5.6.4-quoted-pair'],
    fields: [...QUOTING, ...WITH_OWN_GRAMMAR],
    check: ({ response }) => {
      const found = findQuoted(response, [...QUOTING, ...WITH_OWN_GRAMMAR], ({ escaped }) =>
        escaped.some((character) => character !== '"' && character !== '\\'),
      )
      if (found === undefined) return undefined
      const [name, { text }] = found
      return fault(
        `In ${brief(text)} a backslash stands before what needs none; recipients drop it, so a path loses its separators.`,
        response.show(name),
      )
    },
    remedy: "Escape double quotes and backslashes only, each once: text.replace(/[\"\\\\]/g, '\\\\$&').",
  },
  {
    id: '9110-5.6.3-no-bws',
    level: 'MUST NOT',
    rfc: '9110',
    section: '5.6.3',
    topic: 'syntax',
    statement: 'No blank stands around the "=" of a parameter; recipients may take it, but nobody may send it.',
    fields: ONCE_WITH_BLANKS,
    check: ({ response }) => {
      const found = response.lines.find(([name, value]) => {
        const lowerName = name.toLowerCase()
        // A "=" at the end of a token68 may have a blank and a comma behind it.
        return (
          ONCE_WITH_BLANKS.includes(lowerName) &&
          /[\t ]=|=[\t ]+[^\t ,]/.test(withoutQuoted(withoutLinkTargets(lowerName, value)))
        )
      })
      return found && fault(`In ${found[0]} blanks stand around the "=" of a parameter.`, found.join(': '))
    },
    remedy: 'Write name=value; challenge(), basic() and bearer() do so.',
  },
]

function findQuoted(
  response: ResponseView,
  names: readonly string[],
  isWrong: (text: QuotedText) => boolean,
): readonly [lowerName: string, text: QuotedText] | undefined {
  for (const [name, value] of response.lines) {
    const lowerName = name.toLowerCase()
    if (!names.includes(lowerName)) continue
    const wrong = findQuotedTexts(withoutLinkTargets(lowerName, value)).find(isWrong)
    if (wrong !== undefined) return [lowerName, wrong]
  }
  return undefined
}

/** In the targets of Link, between `<` and `>`, quotes and "=" mean nothing. */
function withoutLinkTargets(lowerName: string, value: string): string {
  return lowerName === 'link' ? withoutTargets(value) : value
}
