export { type ConformanceOptions, conformant, expectConformant } from './conformance.ts'
export { type ExpectedProblem, type MatcherResult, matchers } from './matchers.ts'
export type { RequestOptions } from './observe.ts'
