// What recognition and the pipeline use of the problems beyond their public face.
export { createProblem, problemFrom } from './create-problem.ts'
export { extend, isExtensionName, problemDocument } from './document.ts'
export type { AnyFacts } from './facts.ts'
export { BRAND, HttpProblem, isWithheld, messageOf, withoutStack } from './http-problem.ts'
