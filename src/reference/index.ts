export type {
  ClientErrorCode,
  ContentfulCode,
  ContentlessCode,
  InformationalCode,
  RedirectionCode,
  ServerErrorCode,
  StatusCode,
  SuccessfulCode,
  UnregisteredCode,
} from '../status/index.ts'
export { lookup, statuses, unregisteredStatuses } from './lookup.ts'
export type {
  Alternative,
  FormerMeaning,
  MustIf,
  RegisteredStatus,
  Retry,
  Sender,
  UnknownToRegistry,
} from './types.ts'
