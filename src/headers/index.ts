export {
  formatAccept,
  formatAcceptPatch,
  formatAcceptPost,
  parseAccept,
  parseAcceptPatch,
  parseAcceptPost,
} from './accept.ts'
export { formatAcceptEncoding, parseAcceptEncoding } from './accept-encoding.ts'
export { type LanguageRange, parseAcceptLanguage } from './accept-language.ts'
export { formatAcceptQuery } from './accept-query.ts'
export { formatAllow, parseAllow } from './allow.ts'
export { utf8Length } from './byte-length.ts'
export { type Challenge, challenge, formatChallenge } from './challenge.ts'
export { type BasicParams, basic } from './challenges/basic.ts'
export { type BearerParams, bearer, DEFAULT_REALM } from './challenges/bearer.ts'
export { type DigestParams, digest } from './challenges/digest.ts'
export { type DPoPParams, dpop } from './challenges/dpop.ts'
export {
  type ContentRange,
  type EnclosedRange,
  formatContentRange,
  parseContentRange,
  type UnsatisfiedRange,
} from './content-range.ts'
export { isEntityTag, isWeak, matchStrongly, matchWeakly, parseEntityTags } from './entity-tag.ts'
export { isFieldName, isFieldValue, isToken, quote } from './field-value.ts'
export type { Fields } from './fields.ts'
export { isHost } from './host.ts'
export { formatHttpDate, parseHttpDate } from './http-date.ts'
export { type IfRange, parseIfRange } from './if-range.ts'
export { formatLink, type Link, type LinkParams, parseLinks } from './link.ts'
export { normalizeField } from './normalize.ts'
export { parseChallenges } from './parse-challenges.ts'
export { parseByteRangeSpecs } from './range.ts'
export { type RequestLike, requestField, singletonField } from './request.ts'
export { formatRetryAfter, parseRetryAfter } from './retry-after.ts'
export { formatUpgrade, parseUpgrade } from './upgrade.ts'
export { encodeUriReference, hasEmptyHost, hasUserinfo, isUri, isUriReference } from './uri-reference.ts'
export { mergeVary, parseVary } from './vary.ts'
