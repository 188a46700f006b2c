// statuswise/sip: for HTTP gateways to telephony.
export type { SipWarning } from './fields.ts'
export { fromSip } from './from-sip.ts'
export type { SipOptions } from './options.ts'
export { type ParsedSipResponse, parseSipResponse } from './parse-response.ts'
export type { SipLine, SipResponse } from './response.ts'
export { type SipMember, type SipStatus, sipStatuses } from './table.ts'
