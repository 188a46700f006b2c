import type { Level } from '../../src/rules/index.ts'
import { INTERRUPTED } from '../audit/budget.ts'
import type { Trouble } from '../probes/probe.ts'

/** A rule that was broken, or a check of a profile, as reports show it. */
export interface ReportRule {
  readonly id: string
  readonly level: Level
  /** `RFC 9110 §15.5.6`, or who else says it. */
  readonly reference: string
  readonly link: string
  readonly statement: string
  readonly remedy: string
  /** Whether what is asked for is up to the application, and not to the server. */
  readonly decidedBy: 'server' | 'application'
}

/** One answer that breaks a rule. */
export interface Occurrence {
  readonly what: string
  readonly evidence: string
  /** What was asked, for people. */
  readonly probe: string
  readonly method: string
  readonly target: string
  readonly status: number
  /** The exchange as a transcript. */
  readonly transcript: string
  /** Those that it was compared with. */
  readonly earlier: readonly string[]
  /** Whether the HTTP parser of Node answered, before any middleware could. */
  readonly byParser?: true
}

export interface Finding {
  readonly rule: ReportRule
  /** Occurrences that were seen. Of those that are alike, one is kept, and 50 at most. */
  readonly count: number
  readonly occurrences: readonly Occurrence[]
}

/** What a target answered to its first GET. */
export interface FirstAnswer {
  readonly target: string
  /** Null: nothing, or it was not asked. */
  readonly status: number | null
}

/** All that reporters know. Its texts are fit for any output: no control characters, no secrets of the command line. */
export interface Report {
  readonly version: string
  /** `http://localhost:3000` */
  readonly server: string
  readonly targets: readonly string[]
  readonly overview: readonly FirstAnswer[]
  /** ISO 8601. */
  readonly startedAt: string
  readonly seconds: number
  readonly requests: number
  readonly exchanges: number
  /** Why the audit ended before it was through; undefined: it was. */
  readonly stopped: string | undefined
  /** The worst level first, then those found most often. */
  readonly findings: readonly Finding[]
  readonly troubles: readonly Trouble[]
  /** The rules that had something to say about an answer and found nothing wrong. */
  readonly obeyed: readonly ReportRule[]
}

export function isMustLevel(level: Level): boolean {
  return level === 'MUST' || level === 'MUST NOT'
}

/** Whether the audit fails: a MUST is broken, or the server gave no HTTP response where it owed one. */
export function isFailure({ findings, troubles }: Pick<Report, 'findings' | 'troubles'>): boolean {
  return findings.some(({ rule }) => isMustLevel(rule.level)) || troubles.some(({ severity }) => severity === 'error')
}

/** What the audit ends with. 2: nothing is known to be wrong, but not all was asked. */
export function exitCodeOf(report: Pick<Report, 'findings' | 'troubles' | 'stopped'>): 0 | 1 | 2 | 130 {
  if (report.stopped === INTERRUPTED) return 130
  if (isFailure(report)) return 1
  return report.stopped === undefined ? 0 : 2
}

/** That the audit is not complete, and why; undefined: it is. */
export function incompleteness({ stopped, findings, troubles }: Report): string | undefined {
  if (stopped === undefined) return undefined
  if (stopped === INTERRUPTED) return 'The audit is not complete: interrupted.'
  const verdict = isFailure({ findings, troubles }) ? '' : ' What was seen breaks no MUST, but not all was seen.'
  return `The audit is not complete: it ended ${stopped}.${verdict}`
}

/** A warning where no URL led anywhere; undefined: some did. */
export function missingEverywhere({ overview }: Report): string | undefined {
  if (overview.length === 0 || overview.some(({ status }) => status !== 404)) return undefined
  const what = overview.length === 1 ? 'The URL answers 404' : `All ${overview.length} URLs answer 404`
  return `${what}, so that hardly anything was audited: is it the right server, and are the paths right?`
}

export const APPLICATION_LEGEND: string =
  'Up to the application: it asks for a text, a resource or a policy that only whoever wrote the handler knows.'

/** What is said of answers by Node's parser; undefined: there are none. */
export function parserNote({ occurrences }: Finding): string | undefined {
  const some = occurrences.filter(({ byParser }) => byParser).length
  if (some === 0) return undefined
  const all = some === occurrences.length
  const subject = all
    ? some === 1
      ? 'This was'
      : 'All of these were'
    : `${some} of these ${some === 1 ? 'was' : 'were'}`
  return `${subject} answered by Node's HTTP parser before any middleware runs: only server.on('clientError') can mend that.`
}

/** How many findings there are of each kind. */
export function countsOf({ findings }: Report): {
  readonly must: number
  readonly should: number
  readonly advice: number
} {
  const count = (holds: (level: Level) => boolean): number => findings.filter(({ rule }) => holds(rule.level)).length
  return {
    must: count(isMustLevel),
    should: count((level) => level.startsWith('SHOULD')),
    advice: count((level) => level === 'advice'),
  }
}
