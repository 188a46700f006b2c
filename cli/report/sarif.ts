import type { Level } from '../../src/rules/index.ts'
import type { Trouble } from '../probes/probe.ts'
import { exitCodeOf, type Finding, isMustLevel, type Report, type ReportRule } from './report.ts'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

type Severity = 'error' | 'warning' | 'note'

/**
 * The report as SARIF 2.1.0, for code scanning. A MUST is an error, a SHOULD a warning, advice a note. The location is the
 * URL; exchanges are in the message of the result.
 */
export function sarifReport(report: Report): string {
  const { version, server, findings, troubles, obeyed, startedAt, stopped } = report
  const rules = [...findings.map(({ rule }) => rule), ...obeyed]
  const document = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'statuswise',
            version,
            informationUri: 'https://www.npmjs.com/package/statuswise',
            rules: rules.map(descriptor),
          },
        },
        invocations: [
          {
            executionSuccessful: stopped === undefined,
            startTimeUtc: startedAt,
            exitCode: exitCodeOf(report),
            toolExecutionNotifications: troubles.map((trouble) => notification(trouble, server)),
          },
        ],
        results: findings.flatMap((finding, index) => resultsOf(finding, index, server)),
      },
    ],
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

function descriptor({ id, level, reference, link, statement, remedy }: ReportRule): unknown {
  return {
    id,
    shortDescription: { text: statement },
    fullDescription: { text: `${level} (${reference}): ${statement}` },
    help: { text: `${remedy} ${link}`, markdown: `${remedy} [${reference}](${link})` },
    helpUri: link,
    defaultConfiguration: { level: severityOf(level) },
    properties: { tags: ['http', level] },
  }
}

function resultsOf({ rule, occurrences }: Finding, ruleIndex: number, server: string): unknown[] {
  return occurrences.map(({ what, probe, method, target, status, evidence, transcript }) => ({
    ruleId: rule.id,
    ruleIndex,
    level: severityOf(rule.level),
    message: { text: `${probe}: ${what} ${rule.remedy}\n\n${transcript}` },
    locations: [locationOf(server, target)],
    partialFingerprints: { 'statuswise/v1': `${rule.id} ${method} ${uriOf(server, target)} ${status}` },
    properties: { evidence, method, status },
  }))
}

function notification({ id, severity, probe, target, what }: Trouble, server: string): unknown {
  return {
    descriptor: { id },
    level: severity,
    message: { text: `${probe}: ${what}` },
    locations: [locationOf(server, target)],
  }
}

function locationOf(server: string, target: string): unknown {
  return { physicalLocation: { artifactLocation: { uri: uriOf(server, target) } } }
}

/** An absolute URI, whatever the target was. Made-up paths are the same in every run, so that results can be compared. */
function uriOf(server: string, target: string): string {
  const stable = target.slice(0, 500).replace(/statuswise-[0-9a-f]{16}/g, 'statuswise-random')
  if (!URL.canParse(stable, server)) return server
  const { pathname, search } = new URL(stable, server)
  // Browsers let some characters stand that RFC 3986 does not.
  return `${server}${`${pathname}${search}`.replace(/[^A-Za-z0-9._~:/?@!$&'()*+,;=%-]/g, encodeURIComponent)}`
}

function severityOf(level: Level): Severity {
  if (isMustLevel(level)) return 'error'
  return level === 'advice' ? 'note' : 'warning'
}
