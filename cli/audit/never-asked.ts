import { ruleOf } from '../../src/rules/index.ts'
import type { Report } from '../report/report.ts'
import type { AuditOptions } from './options.ts'

/** What to say of the rules of `--rule` that found nothing because nobody asked them. */
export function neverAsked({ rules, crawler, openapi }: AuditOptions, { findings, obeyed }: Report): readonly string[] {
  const asked = new Set([...findings.map(({ rule }) => rule.id), ...obeyed.map(({ id }) => id)])
  return rules.flatMap((given) => {
    const id = ruleOf(given)?.id
    if (id !== undefined)
      return asked.has(id) ? [] : [`The rule ${id} was never asked: no exchange that it speaks of came.`]
    if (given.startsWith('crawler-') && !crawler) return [`The rule ${given} was never asked: it needs --crawler.`]
    if (given.startsWith('openapi-') && openapi === undefined)
      return [`The rule ${given} was never asked: it needs --openapi.`]
    return []
  })
}
