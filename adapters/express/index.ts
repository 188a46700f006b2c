export type { ProblemEvent } from '../node/report.ts'
export { handle } from './handle.ts'
export { type ProblemsOptions, problems } from './problems.ts'
export { send } from './send.ts'
