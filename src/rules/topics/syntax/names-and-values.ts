import { brief, fault, quoted } from '../../fault.ts'
import { isToken } from '../../grammar/characters.ts'
import { splitFieldLine } from '../../grammar/head.ts'
import { STRUCTURED_FIELDS } from '../../grammar/list-fields.ts'
import { trimBlanks } from '../../grammar/lists.ts'
import type { Rule } from '../../rule.ts'
import { hasControl, isAscii } from './characters.ts'
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
      const { head, trailers } = response.message
      // Some clients list :status with the fields. Blanks around a name are found where they can be seen, in the raw head.
      const wrong =
        response.lines.find(([name]) => name !== ':status' && !isToken(head === undefined ? name : trimBlanks(name))) ??
        trailers?.find(([name]) => !isToken(name))
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
      const { head, trailers } = response.message
      // In a raw head a bare CR is found by 9112-2.2-no-bare-cr.
      const wrong =
        response.lines.find(([, value]) => (head === undefined ? [value] : value.split('\r')).some(hasControl)) ??
        trailers?.find(([, value]) => hasControl(value))
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
        const lowerName = name.toLowerCase()
        return TELLING.test(lowerName) && injected.has(`${lowerName}:${value}`)
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
        const lowerName = name.toLowerCase()
        return !isAscii(value) && !MAY_HAVE_OBS_TEXT.has(lowerName) && !STRUCTURED_FIELDS.has(lowerName)
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

// What a response may have without any injection is no evidence.
const TELLING =
  /^(?:set-cookie$|x-(?!content-type-options|dns-prefetch|download-options|frame-options|permitted|powered-by|ua-|xss-))/

/** The fields that a target would add to a response which decodes it: `name:value`, the name in lower case. */
function injectedFields(target: string): ReadonlySet<string | undefined> {
  const fields = target.split(/%0[ad]/i).map((line) => splitFieldLine(decoded(line.replace(/[&#].*/s, ''))))
  return new Set(fields.map((field) => field && `${field.name.toLowerCase()}:${trimBlanks(field.value)}`))
}

function decoded(text: string): string {
  return text
    .replaceAll('+', ' ')
    .replace(/%([0-7][0-9a-f])/gi, (_, digits) => String.fromCharCode(parseInt(digits, 16)))
}
