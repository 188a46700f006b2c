import { escapeMarkup } from '../../src/text/escape.ts'
import { type Finding, isMustLevel, type Report, type ReportRule } from './report.ts'

/**
 * The report as JUnit XML: a test case per rule that had something to say. A broken MUST has failed; a broken SHOULD or
 * advice is skipped with its message, since it must not break a build that obeys every MUST. What the server did not
 * answer is a test suite of its own.
 */
export function junitReport(report: Report): string {
  const { server, findings, troubles, obeyed, seconds, startedAt } = report
  const failures = findings.filter(({ rule }) => isMustLevel(rule.level)).length
  const errors = troubles.filter(({ severity }) => severity === 'error')
  const cases = [...findings.map(findingCase), ...obeyed.map((rule) => testCase(rule))]
  const stamp = `timestamp="${startedAt.slice(0, 19)}" hostname="${attribute(new URL(server).hostname)}"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="statuswise audit of ${attribute(server)}" tests="${cases.length + troubles.length}" failures="${failures + errors.length}" errors="0" time="${seconds}">`,
    `  <testsuite name="rules" tests="${cases.length}" failures="${failures}" errors="0" skipped="${findings.length - failures}" time="${seconds}" ${stamp}>`,
    ...cases,
    '  </testsuite>',
    `  <testsuite name="wire" tests="${troubles.length}" failures="${errors.length}" errors="0" skipped="${troubles.length - errors.length}" time="0" ${stamp}>`,
    ...troubles.map(({ id, severity, probe, target, what }) => {
      const element = severity === 'error' ? 'failure' : 'skipped'
      const name = `${target.slice(0, 200)}: ${probe}`
      return `    <testcase classname="wire.${id}" name="${attribute(name)}" time="0"><${element} message="${attribute(what)}"/></testcase>`
    }),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n')
}

function findingCase({ rule, count, occurrences }: Finding): string {
  const [first] = occurrences
  const message = attribute(`${rule.level}, ${count}×: ${first?.what ?? rule.statement}`)
  if (!isMustLevel(rule.level)) return testCase(rule, `<skipped message="${message}"/>`)
  const text = [
    rule.statement,
    `${rule.reference}: ${rule.link}`,
    `Remedy: ${rule.remedy}`,
    ...occurrences.slice(0, 5).flatMap(({ probe, what, transcript }) => ['', `${probe}: ${what}`, transcript]),
  ].join('\n')
  return testCase(rule, `<failure type="${rule.level}" message="${message}">${escapeMarkup(text)}</failure>`)
}

function testCase({ id, statement }: ReportRule, content = ''): string {
  const name = attribute(`${id}: ${statement}`)
  return `    <testcase classname="rules.${attribute(id)}" name="${name}" time="0">${content}</testcase>`
}

function attribute(text: string): string {
  return escapeMarkup(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
}
