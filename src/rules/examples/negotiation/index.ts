import type { RuleExample } from '../example.ts'
import { codingsExamples } from './codings.ts'
import { errorsExamples } from './errors.ts'
import { fieldsExamples } from './fields.ts'
import { mediaTypesExamples } from './media-types.ts'
import { refusalsExamples } from './refusals.ts'
import { varyExamples } from './vary.ts'

export const negotiationExamples: readonly RuleExample[] = [
  ...codingsExamples,
  ...errorsExamples,
  ...fieldsExamples,
  ...mediaTypesExamples,
  ...refusalsExamples,
  ...varyExamples,
]
