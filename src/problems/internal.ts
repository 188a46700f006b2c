// What recognition and the pipeline use of the problems beyond their public face.
export { createProblem, type ErrorStatus, problemFrom } from './create-problem.ts'
export { extend, isExtensionName, problemDocument } from './document.ts'
export type { AnyFacts } from './facts.ts'
export { BRAND, HttpProblem, isWithheld, messageOf, withoutStack } from './http-problem.ts'
export { FOR_LOG } from './read-facts.ts'
