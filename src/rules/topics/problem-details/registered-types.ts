import { REGISTERED_TYPES } from '../../shared/problem-document.ts'

/** The status codes that the specifications of problem types name. */
export const statusOfType: ReadonlyMap<string, number> = new Map([
  // RFC 9458
  [`${REGISTERED_TYPES}date`, 400],
  [`${REGISTERED_TYPES}ohttp-key`, 400],
  // draft-ietf-httpapi-digest-fields-problem-types
  [`${REGISTERED_TYPES}digest-unsupported-algorithms`, 400],
  [`${REGISTERED_TYPES}digest-invalid-values`, 400],
  [`${REGISTERED_TYPES}digest-mismatched-values`, 400],
  // draft-ietf-httpapi-ratelimit-headers
  [`${REGISTERED_TYPES}quota-exceeded`, 429],
  [`${REGISTERED_TYPES}temporary-reduced-capacity`, 503],
  [`${REGISTERED_TYPES}abnormal-usage-detected`, 429],
])
