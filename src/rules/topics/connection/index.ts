import type { Rule } from '../../rule.ts'
import { closeRules } from './close.ts'
import { multiplexedRules } from './multiplexed.ts'
import { optionRules } from './options.ts'
import { upgradeRequiredRules } from './upgrade-required.ts'

export const connectionRules: readonly Rule[] = [
  ...closeRules,
  ...optionRules,
  ...multiplexedRules,
  ...upgradeRequiredRules,
]
