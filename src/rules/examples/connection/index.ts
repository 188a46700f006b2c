import type { RuleExample } from '../example.ts'
import { closeExamples } from './close.ts'
import { multiplexedExamples } from './multiplexed.ts'
import { optionExamples } from './options.ts'
import { upgradeRequiredExamples } from './upgrade-required.ts'

export const connectionExamples: readonly RuleExample[] = [
  ...closeExamples,
  ...optionExamples,
  ...multiplexedExamples,
  ...upgradeRequiredExamples,
]
