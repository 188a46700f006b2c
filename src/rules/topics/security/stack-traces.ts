import { fault } from '../../fault.ts'
import { findStackTrace } from '../../grammar/stack-traces.ts'
import type { XmlElement } from '../../grammar/xml.ts'
import type { Rule } from '../../rule.ts'
import { isProblem, isXmlProblem, membersOf, problemRule, rootOf } from '../../shared/problem-document.ts'

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
      const root = isXmlProblem(exchange) ? rootOf(exchange) : undefined
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

/** Another rule speaks of detail. */
function searchMembers(members: Readonly<Record<string, unknown>>): Trace | undefined {
  const waiting = Object.entries(members).filter(([name]) => name !== 'detail')
  // What is added on the way is looked at as well.
  for (const [name, value] of waiting) {
    const line = typeof value === 'string' ? findStackTrace(value) : undefined
    if (line !== undefined) return { name, line }
    if (typeof value !== 'object' || value === null) continue
    for (const inner of Object.values(value)) waiting.push([name, inner])
  }
  return undefined
}

function searchElement(root: XmlElement): Trace | undefined {
  const waiting = root.children.filter(({ localName }) => localName !== 'detail')
  for (const { localName, text, children } of waiting) {
    const line = findStackTrace(text)
    if (line !== undefined) return { name: localName, line }
    for (const child of children) waiting.push(child)
  }
  return undefined
}
