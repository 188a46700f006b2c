import { expect } from 'vitest'
import type { ConformanceOptions } from './conformance.ts'
import { type ExpectedProblem, matchers } from './matchers.ts'
import type { RequestOptions } from './observe.ts'

expect.extend(matchers)

declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: as vitest declares it
  interface Matchers<T = any> {
    /** That a response breaks no rule of HTTP. Await it for responses of fetch and undici. */
    toConform(options?: ConformanceOptions): void | Promise<void>
    /** That a response is a problem (RFC 9457) with these members. Await it for responses of fetch and undici. */
    toBeProblem(expected?: ExpectedProblem, options?: { readonly request?: RequestOptions }): void | Promise<void>
  }
}
