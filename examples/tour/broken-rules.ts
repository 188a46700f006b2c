import { audit, select } from '../../src/audit/index.ts'
import { type Carried, exchangesOf } from '../../test/support/oracle.ts'

/** What the rulebook has to say of what went over a connection. */
export interface Audited {
  readonly audited: number
  readonly broken: readonly string[]
}

/**
 * The rules of level MUST and SHOULD that a server has broken, but for those about what only the application can know.
 *
 * @param allowed ids of rules that are broken on purpose
 */
export function brokenRules(carried: Carried, allowed: readonly string[] = []): Audited {
  const exchanges = exchangesOf(carried)
  const isWanted = select({ level: 'SHOULD', ignore: allowed, decidedBy: 'server' })
  const violations = exchanges.flatMap((exchange) => audit(exchange, isWanted))
  return { audited: exchanges.length, broken: violations.map(({ rule, what }) => `${rule.id}: ${what}`) }
}
