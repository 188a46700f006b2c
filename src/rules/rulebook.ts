import type { ExchangeView } from './exchange-view.ts'
import { NEEDS, type Rule, type StatusRange } from './rule.ts'
import { authenticationRules } from './topics/authentication/index.ts'
import { cachingRules } from './topics/caching/index.ts'
import { conditionalRules } from './topics/conditional/index.ts'
import { connectionRules } from './topics/connection/index.ts'
import { contentRules } from './topics/content/index.ts'
import { cookiesRules } from './topics/cookies/index.ts'
import { deprecationRules } from './topics/deprecation/index.ts'
import { framingRules } from './topics/framing/index.ts'
import { interimRules } from './topics/interim/index.ts'
import { metadataRules } from './topics/metadata/index.ts'
import { methodRules } from './topics/method/index.ts'
import { negotiationRules } from './topics/negotiation/index.ts'
import { problemDetailsRules } from './topics/problem-details/index.ts'
import { rangeRules } from './topics/range/index.ts'
import { rateLimitRules } from './topics/rate-limit/index.ts'
import { redirectionRules } from './topics/redirection/index.ts'
import { retryRules } from './topics/retry/index.ts'
import { securityRules } from './topics/security/index.ts'
import { statusCodeRules } from './topics/status-code/index.ts'
import { syntaxRules } from './topics/syntax/index.ts'
import { upgradeRules } from './topics/upgrade/index.ts'
import { webdavRules } from './topics/webdav/index.ts'

/** Every rule there is, by topic. */
export const rules: readonly Rule[] = [
  ...authenticationRules,
  ...cachingRules,
  ...conditionalRules,
  ...connectionRules,
  ...contentRules,
  ...cookiesRules,
  ...deprecationRules,
  ...framingRules,
  ...interimRules,
  ...metadataRules,
  ...methodRules,
  ...negotiationRules,
  ...problemDetailsRules,
  ...rangeRules,
  ...rateLimitRules,
  ...redirectionRules,
  ...retryRules,
  ...securityRules,
  ...statusCodeRules,
  ...syntaxRules,
  ...upgradeRules,
  ...webdavRules,
]

const byId: ReadonlyMap<string, Rule> = new Map(
  rules.flatMap((rule) => [rule.id, ...(rule.covers ?? [])].map((id) => [id, rule])),
)

/** A rule by its id, or by that of a rule that it covers. */
export function ruleOf(id: string): Rule | undefined {
  return byId.get(id)
}

/** Told of a rule that throws, which none should. */
export type OnRuleFailure = (rule: Rule, error: unknown) => void

/**
 * The rules that speak of an exchange, each once.
 *
 * @param onFailure without it, what a rule throws is thrown
 */
export function rulesFor(exchange: ExchangeView, onFailure: OnRuleFailure = rethrow): readonly Rule[] {
  const { always, byField } = shelfOf(exchange)
  const found = always.filter((rule) => speaksOf(rule, exchange, onFailure))
  const several = new Set<Rule>()
  for (const name of exchange.response.names()) {
    for (const rule of byField.get(name) ?? []) {
      if (rule.fields?.length !== 1) {
        if (several.has(rule)) continue
        several.add(rule)
      }
      if (speaksOf(rule, exchange, onFailure)) found.push(rule)
    }
  }
  return found
}

// What follows from a request that nobody saw is worth nothing.
function speaksOf(rule: Rule, exchange: ExchangeView, onFailure: OnRuleFailure): boolean {
  if (rule.applies === undefined) return true
  try {
    const speaks = rule.applies(exchange)
    return !exchange.tellGuess() && speaks
  } catch (error) {
    exchange.tellGuess()
    onFailure(rule, error)
    return false
  }
}

function rethrow(_rule: Rule, error: unknown): never {
  throw error
}

/** The rules for one status and what an observer sees: those for every response, and those for one with a certain field. */
interface Shelf {
  readonly always: readonly Rule[]
  readonly byField: ReadonlyMap<string, readonly Rule[]>
}

const shelves = new Map<number, Shelf>()
/** More than there are statuses that anybody sends, by what different observers see. */
const MAX_SHELVES = 2000

function shelfOf(exchange: ExchangeView): Shelf {
  const { status } = exchange.response
  const seen = NEEDS.reduce((bits, need, index) => (exchange.sees(need) ? bits | (1 << index) : bits), 0)
  const key = status * (1 << NEEDS.length) + seen
  const known = shelves.get(key)
  if (known !== undefined) return known
  const always: Rule[] = []
  const byField = new Map<string, Rule[]>()
  for (const rule of rules) {
    if (rule.status !== undefined && !rule.status.some((range) => isIn(status, range))) continue
    if (rule.needs?.every((need) => exchange.sees(need)) === false) continue
    if (rule.fields === undefined) always.push(rule)
    for (const field of rule.fields ?? []) byField.set(field, [...(byField.get(field) ?? []), rule])
  }
  const shelf = { always, byField }
  if (shelves.size >= MAX_SHELVES) shelves.clear()
  shelves.set(key, shelf)
  return shelf
}

function isIn(status: number, range: StatusRange): boolean {
  return typeof range === 'number' ? status === range : Math.floor(status / 100) === Number(range[0])
}
