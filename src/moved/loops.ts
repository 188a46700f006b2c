import { pathOf, REST, type Segment, type Values } from './pattern.ts'
import { follow, type Rule, type Rules } from './rules.ts'

/**
 * Refuses rules that lead round in a circle, or on for ever. Each is tried with values that no rule speaks of, and with those
 * that make its target fit each other rule. (Where several values have to meet for a circle, it is found when somebody asks
 * for one of its paths, who is not redirected then.)
 *
 * @throws {TypeError} that names the circle.
 */
export function checkLoops(rules: Rules): void {
  const unknown = unknownTo(rules)
  const known = new Set<string>()
  for (const rule of rules.all) {
    for (const values of trials(rule, rules, unknown)) {
      const { paths, end } = follow(rules, { path: pathOf(rule.source, values), ...NOTHING }, known)
      for (const path of paths) known.add(path)
      if (end !== undefined) continue
      throw new TypeError(`moved() leads round in a circle: ${paths.slice(0, MOST_SHOWN).join(' → ')}`)
    }
  }
}

const NOTHING = { origin: undefined, query: undefined, fragment: undefined }
const MOST_SHOWN = 12

/** What no rule speaks of. */
interface Unknown {
  readonly segment: string
  /** Rests: one is longer than all paths that a pattern without `*` fits, so that none of them comes in between. */
  readonly rests: readonly string[]
}

function unknownTo({ all }: Rules): Unknown {
  const known = new Set(all.flatMap(({ source }) => source.flatMap(textOf)))
  let segment = 'x'
  while (known.has(segment)) segment += 'x'
  const longest = all.reduce((length, { source }) => Math.max(length, source.length), 0)
  return { segment, rests: [segment, '', Array(longest).fill(segment).join('/')] }
}

function* trials({ source, target }: Rule, { all }: Rules, unknown: Unknown): Generator<Values> {
  for (const rest of source.at(-1)?.kind === 'rest' ? unknown.rests : ['']) {
    const plain = new Map(source.flatMap((segment) => valuesOf(segment, unknown.segment, rest)))
    yield plain
    if (target.origin !== undefined || target.path === undefined || plain.size === 0) continue
    for (const rule of all) {
      const values = valuesThatFit(target.path, rule.source, unknown.segment, rest)
      if (values !== undefined && values.size > 0) yield new Map([...plain, ...values])
    }
  }
}

/** The values with which a target is a path that a pattern fits; undefined: there are none. */
function valuesThatFit(
  target: readonly Segment[],
  pattern: readonly Segment[],
  unknown: string,
  rest: string,
): Values | undefined {
  const values = new Map<string, string>()
  for (const [index, segment] of target.entries()) {
    const wanted = pattern[index]
    if (wanted === undefined) return undefined
    if (segment.kind === 'rest') {
      const parts = pattern.slice(index).map((one) => textOf(one)[0] ?? (one.kind === 'rest' ? rest : unknown))
      return values.set(REST, parts.join('/'))
    }
    if (wanted.kind === 'rest') return values
    if (wanted.kind === 'name') continue
    if (segment.kind === 'literal') {
      if (segment.text !== wanted.text) return undefined
    } else if (wanted.text === '' || (values.get(segment.name) ?? wanted.text) !== wanted.text) return undefined
    else values.set(segment.name, wanted.text)
  }
  return target.length === pattern.length ? values : undefined
}

function textOf(segment: Segment): readonly string[] {
  return segment.kind === 'literal' ? [segment.text] : []
}

function valuesOf(segment: Segment, unknown: string, rest: string): readonly (readonly [string, string])[] {
  if (segment.kind === 'literal') return []
  return segment.kind === 'rest' ? [[REST, rest]] : [[segment.name, unknown]]
}
