import { brief, fault, quoted } from '../../fault.ts'
import { isToken } from '../../grammar/characters.ts'
import { STRUCTURED_FIELDS } from '../../grammar/list-fields.ts'
import { trimBlanks } from '../../grammar/lists.ts'
import type { Rule } from '../../rule.ts'
import { shown } from './raw-head.ts'

// Older definitions with comments, quoted-strings or free text let in what is not ASCII (RFC 9110 §5.5).
const MAY_HAVE_OBS_TEXT: ReadonlySet<string> = new Set([
  ...[
    'authentication-info',
    'cache-control',
    'content-disposition',
    'content-type',
    'etag',
    'from',
    'link',
    'location',
  ],
  ...['proxy-authenticate', 'proxy-authentication-info', 'server', 'set-cookie', 'via', 'warning', 'www-authenticate'],
])

/** What names and values of fields are made of (RFC 9110 §5). */
export const nameAndValueRules: readonly Rule[] = [
  {
    id: '9110-5.1-field-name-token',
    level: 'MUST NOT',
    rfc: '9110',
    section: '5.1',
    topic: 'syntax',
    statement: 'The name of a field is a token: ASCII letters, digits and some signs, without blanks and colons.',
    covers: [
      '9113-8.2.1-h2-name-characters',
      '9113-8.2.1-h2-name-no-colon',
      '9113-8.3-h2-no-request-pseudo-in-response',
      '9113-8.1-h2-no-pseudo-in-trailers',
    ],
    check: ({ response }) => {
      const wrong = [...response.lines, ...(response.message.trailers ?? [])].find(([name]) => !isName(name))
      if (wrong === undefined) return undefined
      return fault(`${quoted(shown(wrong[0]))} is not the name of a field.`, shown(`${wrong[0]}: ${wrong[1]}`))
    },
    remedy: 'Take names of fields from your own code, never from a request; Node refuses names that are not tokens.',
  },
  {
    id: '9110-5.5-no-cr-lf-nul-ctl',
    level: 'MUST NOT',
    rfc: '9110',
    section: '5.5',
    topic: 'syntax',
    statement: 'The value of a field has no control characters, except HTAB between other characters.',
    covers: ['9110-5.5-no-ctl', '9113-8.2.1-h2-value-no-nul-cr-lf'],
    check: ({ response }) => {
      // In a raw head a bare CR is found by 9112-2.2-no-bare-cr.
      const ignored = response.message.head === undefined ? -1 : 0x0d
      const wrong = response.lines.find(([, value]) => hasControl(value, ignored))
      if (wrong === undefined) return undefined
      return fault(
        `The value of ${brief(wrong[0])} has a control character, where recipients cut the value off, replace it, or reject the response.`,
        shown(`${wrong[0]}: ${wrong[1]}`),
      )
    },
    remedy: 'Encode what comes from outside before it becomes a field value: encodeURIComponent(), or a typed error.',
  },
  {
    id: '9110-5.5-redirect-no-response-splitting',
    level: 'MUST NOT',
    rfc: '9110',
    section: '5.5',
    topic: 'syntax',
    statement: 'An encoded line break in the target of a request never becomes a line break in the response.',
    covers: ['9112-11.1-no-splitting'],
    applies: ({ request }) => /%0[ad]/i.test(request.target),
    check: ({ request, response }) => {
      const injected = injectedFields(request.target)
      const found = response.lines.find(([name, value]) => {
        return injected.some((each) => each[0] === name.toLowerCase() && each[1] === value)
      })
      if (found === undefined) return undefined
      return fault(
        `The field ${found[0]} comes from the target of the request: a decoded line break split the response.`,
        `${request.line}\n${found[0]}: ${found[1]}`,
      )
    },
    remedy: 'res.redirect() and seeOther(url) encode line breaks; on a raw socket encode the value yourself.',
  },
  {
    id: '9110-5.5-custom-fields-ascii',
    level: 'advice',
    rfc: '9110',
    section: '5.5',
    topic: 'syntax',
    statement: 'The values of new fields keep to visible ASCII, space and HTAB.',
    covers: ['9110-5.5-ascii'],
    decidedBy: 'application',
    check: ({ response }) => {
      const wrong = response.lines.find(([name, value]) => {
        if (!hasObsText(value)) return false
        const lowerName = name.toLowerCase()
        return !MAY_HAVE_OBS_TEXT.has(lowerName) && !STRUCTURED_FIELDS.has(lowerName)
      })
      if (wrong === undefined) return undefined
      return fault(
        `The value of ${brief(wrong[0])} is not ASCII, and what recipients make of such bytes is not defined.`,
        `${wrong[0]}: ${wrong[1]}`,
      )
    },
    remedy: "Say it in the content, or encode it: res.set('X-Reason', encodeURIComponent(text)).",
  },
]

function isName(name: string): boolean {
  // Blanks around it are found where they can be seen, in the raw head; and some clients list :status with the fields.
  return name === ':status' || isToken(trimBlanks(name))
}

function hasControl(value: string, ignored: number): boolean {
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at)
    if ((code < 0x20 || code === 0x7f) && code !== 0x09 && code !== ignored) return true
  }
  return false
}

function hasObsText(value: string): boolean {
  for (let at = 0; at < value.length; at++) if (value.charCodeAt(at) >= 0x80) return true
  return false
}

// What a response may have without any injection is no evidence.
const COMMON = /^x-(?:content-type-options|dns-prefetch|download-options|frame-options|permitted|powered-by|ua-|xss-)/

/** The fields, names in lower case, that a target would add to a response which decodes it. */
function injectedFields(target: string): (readonly [lowerName: string, value: string])[] {
  return target
    .split(/%0[ad]/i)
    .slice(1)
    .map((line) => /^([^:%&]{1,60})(?::|%3a)([^&#]{0,200})/i.exec(line))
    .filter((match) => match !== null)
    .map(([, name = '', value = '']) => [name.toLowerCase(), trimBlanks(decoded(value))] as const)
    .filter(([name]) => name === 'set-cookie' || (name.startsWith('x-') && !COMMON.test(name)))
}

function decoded(text: string): string {
  return text
    .replaceAll('+', ' ')
    .replace(/%([0-7][0-9a-f])/gi, (_, digits) => String.fromCharCode(parseInt(digits, 16)))
}
