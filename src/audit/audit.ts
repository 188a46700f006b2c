import { type Exchange, ExchangeView, type Fault, type Rule, rulesFor } from '../rules/index.ts'

/** A rule that an exchange breaks, and how. */
export interface Violation extends Fault {
  readonly rule: Rule
}

/**
 * The rules that an exchange breaks. None: nothing that can be seen in it is wrong.
 *
 * @param exchange a request and its response, as the wire had them
 * @param isWanted which rules to ask; all by default
 * @param onFailure told of a check that throws, which none should; the other rules are asked all the same. Without it,
 *   what a check throws is thrown.
 * @example
 * audit(exchange).map(({ rule, what }) => `${rule.id}: ${what}`)
 */
export function audit(
  exchange: Exchange,
  isWanted?: (rule: Rule) => boolean,
  onFailure: (rule: Rule, error: unknown) => void = rethrow,
): readonly Violation[] {
  const view = new ExchangeView(exchange)
  const violations: Violation[] = []
  for (const rule of rulesFor(view, onFailure)) {
    if (isWanted?.(rule) === false) continue
    try {
      const fault = rule.check(view)
      // What a rule concludes from a request that nobody saw is worth nothing.
      if (!view.tellGuess() && fault !== undefined) violations.push({ rule, ...fault })
    } catch (error) {
      view.tellGuess()
      onFailure(rule, error)
    }
  }
  return violations
}

function rethrow(_rule: Rule, error: unknown): never {
  throw error
}
