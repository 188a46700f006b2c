import { fault, quoted } from '../../fault.ts'
import { isDigits } from '../../grammar/characters.ts'
import { parseHttpDate, parseObsoleteDate } from '../../grammar/dates.ts'
import { listElements } from '../../grammar/lists.ts'
import type { Rule } from '../../rule.ts'

/** When to try again (RFC 9110 §10.2.3). */
export const retryAfterRules: readonly Rule[] = [
  {
    id: '9110-10.2.3-grammar',
    level: 'MUST NOT',
    rfc: '9110',
    section: '10.2.3',
    topic: 'retry',
    statement:
      'Retry-After is a whole number of seconds, 0 or more, or an HTTP date: no sign, fraction, unit or ISO date.',
    covers: ['9110-10.2.3-retry-after-grammar-3xx', '9110-10.2.3-retry-after-grammar-codes'],
    fields: ['retry-after'],
    check: ({ response }) => {
      const wrong = response.all('retry-after').find((value) => !isRetryAfter(value) && !isListOfThem(value))
      if (wrong === undefined) return undefined
      return fault(
        `Retry-After is ${wrong === '' ? 'empty' : quoted(wrong)}, neither whole seconds nor an HTTP date, so clients ignore it.`,
        response.show('retry-after'),
      )
    },
    remedy: 'throw new ServiceUnavailable({ retryAfter: 120 }), with seconds or a Date.',
  },
  {
    id: '9110-10.2.3-singleton',
    level: 'MUST NOT',
    rfc: '9110',
    section: '10.2.3',
    topic: 'retry',
    statement: 'Retry-After occurs once, with one value.',
    fields: ['retry-after'],
    check: ({ response }) => {
      const values = response.all('retry-after')
      if (values.length === 1 && !values.some(isListOfThem)) return undefined
      return fault('Retry-After has several values, and no client can tell which holds.', response.show('retry-after'))
    },
    remedy:
      "Set it once: throw new ServiceUnavailable({ retryAfter: 120 }), or res.set('Retry-After', '120') and not res.append().",
  },
]

const isRetryAfter = (value: string): boolean => isDigits(value) || isDate(value)

/** Also the obsolete forms: wrong to send, but HTTP dates; another rule speaks of them. */
function isDate(value: string): boolean {
  return parseHttpDate(value) !== undefined || parseObsoleteDate(value, Date.now()) !== undefined
}

/** `60, 60`, as several lines become one. */
function isListOfThem(value: string): boolean {
  const dates = value.split(/, (?=[A-Z])/)
  if (dates.length > 1) return dates.every(isDate)
  const elements = listElements(value)
  return elements.length > 1 && elements.every(isDigits)
}
