import type { Drop } from '../recognize/index.ts'
import type { Spoken } from './speech.ts'

/** A problem document as plain data, standard members first. Its values can be anything that an application put there. */
export type ProblemDocument = Readonly<Record<string, unknown>>

/**
 * Writes a document in one format. Takes note of members that it had to leave out.
 *
 * @param spoken in which languages its texts are, where several are on offer.
 */
export type Render = (document: ProblemDocument, drop: Drop, spoken?: Spoken) => string
