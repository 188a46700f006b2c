import { combine, parseList, parseOnly, type Scanner } from './scan.ts'

const ENTITY_TAG = /(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/y
const ASTERISK = /^[\t ]*\*[\t ]*$/

/**
 * Whether a value is an entity tag, quotes included (RFC 9110 §8.8.3).
 * @example isEntityTag('W/"v1"') // true
 */
export function isEntityTag(value: unknown): value is string {
  return typeof value === 'string' && parseOnly(value, entityTag) !== undefined
}

/**
 * Reads If-Match or If-None-Match (RFC 9110 §13.1.1, §13.1.2): the entity tags as they were written, or `*`.
 * @returns `undefined` as soon as one of them is no entity tag, and for a `*` among others.
 * @example parseEntityTags('"a,b", W/"c"') // ['"a,b"', 'W/"c"']
 */
export function parseEntityTags(value: string | readonly string[]): '*' | string[] | undefined {
  const text = combine(value)
  return ASTERISK.test(text) ? '*' : parseList(text, entityTag)
}

/** Whether two entity tags are the same and neither is weak (RFC 9110 §8.8.3.2). */
export function matchStrongly(one: string, other: string): boolean {
  return one === other && !isWeak(one)
}

/** Whether two entity tags are the same, weak or not (RFC 9110 §8.8.3.2). */
export function matchWeakly(one: string, other: string): boolean {
  return opaqueTag(one) === opaqueTag(other)
}

/** Whether an entity tag also stands for representations with other bytes (RFC 9110 §8.8.1). */
export function isWeak(tag: string): boolean {
  return tag.startsWith('W/')
}

function entityTag(scanner: Scanner): string | undefined {
  return scanner.match(ENTITY_TAG)
}

function opaqueTag(tag: string): string {
  return isWeak(tag) ? tag.slice('W/'.length) : tag
}
