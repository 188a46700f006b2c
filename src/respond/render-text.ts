import type { Drop } from '../recognize/index.ts'
import { describeParts } from './for-people.ts'
import type { ProblemDocument } from './render.ts'
import type { Spoken } from './speech.ts'

/** A problem document as plain text, for people at a terminal. */
export function renderText(document: ProblemDocument, drop: Drop, spoken?: Spoken): string {
  const { heading, paragraphs, list, trace } = describeParts(document, drop, spoken)
  const blocks = [heading, ...paragraphs].map(({ text }) => text)
  if (list.length > 0) blocks.push(list.map(({ text }) => `- ${text}`).join('\n'))
  if (trace !== undefined) blocks.push(trace)
  return `${blocks.join('\n\n')}\n`
}
