/** entity-tag (RFC 9110 §8.8.3) */
export interface EntityTag {
  readonly weak: boolean
  /** With its quotes. */
  readonly opaque: string
}

const SEPARATORS = /[\t ,]*/y
const ENTITY_TAG = /^(W\/)?("[\x21\x23-\x7e\x80-\xff]*")$/

export function parseEntityTag(text: string): EntityTag | undefined {
  const match = ENTITY_TAG.exec(text)
  return match === null ? undefined : { weak: match[1] !== undefined, opaque: match[2] ?? '' }
}

/** A list of entity tags (If-Match, If-None-Match); undefined: one is none, or `*`. Commas may stand in a tag. */
export function parseEntityTags(value: string): readonly EntityTag[] | undefined {
  const tags: EntityTag[] = []
  let at = afterSeparators(value, 0)
  while (at < value.length) {
    const open = value.startsWith('W/', at) ? at + 2 : at
    const end = value.indexOf('"', open + 1) + 1
    const tag = parseEntityTag(value.slice(at, end))
    if (tag === undefined) return undefined
    tags.push(tag)
    at = afterSeparators(value, end)
    if (at < value.length && !value.slice(end, at).includes(',')) return undefined
  }
  return tags
}

/** Whether two tags are equal by weak comparison (RFC 9110 §8.8.3.2). */
export function weaklyEqual(one: EntityTag, other: EntityTag): boolean {
  return one.opaque === other.opaque
}

/** Whether two tags are equal by strong comparison (RFC 9110 §8.8.3.2). */
export function stronglyEqual(one: EntityTag, other: EntityTag): boolean {
  return !one.weak && !other.weak && one.opaque === other.opaque
}

function afterSeparators(value: string, from: number): number {
  SEPARATORS.lastIndex = from
  SEPARATORS.test(value)
  return SEPARATORS.lastIndex
}
