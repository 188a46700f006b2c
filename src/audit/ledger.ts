import type { Exchange } from '../rules/index.ts'
import { transcriptOf } from '../rules/index.ts'
import type { Violation } from './audit.ts'
import { legible } from './legible.ts'
import { redactorOf } from './redact.ts'
import { secretsOf } from './secrets.ts'

/** A rule that a route has broken. All of its texts are short, legible, and without credentials. */
export interface LedgerEntry {
  /** As it was when it was first seen. */
  readonly violation: Violation
  /** The exchange of the first time, without its content. Empty where there was no room for it any more. */
  readonly transcript: string
  /** How often it was seen. */
  readonly count: number
}

/** What was seen of a route. */
export interface LedgerRoute {
  readonly route: string
  /** How many exchanges were audited. */
  readonly exchanges: number
  readonly entries: readonly LedgerEntry[]
}

type OpenEntry = { -readonly [Key in keyof LedgerEntry]: LedgerEntry[Key] }

interface OpenRoute {
  exchanges: number
  readonly entries: Map<string, OpenEntry>
}

/** The name under which all are counted that come when there is no room for more routes. */
const OTHERS = '(other routes)'

/** How many characters of evidence and transcripts are kept; then only what was broken, and how often. */
const ROOM = 4_000_000

/**
 * What was found so far, by route and rule. It never holds more than so many routes, and one entry for each rule that a
 * route breaks; what comes later is counted under one name, so that nobody who makes up paths fills the memory.
 */
export class Ledger {
  readonly #routes = new Map<string, OpenRoute>()
  readonly #maxRoutes: number
  #room = ROOM

  /** @param maxRoutes how many routes are told apart, at least 1 */
  constructor(maxRoutes = 500) {
    this.#maxRoutes = maxRoutes
  }

  /** Takes what an audit has found; gives what is new of it. */
  note(route: string, exchange: Exchange, violations: readonly Violation[]): readonly LedgerEntry[] {
    const seen = this.#seenOf(legible(route, 1, 200))
    seen.exchanges++
    const fresh = violations.filter(({ rule }) => !this.#isKnown(seen, rule.id))
    if (fresh.length === 0) return []
    const hide = redactorOf(secretsOf(exchange))
    const transcript = legible(hide(transcriptOf(exchange)), 60, 300)
    return fresh.map(({ rule, what, evidence }) => {
      const texts = { what: legible(hide(what), 1, 600), evidence: legible(hide(evidence), 12, 300) }
      const entry = { violation: { rule, ...texts }, transcript, count: 1 }
      seen.entries.set(rule.id, this.#keepable(entry))
      return entry
    })
  }

  /** By route, in the order in which they were first seen. */
  routes(): readonly LedgerRoute[] {
    return [...this.#routes].map(([route, { exchanges, entries }]) => ({
      route,
      exchanges,
      entries: [...entries.values()].map((entry) => ({ ...entry })),
    }))
  }

  #seenOf(route: string): OpenRoute {
    const known = this.#routes.get(route)
    if (known !== undefined) return known
    if (this.#routes.size >= this.#maxRoutes && route !== OTHERS) return this.#seenOf(OTHERS)
    const seen = { exchanges: 0, entries: new Map<string, OpenEntry>() }
    this.#routes.set(route, seen)
    return seen
  }

  #isKnown({ entries }: OpenRoute, id: string): boolean {
    const known = entries.get(id)
    if (known !== undefined) known.count++
    return known !== undefined
  }

  #keepable(entry: OpenEntry): OpenEntry {
    const { violation, transcript } = entry
    const size = violation.what.length + violation.evidence.length + transcript.length
    const fits = size <= this.#room
    if (!fits) return { violation: { rule: violation.rule, what: '', evidence: '' }, transcript: '', count: 1 }
    this.#room -= size
    return { ...entry }
  }
}
