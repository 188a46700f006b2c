export { errorStatusOf, isAssigned, isErrorStatus, mayHaveContent, phraseOf, statusOf } from './status.ts'
export { statuses } from './table.ts'
export type { Status, StatusClass } from './types.ts'
export { type UnregisteredStatus, unregistered, unregisteredStatus } from './unregistered.ts'
