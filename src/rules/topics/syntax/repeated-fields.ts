import type { ExchangeView } from '../../exchange-view.ts'
import { type Fault, fault } from '../../fault.ts'
import { SINGLETON_FIELDS } from '../../grammar/list-fields.ts'
import type { Rule } from '../../rule.ts'

// They have rules of their own, here or in the topics that they belong to.
const ELSEWHERE: readonly string[] = [
  'age',
  'content-length',
  'content-location',
  'content-type',
  'date',
  'deprecation',
  'dpop-nonce',
  'etag',
  'location',
  'retry-after',
  'strict-transport-security',
  'sunset',
]
const OTHERS: readonly string[] = [...SINGLETON_FIELDS].filter((name) => !ELSEWHERE.includes(name))

/** A field that is no list has one line (RFC 9110 §5.3). */
export const repeatedFieldRules: readonly Rule[] = [
  {
    id: '9110-5.3-location-not-a-list',
    level: 'MUST NOT',
    rfc: '9110',
    section: '5.3',
    topic: 'syntax',
    statement: 'Location is not a list, so a response has it at most once.',
    fields: ['location'],
    needs: ['lines'],
    check: (exchange) => repeated(exchange, 'location'),
    remedy:
      "Set it once: res.set('Location', url) replaces the former one, res.append() adds to it. Or send(res, seeOther(url)).",
  },
  {
    id: '9110-5.3-date-singleton',
    level: 'MUST NOT',
    rfc: '9110',
    section: '5.3',
    topic: 'syntax',
    statement: 'Date occurs once.',
    fields: ['date'],
    needs: ['lines'],
    check: (exchange) => repeated(exchange, 'date'),
    remedy: 'Leave Date to Node, and remove it from what is copied from another response.',
  },
  {
    id: '9110-5.3-content-length-singleton',
    level: 'MUST NOT',
    rfc: '9110',
    section: '5.3',
    topic: 'syntax',
    statement: 'Content-Length occurs once.',
    fields: ['content-length'],
    needs: ['lines'],
    check: (exchange) => repeated(exchange, 'content-length'),
    remedy:
      'Leave Content-Length to res.send(), ctx.body or send(), and remove it from what is copied from another response.',
  },
  {
    id: '9110-5.3-no-duplicate-singletons',
    level: 'MUST NOT',
    rfc: '9110',
    section: '5.3',
    topic: 'syntax',
    statement: 'A field whose value is not a list has at most one line; only Set-Cookie is an exception.',
    covers: ['9110-5.3-single-line'],
    fields: OTHERS,
    needs: ['lines'],
    check: (exchange) => repeated(exchange, ...OTHERS),
    remedy:
      'Set the field in one place with res.set() or ctx.set(), which replaces a former one; append() adds a line.',
  },
]

function repeated({ response }: ExchangeView, ...lowerNames: readonly string[]): Fault | undefined {
  for (const [name] of response.lines) {
    const lowerName = name.toLowerCase()
    const count = response.all(lowerName).length
    if (count > 1 && lowerNames.includes(lowerName))
      return fault(
        `The field ${name} has ${count} lines, but only one value: each recipient takes another of them.`,
        response.show(lowerName),
      )
  }
  return undefined
}
