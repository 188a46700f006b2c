export { errorStatusOf, isAssigned, isErrorStatus, mayHaveContent, phraseOf, statusOf } from './status.ts'
export { statuses } from './table.ts'
export type {
  ClientErrorCode,
  ContentfulCode,
  ContentlessCode,
  InformationalCode,
  OwedField,
  RedirectionCode,
  ServerErrorCode,
  Status,
  StatusClass,
  StatusCode,
  SuccessfulCode,
} from './types.ts'
export { type UnregisteredCode, type UnregisteredStatus, unregistered, unregisteredStatus } from './unregistered.ts'
