import type { Violation } from './audit.ts'
import { legible } from './legible.ts'
import { citationOf, linkOf } from './link.ts'
import { redact } from './redact.ts'

/**
 * A violation as lines for people: the rule, what is wrong, the evidence, what to do, where to read on. Values that
 * let somebody in are left out.
 *
 * @param emphasize marks the level and the citation, where the output can show it
 */
export function describeViolation(
  { rule, what, evidence }: Violation,
  emphasize: (text: string) => string = (text) => text,
): string {
  return [
    `${emphasize(`${rule.level.padEnd(10)} ${citationOf(rule)}`)}  ${rule.statement}`,
    `  ${legible(redact(what), 1, 600)}`,
    ...legible(redact(evidence), 6, 200)
      .split('\n')
      .map((line) => `    ${line}`),
    `  To mend it: ${rule.remedy}`,
    `  ${linkOf(rule)}  (${rule.id})`,
  ].join('\n')
}
