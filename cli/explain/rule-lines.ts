import { citationOf } from '../../src/audit/index.ts'
import type { Rule } from '../../src/rules/index.ts'
import type { Paint } from '../colours.ts'

/** Each rule with its statement, the worst level first. */
export function ruleLines(list: readonly Rule[], paint: Paint): string[] {
  const width = Math.max(...list.map(({ level }) => level.length))
  return [...list]
    .sort((one, other) => rank(one) - rank(other))
    .flatMap(({ id, level, rfc, section, statement }) => [
      `  ${paint(rank({ level }) === 0 ? 'red' : 'yellow', level.padEnd(width))}  ${id}  (${citationOf({ rfc, section })})`,
      `  ${' '.repeat(width)}  ${statement}`,
    ])
}

function rank({ level }: Pick<Rule, 'level'>): number {
  return level.startsWith('MUST') ? 0 : level === 'advice' ? 2 : 1
}
