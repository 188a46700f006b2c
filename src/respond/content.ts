import { utf8Length } from '../headers/index.ts'
import type { Reply, StreamedContent } from '../replies/index.ts'

/** What a reply can carry. */
export type Content = NonNullable<Reply['body']>

/** Whether content is made while it is sent. */
export function isStreamed(content: Content | undefined): content is StreamedContent {
  return typeof content === 'object' && !(content instanceof Uint8Array)
}

/** How many bytes content has; undefined where nobody knows yet. */
export function lengthOf(content: Content): number | undefined {
  return typeof content === 'string' ? utf8Length(content) : content.length
}

/** @throws {TypeError} for what is no content. */
export function checkContent(content: Content | undefined): void {
  if (content === undefined || typeof content === 'string' || content instanceof Uint8Array) return
  if (typeof content !== 'object' || content === null || !('open' in content)) {
    throw new TypeError('the body of a reply is a string, a Uint8Array, a StreamedContent or undefined')
  }
  const { length, open } = content
  if (typeof open !== 'function') throw new TypeError(`open of a StreamedContent is a function, not a ${typeof open}`)
  // RFC 9110 §8.6: a decimal number of bytes.
  if (length !== undefined && (!Number.isSafeInteger(length) || length < 0)) {
    throw new TypeError(`the length of a StreamedContent is a number of bytes or undefined, not ${String(length)}`)
  }
}
