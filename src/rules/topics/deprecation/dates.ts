import type { ResponseView } from '../../exchange-view.ts'
import { fault } from '../../fault.ts'
import { parseHttpDate } from '../../grammar/dates.ts'
import { parseItem } from '../../grammar/structured-fields.ts'
import type { Rule } from '../../rule.ts'

/** When a resource is deprecated, and when it ends. */
export const dateRules: readonly Rule[] = [
  {
    id: '8594-3-grammar',
    level: 'MUST NOT',
    rfc: '8594',
    section: '3',
    topic: 'deprecation',
    statement: 'Sunset is one HTTP-date.',
    fields: ['sunset'],
    check: ({ response }) =>
      sunsetOf(response) === undefined
        ? fault('Sunset is not an HTTP-date such as Sat, 31 Dec 2033 23:59:59 GMT.', response.show('sunset'))
        : undefined,
    remedy: "res.set('Sunset', date.toUTCString()).",
  },
  {
    id: '8594-3-future',
    level: 'SHOULD',
    rfc: '8594',
    section: '3',
    topic: 'deprecation',
    statement: 'Sunset lies in the future: what is past says that the resource may vanish at any moment.',
    // Afterwards redirects and errors are to be expected (RFC 8594 §3).
    status: ['2xx', 304],
    fields: ['sunset'],
    decidedBy: 'application',
    applies: ({ response }) => sunsetOf(response) !== undefined && response.date !== undefined,
    check: ({ response }) =>
      (sunsetOf(response) ?? 0) < (response.date ?? 0)
        ? fault(
            'The resource is still there after its Sunset, so clients cannot tell when it ends.',
            response.show('sunset', 'date'),
          )
        : undefined,
    remedy: "Put Sunset off, or end the resource: throw new Gone('It was replaced by /v2/orders').",
  },
  {
    id: '9745-2.1-date',
    level: 'MUST',
    rfc: '9745',
    section: '2.1',
    topic: 'deprecation',
    statement: 'Deprecation is a structured Item of the type Date.',
    fields: ['deprecation'],
    check: ({ response }) =>
      deprecationOf(response) === undefined
        ? fault(
            'Deprecation is not a Date such as @1688169599; "true" and HTTP-dates are of earlier drafts.',
            response.show('deprecation'),
          )
        : undefined,
    remedy: "res.set('Deprecation', '@' + Math.floor(date.getTime() / 1000)).",
  },
  {
    id: '9745-4-sunset-not-earlier',
    level: 'MUST NOT',
    rfc: '9745',
    section: '4',
    topic: 'deprecation',
    statement: 'A resource does not end (Sunset) before it is deprecated.',
    fields: ['deprecation'],
    decidedBy: 'application',
    applies: ({ response }) => sunsetOf(response) !== undefined && deprecationOf(response) !== undefined,
    check: ({ response }) => {
      const [sunset = 0, deprecation = 0] = [sunsetOf(response), deprecationOf(response)]
      if (sunset >= deprecation) return undefined
      return fault('Sunset is earlier than Deprecation.', response.show('deprecation', 'sunset'))
    },
    remedy: 'Give Sunset the same time as Deprecation, or a later one.',
  },
]

/** In milliseconds since 1970. */
function sunsetOf(response: ResponseView): number | undefined {
  return parseHttpDate(response.get('sunset') ?? '')
}

/** In milliseconds since 1970. */
function deprecationOf(response: ResponseView): number | undefined {
  const item = parseItem(response.get('deprecation') ?? '')
  return item?.type === 'date' ? item.value * 1000 : undefined
}
