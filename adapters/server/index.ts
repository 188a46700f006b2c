// This is `statuswise/node`, for what happens below a framework. `adapters/node/` is no entry: it is what the adapters share.

export type { ProblemEvent } from '../node/report.ts'
export { createHandler } from './create-handler.ts'
export { type FinalHandlerOptions, finalHandler } from './final-handler.ts'
export type { ProtectOptions, ServerOptions } from './options.ts'
export type { OverloadOptions } from './overload.ts'
export { protect } from './protect.ts'
export { type Drained, type DrainOptions, drain } from './shutdown.ts'
