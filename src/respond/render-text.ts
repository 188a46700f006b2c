import type { Drop } from '../recognize/index.ts'
import { describeParts } from './for-people.ts'
import type { ProblemDocument } from './render.ts'

/** A problem document as plain text, for people at a terminal. */
export function renderText(document: ProblemDocument, drop: Drop): string {
  const { heading, paragraphs, list, trace } = describeParts(document, drop)
  const blocks = [heading, ...paragraphs]
  if (list.length > 0) blocks.push(list.map((item) => `- ${item}`).join('\n'))
  if (trace !== undefined) blocks.push(trace)
  return `${blocks.join('\n\n')}\n`
}
