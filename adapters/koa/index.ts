export type { OnProblem, ProblemEvent } from '../node/report.ts'
export { type ProblemsOptions, problems } from './problems.ts'
export { send } from './send.ts'
export type { KoaContext } from './types.ts'
