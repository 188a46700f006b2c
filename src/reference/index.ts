export { lookup, statuses, unregisteredStatuses } from './lookup.ts'
export type {
  Alternative,
  ClientErrorCode,
  ContentfulCode,
  ContentlessCode,
  FormerMeaning,
  InformationalCode,
  RedirectionCode,
  RegisteredStatus,
  Retry,
  Sender,
  ServerErrorCode,
  StatusCode,
  SuccessfulCode,
  UnknownToRegistry,
} from './types.ts'
