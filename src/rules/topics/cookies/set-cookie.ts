import type { ResponseView } from '../../exchange-view.ts'
import { brief, fault } from '../../fault.ts'
import { type CookieFault, parseSetCookie, type SetCookie, unfoldSetCookie } from '../../grammar/cookies.ts'
import { parseHttpDate } from '../../grammar/dates.ts'
import type { Rule } from '../../rule.ts'

const WRONG: Readonly<Record<CookieFault, string>> = {
  pair: 'has no name=value',
  name: 'has a name that is not a token',
  value: 'has a value with a blank, comma, quote, backslash or a character beyond ASCII: encode it',
  attribute: 'has an attribute with characters beyond visible ASCII',
  'max-age': 'has a Max-Age that is not a whole number of seconds',
}

/** Set-Cookie as servers are to write it (RFC 6265 §4.1). */
export const setCookieRules: readonly Rule[] = [
  {
    id: '6265-3-set-cookie-not-folded',
    level: 'SHOULD NOT',
    rfc: '6265',
    section: '3',
    topic: 'cookies',
    statement: 'Every cookie has a Set-Cookie line of its own.',
    fields: ['set-cookie'],
    needs: ['lines'],
    decidedBy: 'application',
    check: ({ response }) => {
      const folded = response.all('set-cookie').find((line) => unfoldSetCookie(line).length > 1)
      if (folded === undefined) return undefined
      return fault(
        'One Set-Cookie line holds several cookies: user agents take the comma and all that follows for a part of the first.',
        `Set-Cookie: ${folded}`,
      )
    },
    remedy:
      "res.append('Set-Cookie', cookie) or res.setHeader('Set-Cookie', [one, other]); never join them with a comma.",
  },
  {
    id: '6265-4.1.1-set-cookie-unique-names',
    level: 'SHOULD NOT',
    rfc: '6265',
    section: '4.1.1',
    topic: 'cookies',
    statement: 'A response sets each cookie name once.',
    fields: ['set-cookie'],
    decidedBy: 'application',
    check: ({ response }) => {
      const again = firstRepeated(cookiesOf(response).map(({ name }) => name))
      if (again === undefined) return undefined
      return fault(
        `The cookie ${brief(again, 40)} is set more than once, and user agents differ in which one counts.`,
        showCookie(response, again),
      )
    },
    remedy: 'Set a cookie in one place, or res.clearCookie() only where it is not set again.',
  },
  {
    id: '6265-4.1.1-set-cookie-grammar',
    level: 'SHOULD NOT',
    rfc: '6265',
    section: '4.1.1',
    topic: 'cookies',
    statement:
      'Set-Cookie follows the grammar: a name, a value of plain ASCII without blanks, commas or quotes, attributes.',
    covers: ['6265-4.1.1-set-cookie-encode-data'],
    fields: ['set-cookie'],
    decidedBy: 'application',
    check: ({ response }) => {
      for (const { text, cookie } of linesOf(response)) {
        if (typeof cookie === 'string') return fault(`The cookie ${WRONG[cookie]}.`, `Set-Cookie: ${text}`)
      }
      return undefined
    },
    remedy: 'res.cookie() and ctx.cookies.set() check or encode; encode by hand with encodeURIComponent(value).',
  },
  {
    id: '6265-4.1.1-set-cookie-no-duplicate-attributes',
    level: 'SHOULD NOT',
    rfc: '6265',
    section: '4.1.1',
    topic: 'cookies',
    statement: 'A cookie has no attribute twice.',
    fields: ['set-cookie'],
    decidedBy: 'application',
    check: ({ response }) => {
      for (const { name, attributes } of cookiesOf(response)) {
        const again = firstRepeated(attributes.map((attribute) => attribute.name))
        if (again !== undefined)
          return fault(
            `The cookie ${brief(name, 40)} has the attribute ${brief(again, 40)} more than once.`,
            showCookie(response, name),
          )
      }
      return undefined
    },
    remedy: 'Give each option of res.cookie() once, and do not append attributes that it writes already.',
  },
  {
    id: '6265-4.1.1-set-cookie-rfc1123-date',
    level: 'SHOULD',
    rfc: '6265',
    section: '4.1.1',
    topic: 'cookies',
    statement: 'Expires of a cookie is a date as in Date, with a year of four digits.',
    fields: ['set-cookie'],
    decidedBy: 'application',
    check: ({ response }) => {
      for (const { name, attributes } of cookiesOf(response)) {
        const expires = attributes.find((attribute) => attribute.name === 'expires')
        if (expires === undefined || parseHttpDate(expires.value ?? '') !== undefined) continue
        return fault(
          `Expires of the cookie ${brief(name, 40)} is not a date in the form of Sun, 06 Nov 1994 08:49:37 GMT.`,
          showCookie(response, name),
        )
      }
      return undefined
    },
    remedy: 'Pass a Date to the option expires of res.cookie(), or write it with toUTCString().',
  },
]

interface Line {
  readonly text: string
  readonly cookie: SetCookie | CookieFault
}

// Four rules ask for the same lines of a response, and to parse them is most of the work.
const parsed = new WeakMap<ResponseView, readonly Line[]>()

function linesOf(response: ResponseView): readonly Line[] {
  const known = parsed.get(response)
  if (known !== undefined) return known
  const lines = response
    .all('set-cookie')
    .flatMap(unfoldSetCookie)
    .map((text) => ({ text, cookie: parseSetCookie(text) }))
  parsed.set(response, lines)
  return lines
}

/** Those that are by the grammar. */
function cookiesOf(response: ResponseView): SetCookie[] {
  return linesOf(response).flatMap(({ cookie }) => (typeof cookie === 'string' ? [] : [cookie]))
}

function showCookie(response: ResponseView, name: string): string {
  return linesOf(response)
    .filter(({ cookie }) => typeof cookie !== 'string' && cookie.name === name)
    .map(({ text }) => `Set-Cookie: ${text}`)
    .join('\n')
}

function firstRepeated(names: readonly string[]): string | undefined {
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name)) return name
    seen.add(name)
  }
  return undefined
}
