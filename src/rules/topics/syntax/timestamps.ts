import type { ResponseView } from '../../exchange-view.ts'
import { type Fault, fault, quoted } from '../../fault.ts'
import { parseHttpDate } from '../../grammar/dates.ts'
import type { Rule } from '../../rule.ts'

// Expires, Retry-After and Sunset have rules of their own, as they may be wrong in other ways.
const FIELDS: readonly string[] = ['date', 'last-modified']

/** HTTP-date (RFC 9110 §5.6.7): three faults that have different causes. */
export const timestampRules: readonly Rule[] = [
  {
    id: '9110-5.6.7-imf-fixdate',
    level: 'MUST',
    rfc: '9110',
    section: '5.6.7',
    topic: 'syntax',
    statement: 'A timestamp is an IMF-fixdate such as "Sun, 06 Nov 1994 08:49:37 GMT", of a day that exists.',
    fields: FIELDS,
    check: ({ response }) =>
      wrongDate(
        response,
        'form',
        'is not a date in the form "Sun, 06 Nov 1994 08:49:37 GMT", with the right day of the week',
      ),
    remedy: 'new Date(time).toUTCString() writes the form; toISOString() and toString() do not.',
  },
  {
    id: '9110-5.6.7-http-date-no-extra-space',
    level: 'MUST NOT',
    rfc: '9110',
    section: '5.6.7',
    topic: 'syntax',
    statement: 'An HTTP-date has no blanks except those of its form.',
    fields: FIELDS,
    check: ({ response }) => wrongDate(response, 'blanks', 'has other blanks than an HTTP-date has'),
    remedy: 'new Date(time).toUTCString() writes the form, the day with two digits.',
  },
  {
    id: '9110-5.6.7-http-date-case',
    level: 'MUST NOT',
    rfc: '9110',
    section: '5.6.7',
    topic: 'syntax',
    statement: 'The names in an HTTP-date are written as in its form: "Sun", "Nov", "GMT".',
    fields: FIELDS,
    check: ({ response }) => wrongDate(response, 'case', 'has names in another case than an HTTP-date has'),
    remedy: 'new Date(time).toUTCString() writes the form, whatever the locale is.',
  },
]

type Cause = 'form' | 'blanks' | 'case'

function wrongDate(response: ResponseView, cause: Cause, reason: string): Fault | undefined {
  for (const field of FIELDS) {
    const wrong = response.all(field).find((value) => causeOf(value) === cause)
    if (wrong !== undefined) return fault(`${quoted(wrong)} ${reason}.`, response.show(field))
  }
  return undefined
}

function causeOf(value: string): Cause | undefined {
  if (parseHttpDate(value) !== undefined) return undefined
  // " 6" for "06" is how dates are padded elsewhere.
  const spaced = value.replace(/[\t ]+/g, ' ')
  const padded = spaced.replace(/, (\d) /, ', 0$1 ')
  if (parseHttpDate(padded) !== undefined) return spaced === value ? 'form' : 'blanks'
  const cased = value.toLowerCase().replace(/\b[a-z](?=[a-z]{2}\b)/g, (letter) => letter.toUpperCase())
  return parseHttpDate(cased.replace('Gmt', 'GMT')) === undefined ? 'form' : 'case'
}
