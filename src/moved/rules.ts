import { type Place, placeOf, readTemplate, type Template } from './location.ts'
import { isExact, readPattern, type Segment, shapeOf, show, type Values, valuesIn } from './pattern.ts'
import { PatternTree } from './pattern-tree.ts'

/** What has gone from where to where. */
export interface Rule {
  readonly name: string
  readonly source: readonly Segment[]
  readonly target: Template
}

/** Rules, ready to be asked. */
export interface Rules {
  readonly all: readonly Rule[]
  /** The rules of a single path each, by that path. */
  readonly exact: ReadonlyMap<string, Rule>
  readonly patterns: PatternTree<Rule>
}

/** A way through the rules. */
export interface Way {
  /** The paths, from the first to the last. */
  readonly paths: readonly string[]
  /** Where it ends; undefined: it does not, or not soon. */
  readonly end: Place | undefined
}

/** @throws {TypeError} for a path or a target of the wrong form, and where two rules are for the same paths. */
export function readRules(table: Readonly<Record<string, string>>): Rules {
  // A Map has no members, nor has a promise.
  if (typeof table !== 'object' || table === null || Symbol.iterator in table || 'then' in table) {
    throw new TypeError("moved() takes an object of new places by old paths, such as { '/blog/:id': '/posts/:id' }")
  }
  const byShape = new Map<string, Rule>()
  for (const [name, target] of Object.entries(table)) {
    const source = readPattern('moved()', name)
    const shape = shapeOf(source)
    const other = byShape.get(shape)
    if (other !== undefined) throw new TypeError(`moved(): ${show(other.name)} and ${show(name)} are the same paths`)
    byShape.set(shape, { name, source, target: readTemplate(target, source) })
  }
  const all = [...byShape.values()]
  const exact = new Map([...byShape].filter(([, { source }]) => isExact(source)))
  const patterns = new PatternTree<Rule>()
  for (const rule of all) if (!isExact(rule.source)) patterns.add(rule.source, rule)
  return { all, exact, patterns }
}

/** The rule for a path: one of its own, else the first pattern that fits. */
function ruleFor({ exact, patterns }: Rules, path: string): readonly [rule: Rule, values: Values] | undefined {
  const own = exact.get(path)
  if (own !== undefined) return [own, new Map()]
  const segments = path.slice(1).split('/')
  const rule = patterns.find(segments)
  return rule === undefined ? undefined : [rule, valuesIn(rule.source, segments)]
}

/**
 * Goes from place to place, as far as there are rules, so that a client has to go only once.
 *
 * @param known paths from which the way is known to end: it is not gone on from there.
 */
export function follow(rules: Rules, start: Place, known: ReadonlySet<string> = NONE): Way {
  const paths = [start.path]
  const seen = new Set(paths)
  // Where a rule shortens paths, it is the client who says how often: it can make a path as long as a server reads, and each
  // step reads all of it.
  const used = new Set<Rule>()
  let left = MOST_REPEATED
  let place = start
  for (;;) {
    const found = known.has(place.path) ? undefined : ruleFor(rules, place.path)
    if (found === undefined) return { paths, end: place }
    const [rule, values] = found
    place = placeOf(rule.target, values, place)
    paths.push(`${place.origin ?? ''}${place.path}`)
    if (place.origin !== undefined) return { paths, end: place }
    if (!isExact(rule.source) && used.has(rule)) left--
    used.add(rule)
    if (seen.has(place.path) || left === 0) return { paths, end: undefined }
    seen.add(place.path)
  }
}

/** How often the patterns on a way may be used again. */
const MOST_REPEATED = 10
const NONE: ReadonlySet<string> = new Set()
