import stringify from 'safe-stable-stringify'
import { type Stringify, tolerance } from './tolerance.ts'

/** Writes as JSON what JSON.stringify refuses. (The build puts adapters/node/stringify.ts in its place for Node.) */
export const tolerantStringify: Stringify = stringify.configure(tolerance)
