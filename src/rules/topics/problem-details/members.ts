import { type Fault, fault, quoted } from '../../fault.ts'
import { isUriReference, parseUri } from '../../grammar/uris.ts'
import type { Rule } from '../../rule.ts'
import {
  isJsonProblem,
  isProblem,
  membersOf,
  type Problem,
  problemOf,
  problemRule,
  STANDARD_MEMBERS,
} from '../../shared/problem-document.ts'

/** The standard members (RFC 9457 §3.1). */
export const memberRules: readonly Rule[] = [
  {
    ...problemRule,
    id: '9457-3.1-member-types',
    level: 'advice',
    section: '3.1',
    statement:
      'The members type, title, detail and instance are strings, and status is a number; others are ignored, null as well.',
    covers: ['9457-3.1.3-title-string', '9457-3.1.4-detail-string'],
    applies: isJsonProblem,
    check: (exchange) => {
      const members = membersOf(exchange)
      if (members === undefined) return undefined
      for (const name of STANDARD_MEMBERS) {
        if (!Object.hasOwn(members, name)) continue
        const value = members[name]
        const expected = name === 'status' ? 'number' : 'string'
        if (typeof value !== expected)
          return fault(
            `The member ${quoted(name)} is ${kindOf(value)}, not a ${expected}, so clients ignore it.`,
            `${quoted(name)}: ${shown(value)}`,
          )
      }
      return undefined
    },
    remedy: 'throw createProblem(404, { detail: … }), which takes strings only, or leave the member out.',
  },
  {
    ...problemRule,
    id: '9457-3.1.1-type-string',
    level: 'advice',
    section: '3.1.1',
    statement: 'The type is a URI reference.',
    applies: isProblem,
    check: (exchange) => checkReference(problemOf(exchange), 'type'),
    remedy: "createProblem(409, { type: 'https://example.com/problems/stale-cart', title: 'Stale cart' }).",
  },
  {
    ...problemRule,
    id: '9457-3.1.1-type-absolute',
    level: 'SHOULD',
    section: '3.1.1',
    statement: 'The type is an absolute URI where possible: a relative one means another type on each host.',
    decidedBy: 'application',
    applies: isProblem,
    check: (exchange) => {
      const type = problemOf(exchange)?.type
      if (type === undefined || !type.startsWith('/') || !isUriReference(type)) return undefined
      return fault(`The type ${quoted(type)} is relative, so it means another type on each host.`, `type: ${type}`)
    },
    remedy: "createProblem(409, { type: 'https://example.com/problems/stale-cart', title: 'Stale cart' }).",
  },
  {
    ...problemRule,
    id: '9457-3.1.1-type-relative-full-path',
    level: 'SHOULD',
    section: '3.1.1',
    statement: 'A relative type has the full path, so that it means the same below each path.',
    decidedBy: 'application',
    applies: isProblem,
    check: (exchange) => {
      const type = problemOf(exchange)?.type
      if (type === undefined || !isBarelyRelative(type)) return undefined
      return fault(
        `The type ${quoted(type)} is relative to the path of the request, so it means another type on each.`,
        `type: ${type}`,
      )
    },
    remedy: "createProblem(409, { type: 'https://example.com/problems/stale-cart', title: 'Stale cart' }).",
  },
  {
    ...problemRule,
    id: '9457-3.1.2-status-equals-real',
    level: 'MUST',
    section: '3.1.2',
    statement: 'The member status is the status code of the response.',
    covers: ['9457-3.1.2-status-number'],
    applies: isProblem,
    check: (exchange) => {
      const status = problemOf(exchange)?.status
      const { response } = exchange
      if (status === undefined || status === response.status) return undefined
      return fault(
        `The problem says ${status}, but the status of the response is ${response.status}.`,
        `${response.line}\n\nstatus: ${status}`,
      )
    },
    remedy: 'throw createProblem(404), which sets both; after next(error), leave res.statusCode alone.',
  },
  {
    ...problemRule,
    id: '9457-3.1.5-instance-string',
    level: 'advice',
    section: '3.1.5',
    statement: 'The instance is a URI reference.',
    applies: isProblem,
    check: (exchange) => checkReference(problemOf(exchange), 'instance'),
    remedy: "createProblem(409, { instance: '/orders/42' }), or 'urn:uuid:…' for an id.",
  },
  {
    ...problemRule,
    id: '9457-3.1.5-instance-absolute',
    level: 'SHOULD',
    section: '3.1.5',
    statement: 'The instance is an absolute URI, or has the full path at least.',
    decidedBy: 'application',
    applies: isProblem,
    check: (exchange) => {
      const instance = problemOf(exchange)?.instance
      if (instance === undefined || !isBarelyRelative(instance)) return undefined
      return fault(
        `The instance ${quoted(instance)} is neither an absolute URI nor a full path.`,
        `instance: ${instance}`,
      )
    },
    remedy: "createProblem(409, { instance: '/orders/42' }), or 'urn:uuid:…' for an id.",
  },
]

function checkReference(problem: Problem | undefined, name: 'type' | 'instance'): Fault | undefined {
  const value = problem?.[name]
  if (value === undefined || isUriReference(value)) return undefined
  return fault(`The ${name} ${quoted(value)} is not a URI reference.`, `${name}: ${value}`)
}

/** A URI reference that has neither a scheme nor a full path. */
function isBarelyRelative(reference: string): boolean {
  return !reference.startsWith('/') && parseUri(reference) === undefined && isUriReference(reference)
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

/** Without what is in lists and objects, which may be nested so deeply that JSON.stringify throws. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return '[…]'
  return typeof value === 'object' && value !== null ? '{…}' : JSON.stringify(value)
}
