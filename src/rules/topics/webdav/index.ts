import type { Rule } from '../../rule.ts'
import { conditionRules } from './conditions.ts'
import { multistatusRules } from './multistatus.ts'
import { operationRules } from './operations.ts'

export const webdavRules: readonly Rule[] = [...multistatusRules, ...conditionRules, ...operationRules]
