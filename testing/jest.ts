import type { ConformanceOptions } from './conformance.ts'
import { type ExpectedProblem, matchers } from './matchers.ts'
import type { RequestOptions } from './observe.ts'

declare global {
  namespace jest {
    interface Matchers<R> {
      /** That a response breaks no rule of HTTP. Await it for responses of fetch and undici. */
      toConform(options?: ConformanceOptions): R | Promise<void>
      /** That a response is a problem (RFC 9457) with these members. Await it for responses of fetch and undici. */
      toBeProblem(expected?: ExpectedProblem, options?: { readonly request?: RequestOptions }): R | Promise<void>
    }
  }
}

const { expect } = globalThis as { expect?: { extend(added: typeof matchers): void } }
if (expect === undefined)
  throw new Error(
    "statuswise/testing/jest needs jest's global expect; else: expect.extend(matchers) of statuswise/testing.",
  )
expect.extend(matchers)
