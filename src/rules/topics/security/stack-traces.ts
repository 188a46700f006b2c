import { fault } from '../../fault.ts'
import { findStackTrace } from '../../grammar/stack-traces.ts'
import type { XmlElement } from '../../grammar/xml.ts'
import type { Rule } from '../../rule.ts'
import { isProblem, membersOf, problemRule, rootOf } from '../../shared/problem-document.ts'

/** Problem details are no window into the server (RFC 9457 §4 and §5). */
export const stackTraceRules: readonly Rule[] = [
  {
    ...problemRule,
    topic: 'security',
    id: '9457-5-no-stack',
    level: 'advice',
    section: '5',
    statement: 'No member of a problem holds a stack trace or the like of the inside of the server.',
    covers: ['9457-4-not-debugging'],
    decidedBy: 'application',
    applies: isProblem,
    check: (exchange) => {
      const members = membersOf(exchange)
      const root =
        members === undefined && exchange.response.isOfType('application/problem+xml') ? rootOf(exchange) : undefined
      const trace = members ? searchMembers(members) : root && searchElement(root)
      return (
        trace &&
        fault(
          `The member ${trace.name} of the problem holds a stack trace, which shows attackers the inside of the server.`,
          trace.line,
        )
      )
    },
    remedy: 'Leave problems({ debug: true }) to development, and let the log have error.stack.',
  },
]

interface Trace {
  readonly name: string
  readonly line: string
}

/** More values are not looked at. */
const MAX_VALUES = 5000

/** Another rule speaks of detail. */
function searchMembers(members: Readonly<Record<string, unknown>>): Trace | undefined {
  const waiting: { readonly name: string; readonly value: unknown }[] = []
  for (const name of Object.keys(members)) if (name !== 'detail') waiting.push({ name, value: members[name] })
  for (let at = 0; at < waiting.length && at < MAX_VALUES; at++) {
    const { name, value } = waiting[at] ?? { name: '', value: undefined }
    const line = typeof value === 'string' ? findStackTrace(value) : undefined
    if (line !== undefined) return { name, line }
    if (typeof value !== 'object' || value === null) continue
    for (const inner of Object.values(value)) {
      if (waiting.length >= MAX_VALUES) break
      waiting.push({ name, value: inner })
    }
  }
  return undefined
}

function searchElement(root: XmlElement): Trace | undefined {
  const waiting = root.children.filter(({ localName }) => localName !== 'detail')
  for (let at = 0; at < waiting.length && at < MAX_VALUES; at++) {
    const element = waiting[at]
    if (element === undefined) continue
    const line = findStackTrace(element.text)
    if (line !== undefined) return { name: element.localName, line }
    for (const child of element.children.slice(0, MAX_VALUES)) waiting.push(child)
  }
  return undefined
}
