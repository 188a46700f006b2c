import { audit, citationOf, linkOf, redactAnswers, redactorOf, secretsOf } from '../../src/audit/index.ts'
import type { Exchange, Rule } from '../../src/rules/index.ts'
import type { Probe, ProbedExchange, Trouble } from '../probes/probe.ts'
import { troubleOf } from '../probes/troubles.ts'
import { tellingEarlier } from '../report/evidence.ts'
import type { Finding, Occurrence, ReportRule } from '../report/report.ts'
import { isMustLevel } from '../report/report.ts'
import { safeText, shorten } from '../report/safe-text.ts'
import { abridge, shortTarget, showExchange } from '../report/transcript.ts'

/** Occurrences of a rule that are kept; more, and those that are like one that is kept, are only counted. */
const MAX_KEPT = 50
const MAX_TEXT = 2000
/** Exchanges that an occurrence shows beside its own. */
const MAX_EARLIER = 3
const MAX_TROUBLES = 1000

interface Broken {
  readonly rule: ReportRule
  readonly occurrences: Occurrence[]
  readonly kinds: Set<string>
  count: number
}

/** Audits each exchange as it comes and keeps only what a report shows, so that memory stays bounded. */
export class Collector {
  exchanges = 0
  readonly troubles: Trouble[] = []
  readonly #broken = new Map<string, Broken>()
  readonly #asked = new Map<string, ReportRule>()
  readonly #isWanted: (id: string) => boolean
  readonly #hide: (text: string) => string

  /**
   * @param isWanted which rules are asked, by id
   * @param hide takes secrets out of texts
   */
  constructor(isWanted: (id: string) => boolean, hide: (text: string) => string) {
    this.#isWanted = isWanted
    this.#hide = hide
  }

  takeExchange(exchange: ProbedExchange, probe: Probe): void {
    this.exchanges++
    const isWanted = (rule: Rule): boolean => {
      if (!this.#isWanted(rule.id)) return false
      if (!this.#asked.has(rule.id)) this.#asked.set(rule.id, describeRule(rule))
      return true
    }
    // Whatever a server sends, the audit goes on, and with it the other rules.
    const failed = (which: string, error: unknown): void =>
      this.takeTrouble(troubleOf(probe, 'audit-failed', `${which} failed: ${String(error)}`))
    try {
      for (const violation of audit(exchange, isWanted, ({ id }, error) => failed(`The rule ${id}`, error))) {
        const { rule, what, evidence } = violation
        const compared = rule.needs?.includes('earlier') === true
        this.takeFinding(describeRule(rule), what, evidence, compared ? exchange : { ...exchange, earlier: [] }, probe)
      }
    } catch (error) {
      failed('A rule', error)
    }
  }

  /** Takes what a check of a profile found. */
  takeFinding(rule: ReportRule, what: string, evidence: string, exchange: ProbedExchange, { name }: Probe): void {
    if (!this.#isWanted(rule.id)) return
    const broken = this.#broken.get(rule.id) ?? { rule, occurrences: [], kinds: new Set<string>(), count: 0 }
    this.#broken.set(rule.id, broken)
    broken.count++
    const { request, response } = exchange
    const kind = `${request.method} ${request.target} ${response.status} ${what}`
    if (broken.kinds.has(kind) || broken.kinds.size >= MAX_KEPT) return
    broken.kinds.add(kind)
    const hide = redactorOf([exchange, ...(exchange.earlier ?? [])].flatMap(secretsOf), redactAnswers)
    const shownEvidence = this.#clean(hide(abridge(evidence, exchange)))
    broken.occurrences.push({
      what: this.#clean(hide(abridge(what, exchange))),
      evidence: shownEvidence,
      probe: this.#clean(name),
      method: request.method,
      target: this.#clean(shortTarget(request.target)),
      status: response.status,
      transcript: this.#show(exchange, hide),
      earlier: tellingEarlier(
        (exchange.earlier ?? []).map((one) => this.#show(one, hide)),
        shownEvidence,
        MAX_EARLIER,
      ),
      ...(isByParser(exchange) ? { byParser: true } : {}),
    })
  }

  takeTrouble(trouble: Trouble): void {
    const { id, severity, target } = trouble
    const isKnown = severity === 'note' && this.troubles.some((one) => one.id === id && one.target === target)
    if (isKnown || this.troubles.length >= MAX_TROUBLES) return
    this.troubles.push({
      ...trouble,
      probe: this.#clean(trouble.probe),
      target: this.#clean(shortTarget(trouble.target)),
      what: this.#clean(trouble.what),
    })
  }

  /** The worst level first, then the rule that is broken most often. */
  get findings(): readonly Finding[] {
    const found = [...this.#broken.values()].map(({ rule, count, occurrences }) => ({ rule, count, occurrences }))
    return found.sort(
      (one, other) =>
        rank(one.rule) - rank(other.rule) || other.count - one.count || (one.rule.id < other.rule.id ? -1 : 1),
    )
  }

  /** How many rules are broken. */
  get broken(): number {
    return this.#broken.size
  }

  get obeyed(): readonly ReportRule[] {
    return [...this.#asked.values()].filter(({ id }) => !this.#broken.has(id))
  }

  #clean(text: string): string {
    return safeText(shorten(this.#hide(text), MAX_TEXT))
  }

  #show(exchange: Exchange, hide: (text: string) => string): string {
    return safeText(this.#hide(hide(showExchange(exchange))))
  }
}

/** Whether an answer is what Node writes to a socket where its parser gives a request up: these bytes and no others. */
function isByParser({ response: { status, fields, contentLength = 0 } }: Exchange): boolean {
  const [[name, value] = [], ...others] = fields
  const isBare = name === 'Connection' && value === 'close' && others.length === 0 && contentLength === 0
  return isBare && [400, 408, 431].includes(status)
}

export function describeRule(rule: Rule): ReportRule {
  return {
    id: rule.id,
    level: rule.level,
    reference: citationOf(rule),
    link: linkOf(rule),
    statement: rule.statement,
    remedy: rule.remedy,
    decidedBy: rule.decidedBy ?? 'server',
  }
}

function rank({ level }: ReportRule): number {
  return isMustLevel(level) ? 0 : level === 'advice' ? 2 : 1
}
