import { errorStatusOf, isAssigned, phraseOf, unregisteredStatus } from '../status/index.ts'
import { type Fault, type Rule, rule } from './fault.ts'

const REGISTERED = rule(
  '9110-15.1-registered',
  'RFC 9110 §15, §16.2',
  'Clients know the registered status codes; any other they take for the x00 of its class.',
)
const RANGE = rule(
  '9110-15-status-100-599',
  'RFC 9110 §15',
  'Status codes lie between 100 and 599; any other is a server error to clients.',
)
const NOT_SENT: Readonly<Record<number, Rule>> = {
  305: rule('9110-15.4.6-305-deprecated', 'RFC 9110 §15.4.6', 'A 305 is deprecated: no client obeys it.'),
  306: rule('9110-15.4.7-306-reserved', 'RFC 9110 §15.4.7', 'A 306 is reserved: clients take it for a 300.'),
}

/** What is wrong with the code of a final status, whatever the response has besides. */
export function statusFault(status: number): Fault | undefined {
  if (status < 200) return undefined
  const found = `status ${status}${instead(status)}`
  // What clients take it for anyway.
  if (status > 599) {
    const repair = { status: errorStatusOf(status) ?? 500 }
    return { rule: RANGE, found, mend: 'framing', repair, isOfStatus: true }
  }
  const notSent = NOT_SENT[status]
  if (notSent !== undefined) return { rule: notSent, found: `status ${status}`, isOfStatus: true }
  return isKnown(status) ? undefined : { rule: REGISTERED, found, isOfStatus: true }
}

// 418 is only reserved, but deployed software knows it (RFC 9110 §15.5.19).
function isKnown(status: number): boolean {
  return isAssigned(status) || status === 418
}

function instead(status: number): string {
  const { name, http = null } = unregisteredStatus(status) ?? {}
  return http === null ? '' : ` (${name}), where ${http} ${phraseOf(http)} is meant`
}
