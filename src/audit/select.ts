import { type Rule, ruleOf } from '../rules/index.ts'

/** Which rules are asked. */
export interface Selection {
  /** The weakest rules that count. `'SHOULD'`: those of MUST and SHOULD. `'advice'`: all there are. */
  readonly level: 'MUST' | 'SHOULD' | 'advice'
  /** Ids of rules that are broken on purpose. */
  readonly ignore: readonly string[]
  /** Leaves out the SHOULDs about the texts, the resources and the policy of the application. */
  readonly decidedBy?: 'server'
}

/**
 * The rules that somebody wants to be told of.
 *
 * @throws {TypeError} for an unknown level or rule
 */
export function select({ level, ignore, decidedBy }: Selection): (rule: Rule) => boolean {
  if (level !== 'MUST' && level !== 'SHOULD' && level !== 'advice')
    throw new TypeError(`level is 'MUST', 'SHOULD' or 'advice', not ${String(level)}.`)
  const ignored = new Set(ignore.map(existing))
  return (rule) => !ignored.has(rule) && counts(rule, level, decidedBy)
}

/** Those of some ids that no rule has. */
export function unknownRules(ids: readonly string[]): readonly string[] {
  return ids.filter((id) => ruleOf(id) === undefined)
}

/** Whether it is a MUST or MUST NOT. */
export function isMust({ level }: Rule): boolean {
  return level === 'MUST' || level === 'MUST NOT'
}

function existing(id: string): Rule {
  const rule = ruleOf(id)
  if (rule === undefined)
    throw new TypeError(`There is no rule ${String(id)} to ignore; npx statuswise explain 404 lists those of a status.`)
  return rule
}

function counts(rule: Rule, level: Selection['level'], decidedBy: 'server' | undefined): boolean {
  if (isMust(rule)) return true
  if (decidedBy === 'server' && rule.decidedBy === 'application') return false
  return level === 'advice' || (level === 'SHOULD' && rule.level !== 'advice')
}
