import type { Level } from '../../src/rules/index.ts'
import { type Paint, plain, type Style } from '../colours.ts'
import type { Trouble } from '../probes/probe.ts'
import { evidenceElsewhere } from './evidence.ts'
import {
  APPLICATION_LEGEND,
  countsOf,
  exitCodeOf,
  type Finding,
  incompleteness,
  isMustLevel,
  missingEverywhere,
  parserNote,
  type Report,
} from './report.ts'
import { briefly } from './safe-text.ts'

/** What a statement needs at least to be worth showing in the table; below the table it is there in full. */
const LEAST_STATEMENT = 20

/**
 * The report for a terminal: a table of the rules that were broken, then each with an exchange that shows it.
 *
 * @param columns the width of the terminal, for which the table is cut; undefined: it is none
 */
export function textReport(report: Report, paint: Paint = plain, columns: number = Number.POSITIVE_INFINITY): string {
  const { findings, troubles } = report
  const lines = [title(report, paint), '']
  if (findings.length > 0) lines.push(...table(findings, paint, columns), '')
  for (const finding of findings) lines.push(...detail(finding, paint), '')
  if (troubles.length > 0) lines.push(paint('bold', 'On the wire'), ...troubleLines(troubles, paint), '')
  lines.push(paint('bold', 'First answers'), ...overview(report, paint), '')
  if (findings.some(({ rule }) => rule.decidedBy === 'application')) lines.push(paint('dim', APPLICATION_LEGEND))
  for (const warning of [missingEverywhere(report), incompleteness(report)])
    if (warning !== undefined) lines.push(paint('yellow', warning))
  lines.push(summary(report, paint))
  return `${lines.join('\n')}\n`
}

function title({ version, server, targets, requests, exchanges, seconds }: Report, paint: Paint): string {
  const urls = targets.length === 1 ? `${targets[0]}` : `, ${targets.length} URLs`
  return `${paint('bold', `statuswise ${version}`)} audit of ${server}${urls}: ${requests} requests, ${exchanges} answers, ${seconds} s`
}

function table(findings: readonly Finding[], paint: Paint, columns: number): string[] {
  const rows = findings.map(({ rule, count }) => [rule.level, `${count}×`, rule.reference, rule.id, rule.statement])
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => Math.min(row[column]?.length ?? 0, 45))))
  const room = columns - widths.reduce((sum, width) => sum + width + 2, 0)
  return rows.map((row, index) => {
    const level = findings[index]?.rule.level ?? 'advice'
    const cells = widths.map((width, column) => {
      const cell = row[column] ?? ''
      return column === 1 ? cell.padStart(width) : cell.padEnd(width)
    })
    const [first = '', ...others] = cells
    return [paint(styleOf(level), first), ...others, cutTo(row[4] ?? '', room)].join('  ').trimEnd()
  })
}

function cutTo(statement: string, room: number): string {
  if (statement.length <= room) return statement
  return room < LEAST_STATEMENT ? '' : `${statement.slice(0, room - 1)}…`
}

function detail({ rule, count, occurrences }: Finding, paint: Paint): string[] {
  const [shown] = occurrences
  const who = rule.decidedBy === 'application' ? ' (up to the application)' : ''
  const lines = [
    `${paint(styleOf(rule.level), rule.level)}  ${paint('bold', rule.id)}  ${count}×${who}`,
    `  ${rule.statement}`,
    `  ${rule.reference}: ${paint('underline', rule.link)}`,
    ...indent(`Remedy: ${rule.remedy}`, '  '),
  ]
  const note = parserNote({ rule, count, occurrences })
  if (note !== undefined) lines.push(`  ${note}`)
  if (shown === undefined) return lines
  lines.push(`  ${shown.probe}: ${shown.what}`)
  const evidence = shown.evidence.split('\n')
  const faulty = new Set(evidence)
  for (const line of shown.transcript.split('\n')) {
    const isFaulty = faulty.has(line.slice(2))
    lines.push(`    ${isFaulty ? paint('red', line) : paint('dim', line)}`)
  }
  // What was compared with, or is missing, is in no line of the transcript.
  if (evidenceElsewhere([shown.transcript], shown.evidence).length > 0)
    lines.push('  Evidence:', ...evidence.map((line) => `    ${paint('red', line)}`))
  const others = new Set(
    occurrences.slice(1).map(({ method, target, status }) => `${method} ${briefly(target)} → ${status}`),
  )
  others.delete(`${shown.method} ${briefly(shown.target)} → ${shown.status}`)
  if (others.size > 0) lines.push(`  Also: ${[...others].slice(0, 5).join(', ')}${others.size > 5 ? ', …' : ''}`)
  return lines
}

function overview({ overview: answers }: Report, paint: Paint): string[] {
  return answers.map(({ target, status }) => {
    const line = `  GET ${briefly(target)} → ${status ?? 'no answer'}`
    return status !== null && status < 400 ? line : paint('yellow', line)
  })
}

function troubleLines(troubles: readonly Trouble[], paint: Paint): string[] {
  return troubles.map(({ severity, id, probe, target, what }) => {
    const style = severity === 'error' ? 'red' : severity === 'warning' ? 'yellow' : 'dim'
    return `  ${paint(style, severity.padEnd(7))}  ${id}  ${briefly(target)}: ${probe}: ${what}`
  })
}

function summary(report: Report, paint: Paint): string {
  const { must, should, advice } = countsOf(report)
  const errors = report.troubles.filter(({ severity }) => severity === 'error').length
  const parts = [`MUST: ${must}`, `SHOULD: ${should}`, `advice: ${advice}`, `obeyed: ${report.obeyed.length}`]
  if (errors > 0) parts.push(`not answered right: ${errors}`)
  return paint(exitCodeOf(report) === 0 ? 'green' : 'red', `Rules broken: ${parts.join(', ')}.`)
}

function styleOf(level: Level): Style {
  if (isMustLevel(level)) return 'red'
  return level === 'advice' ? 'cyan' : 'yellow'
}

function indent(text: string, by: string): string[] {
  return text.split('\n').map((line) => `${by}${line}`)
}
