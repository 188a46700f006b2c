import { ruleOf, rules } from '../../src/rules/index.ts'
import { crawlerChecks } from '../crawler/checks.ts'
import type { ReportRule } from '../report/report.ts'
import { didYouMean } from '../suggest.ts'
import { UsageError } from '../usage-error.ts'
import { undocumentedStatus } from './documented.ts'

/** What is checked beyond the rules. */
export const checks: readonly ReportRule[] = [...crawlerChecks, undocumentedStatus]

/**
 * Which rules are asked, by their ids. `only` empty: all but those in `ignore`. The id of a rule that another one covers
 * stands for that.
 *
 * @throws UsageError where there is no such rule
 */
export function chooseRules(only: readonly string[], ignore: readonly string[]): (id: string) => boolean {
  const wanted = new Set(only.map(idOf))
  const unwanted = new Set(ignore.map(idOf))
  return (id) => (wanted.size === 0 || wanted.has(id)) && !unwanted.has(id)
}

function idOf(given: string): string {
  const id = ruleOf(given)?.id ?? checks.find((check) => check.id === given)?.id
  if (id !== undefined) return id
  const ids = [...rules, ...checks].map((rule) => rule.id)
  throw new UsageError(`There is no rule ${given}.${didYouMean(given, ids)}`)
}
