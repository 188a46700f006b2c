import type { Drop } from '../recognize/index.ts'

/** A problem document as plain data, standard members first. Its values can be anything that an application put there. */
export type ProblemDocument = Readonly<Record<string, unknown>>

/** Writes a document in one format. Takes note of members that it had to leave out. */
export type Render = (document: ProblemDocument, drop: Drop) => string
