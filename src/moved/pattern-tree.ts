import type { Segment } from './pattern.ts'

/** What patterns have in common up to one of their slashes, and how they go on. */
export interface Branch<Owner> {
  /** Where the first of its patterns stands among all. */
  readonly first: number
  readonly literals: Map<string, Branch<Owner>>
  name: Branch<Owner> | undefined
  /** The pattern that ends here. */
  end: Leaf<Owner> | undefined
  /** The pattern that goes on with `*`. */
  rest: Leaf<Owner> | undefined
}

/** A pattern's owner, and where the pattern stands among all. */
interface Leaf<Owner> {
  readonly order: number
  readonly owner: Owner
}

/** Patterns by their segments: a path is compared with those alone that may fit it, however many there are. */
export class PatternTree<Owner> {
  readonly root: Branch<Owner> = branchAt(0)
  #size = 0

  /** Adds a pattern, of which there is none of the same shape, behind all others. */
  add(pattern: readonly Segment[], owner: Owner): void {
    const leaf = { order: this.#size++, owner }
    let branch = this.root
    for (const segment of pattern) {
      switch (segment.kind) {
        case 'literal': {
          const next = branch.literals.get(segment.text) ?? branchAt(leaf.order)
          branch.literals.set(segment.text, next)
          branch = next
          break
        }
        case 'name':
          branch.name ??= branchAt(leaf.order)
          branch = branch.name
          break
        case 'rest':
          branch.rest = leaf
          return
        default:
          segment satisfies never
      }
    }
    branch.end = leaf
  }

  /**
   * The owner of the first pattern that fits a path. A name stands for a segment that is not empty. `*` stands for one or
   * more, of which only the last may be empty: of an empty one in front, a target could make `//evil.example`.
   */
  find(path: readonly string[]): Owner | undefined {
    return search(this.root, path, 0, path.slice(0, -1).lastIndexOf('') + 1, undefined)?.owner
  }
}

/** @param open the first of the segments that `*` may stand for. */
function search<Owner>(
  branch: Branch<Owner>,
  path: readonly string[],
  index: number,
  open: number,
  found: Leaf<Owner> | undefined,
): Leaf<Owner> | undefined {
  if (found !== undefined && found.order < branch.first) return found
  const part = path[index]
  if (part === undefined) return earlier(found, branch.end)
  let first = index < open ? found : earlier(found, branch.rest)
  const literal = branch.literals.get(part)
  if (literal !== undefined) first = search(literal, path, index + 1, open, first)
  if (branch.name !== undefined && part !== '') first = search(branch.name, path, index + 1, open, first)
  return first
}

function earlier<Owner>(one: Leaf<Owner> | undefined, other: Leaf<Owner> | undefined): Leaf<Owner> | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return other.order < one.order ? other : one
}

function branchAt<Owner>(first: number): Branch<Owner> {
  return { first, literals: new Map(), name: undefined, end: undefined, rest: undefined }
}
