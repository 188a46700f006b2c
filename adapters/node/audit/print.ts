import { styleText } from 'node:util'
import type { describeViolation, LedgerEntry } from '../../../src/audit/index.ts'
import { describeThrown } from '../../../src/recognize/index.ts'

/** Prints a violation for people, in colour where that is seen. */
export function printEvent(route: string, { violation }: LedgerEntry, describe: typeof describeViolation): void {
  const isMust = violation.rule.level.startsWith('MUST')
  const title = style('bold', `statuswise: ${route}`)
  console.warn(`${title}\n${describe(violation, (text) => style(isMust ? 'red' : 'yellow', text))}`)
}

/** Prints what is wrong with audit() itself. */
export function warn(what: string, error?: unknown): void {
  console.warn(`statuswise: audit(): ${what}${error === undefined ? '.' : `: ${describeThrown(error)}`}`)
}

function style(format: 'bold' | 'red' | 'yellow', text: string): string {
  return process.stderr.isTTY === true && !process.env.NO_COLOR ? styleText(format, text) : text
}
