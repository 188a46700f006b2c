import type { HttpProblem } from '../problems/internal.ts'
import { type Drop, fieldsOf } from '../recognize/index.ts'
import { FieldMap } from './field-map.ts'
import { describesContent } from './supersede.ts'

/** The header fields that a problem brings, without those that only the pipeline can know. */
export function problemFields(problem: HttpProblem, drop: Drop): FieldMap {
  const fields = new FieldMap(drop)
  for (const [name, value] of fieldsOf(problem.headers)) {
    if (isPipelines(name.toLowerCase())) {
      drop({ kind: 'header', name, reason: 'the pipeline sets it, by what it sends' })
    } else if (typeof value === 'string' || Array.isArray(value)) fields.set(name, value)
    else drop({ kind: 'header', name, reason: 'neither a string nor an array of strings' })
  }
  return fields
}

// What describes the content and its framing is the pipeline's. The language of a detail is the application's.
function isPipelines(lowerName: string): boolean {
  return (
    (describesContent(lowerName) && lowerName !== 'content-language') ||
    lowerName === 'connection' ||
    lowerName === 'keep-alive'
  )
}
