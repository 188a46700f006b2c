export { type RequestLike, requestField } from '../headers/index.ts'

/** Header fields of the response that was being built when something was thrown, by lower-case name. */
export type PendingFields = Readonly<Record<string, string | number | readonly string[] | undefined>>
