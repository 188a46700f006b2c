import { audit, citationOf, linkOf } from '../../src/audit/index.ts'
import { exchangeOf, type Rule } from '../../src/rules/index.ts'
import { type Paint, plain } from '../colours.ts'
import type { ReportRule } from '../report/report.ts'
import { exampleOfRule, tidy } from './examples-of.ts'

/** A rule with an exchange that obeys it and one that breaks it. */
export function explainRule(rule: Rule, paint: Paint = plain): string {
  const { id, level, statement, remedy, covers = [], status = [] } = rule
  const example = exampleOfRule(rule)
  const [obeys] = example?.passes ?? []
  const [breaks] = example?.breaks ?? []
  const fault = breaks === undefined ? undefined : audit(exchangeOf(breaks)).find((found) => found.rule.id === id)
  return [
    `${paint('bold', id)}  ${level}`,
    `${citationOf(rule)}: ${paint('underline', linkOf(rule))}`,
    '',
    statement,
    ...(status.length === 0 ? [] : [`It speaks of: ${status.join(', ')}.`]),
    ...(rule.decidedBy === 'application'
      ? ['What it asks for is up to the application: a text, a resource or a policy that only its author knows.']
      : []),
    ...(covers.length === 0 ? [] : [`It also checks: ${covers.join(', ')}.`]),
    '',
    `Remedy: ${remedy}`,
    ...(obeys === undefined ? [] : ['', paint('green', 'Obeys it'), tidy(obeys)]),
    ...(breaks === undefined ? [] : ['', paint('red', 'Breaks it'), tidy(breaks)]),
    ...(fault === undefined ? [] : ['', fault.what]),
    '',
  ].join('\n')
}

/** A check of a profile. */
export function explainCheck(
  { id, level, reference, link, statement, remedy }: ReportRule,
  paint: Paint = plain,
): string {
  const lines = [`${paint('bold', id)}  ${level}`, `${reference}: ${paint('underline', link)}`, '', statement, '']
  return [...lines, `Remedy: ${remedy}`, ''].join('\n')
}
