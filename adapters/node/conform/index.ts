export { type ConformFramework, createConform, type HasResponse, skip, upstream } from './conform.ts'
export type { ConformOptions, MendEvent } from './options.ts'
export { heldOf, keeperOf } from './watch.ts'
