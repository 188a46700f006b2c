import type { Level } from '../../src/rules/index.ts'
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
}

export interface Finding {
  readonly rule: ReportRule
  /** Occurrences that were seen. Of those that are alike, one is kept, and 50 at most. */
  readonly count: number
  readonly occurrences: readonly Occurrence[]
}

/** All that reporters know. Its texts are fit for any output: no control characters, no secrets of the command line. */
export interface Report {
  readonly version: string
  /** `http://localhost:3000` */
  readonly server: string
  readonly targets: readonly string[]
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
export function isFailure({ findings, troubles }: Report): boolean {
  return findings.some(({ rule }) => isMustLevel(rule.level)) || troubles.some(({ severity }) => severity === 'error')
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
