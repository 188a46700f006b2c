import { isExact, literalOf, type Segment, shapeOf } from './pattern.ts'
import type { Branch } from './pattern-tree.ts'
import { follow, type Rule, type Rules } from './rules.ts'

/**
 * Refuses rules that lead round in a circle, or on for ever. Each is tried with values that no rule speaks of, and with those
 * that make its target fit another rule. (Where several values have to meet for a circle, it is found when somebody asks
 * for one of its paths, who is not redirected then.)
 *
 * @throws {TypeError} that names the circle.
 */
export function checkLoops(rules: Rules): void {
  const known = new Set<string>()
  for (const path of trials(rules)) {
    const { paths, end } = follow(rules, { path, ...NOTHING }, known)
    for (const one of paths) known.add(one)
    if (end !== undefined) continue
    throw new TypeError(`moved() leads round in a circle: ${paths.slice(0, MOST_SHOWN).join(' → ')}`)
  }
}

const NOTHING = { origin: undefined, query: undefined, fragment: undefined }
const MOST_SHOWN = 12

function* trials({ all, patterns }: Rules): Generator<string> {
  const unknown = new Unknown(all)
  for (const { source } of all) yield* unknown.pathsOf('', source)
  // Many rules may have one target, and where they meet others is the same for all of them.
  const targets = new Map<string, readonly Segment[]>()
  for (const { target } of all) {
    const { origin, path } = target
    if (origin === undefined && path !== undefined && !isExact(path)) targets.set(shapeOf(path), path)
  }
  const meetings = new Meetings(unknown)
  for (const target of targets.values()) yield* meetings.of(patterns.root, '', target)
}

/** What no rule speaks of. */
class Unknown {
  readonly segment: string
  /** One is longer than all paths that a pattern without `*` fits, so that none of them comes in between. */
  readonly #rests: readonly string[]

  constructor(all: readonly Rule[]) {
    const known = new Set(all.flatMap(({ source }) => source.map(literalOf)))
    let segment = 'x'
    while (known.has(segment)) segment += 'x'
    const longest = all.reduce((length, { source }) => Math.max(length, source.length), 0)
    this.segment = segment
    this.#rests = [segment, '', Array(longest).fill(segment).join('/')]
  }

  /** What is behind a path, in all ways that have to be tried. */
  pathsOf(path: string, [segment, ...others]: readonly Segment[]): readonly string[] {
    if (segment === undefined) return [path]
    return this.textsFor(segment).flatMap((text) => this.pathsOf(`${path}/${text}`, others))
  }

  textsFor(segment: Segment): readonly string[] {
    switch (segment.kind) {
      case 'literal':
        return [segment.text]
      case 'name':
        return [this.segment]
      case 'rest':
        return this.#rests
      default:
        return segment satisfies never
    }
  }
}

/**
 * Paths that a target and a pattern with a name or `*` have in common. (What it has in common with a rule of a single path
 * is that path.)
 */
class Meetings {
  readonly #unknown: Unknown
  #left = MOST_STEPS

  constructor(unknown: Unknown) {
    this.#unknown = unknown
  }

  *of(branch: Branch<unknown>, path: string, target: readonly Segment[]): Generator<string> {
    if (this.#left-- <= 0) return
    const [segment, ...others] = target
    if (segment === undefined) {
      if (branch.end !== undefined) yield path
      return
    }
    if (branch.rest !== undefined) yield* this.#unknown.pathsOf(path, target)
    switch (segment.kind) {
      case 'literal': {
        const next = branch.literals.get(segment.text)
        if (next !== undefined) yield* this.of(next, `${path}/${segment.text}`, others)
        if (branch.name !== undefined) yield* this.of(branch.name, `${path}/${segment.text}`, others)
        return
      }
      case 'name':
        for (const [text, next] of this.#goingOn(branch))
          if (text !== '') yield* this.of(next, `${path}/${text}`, others)
        return
      case 'rest':
        for (const [text, next] of this.#goingOn(branch)) {
          if (next.end !== undefined) yield `${path}/${text}`
          yield* this.of(next, `${path}/${text}`, target)
        }
        return
      default:
        segment satisfies never
    }
  }

  *#goingOn({ literals, name }: Branch<unknown>): Generator<readonly [string, Branch<unknown>]> {
    yield* literals
    if (name !== undefined) yield [this.#unknown.segment, name]
  }
}

/** Where thousands of targets begin with a name, thousands of patterns may fit each of them: so many steps are gone in all. */
const MOST_STEPS = 200_000
