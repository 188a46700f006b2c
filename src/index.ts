// The public face of the core. The middleware is in statuswise/express and statuswise/koa.
export {
  type BasicParams,
  type BearerParams,
  basic,
  bearer,
  type Challenge,
  challenge,
  type DigestParams,
  type DPoPParams,
  digest,
  dpop,
  type Fields,
} from './headers/index.ts'
export type { Catalogue } from './languages/catalogue.ts'
export * from './problems/index.ts'
export type { Dropped, Mapping } from './recognize/index.ts'
export * from './replies/index.ts'
export {
  type CacheControlOption,
  createResponder,
  type FallbackOptions,
  type FramedReply,
  type LanguageOptions,
  type MessageFormat,
  type PendingFields,
  type ProblemFormat,
  type RequestLike,
  type Resolution,
  type Responder,
  type ResponderOptions,
} from './respond/index.ts'
export { type Message, type MessageValue, type MessageValues, message } from './text/index.ts'
