import type { RuleExample } from '../example.ts'
import { directiveExamples } from './directives.ts'
import { errorExamples } from './errors.ts'
import { fieldExamples } from './fields.ts'

export const cachingExamples: readonly RuleExample[] = [...directiveExamples, ...errorExamples, ...fieldExamples]
