import type { RuleExample } from '../example.ts'
import { conditionExamples } from './conditions.ts'
import { multistatusExamples } from './multistatus.ts'
import { operationExamples } from './operations.ts'

export const webdavExamples: readonly RuleExample[] = [
  ...multistatusExamples,
  ...conditionExamples,
  ...operationExamples,
]
