import type { Exchange, FieldLine, RequestMessage } from '../../src/rules/index.ts'

/** An exchange that we have begun, so that its request is known. */
export interface ProbedExchange extends Exchange {
  readonly request: RequestMessage
}

/** One request, and what it is for. */
export interface Probe {
  /** For people: `GET with Range: bytes=0-0`. */
  readonly name: string
  readonly target: string
  /** Default: GET. */
  readonly method?: string
  /** Default: 1.1. */
  readonly version?: '1.0' | '1.1'
  /** Fields that are added to the usual ones or replace those of the same name. */
  readonly fields?: readonly FieldLine[]
  /** The values of Host, where it is not the right one. */
  readonly hosts?: readonly string[]
  readonly content?: string
  /** Whether a server may defend itself by cutting the connection. */
  readonly hostile?: boolean
  /** What the rules may compare the answer with. */
  readonly earlier?: readonly Exchange[]
}

/** Something about an answer, or that there was none, that stands outside of the rules. */
export interface Trouble {
  readonly id:
    | 'wire-no-answer'
    | 'wire-closed'
    | 'wire-garbage'
    | 'wire-malformed'
    | 'wire-not-read'
    | 'wire-refused'
    | 'wire-keep-alive'
    /** A rule failed itself: a fault of statuswise, not of the server. */
    | 'audit-failed'
  /** An error fails the audit. */
  readonly severity: 'error' | 'warning' | 'note'
  readonly probe: string
  readonly method: string
  readonly target: string
  readonly what: string
}
