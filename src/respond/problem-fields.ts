import type { HttpProblem } from '../problems/internal.ts'
import { type Drop, fieldsOf } from '../recognize/index.ts'
import { FieldMap } from './field-map.ts'
import { describesContent } from './supersede.ts'

/** The header fields that a problem brings, without those that only the pipeline can know. */
export function problemFields(problem: HttpProblem, drop: Drop): FieldMap {
  const fields = new FieldMap(drop)
  for (const [name, value] of fieldsOf(problem.headers)) {
    const lower = name.toLowerCase()
    if (!isPipelines(lower, problem.status, value)) fields.setNormal(name, value)
    // UpgradeRequired brings it for those who send it without this pipeline, which adds it by itself.
    else if (lower !== 'connection') drop({ kind: 'header', name, reason: 'the pipeline sets it, by what it sends' })
  }
  return fields
}

// What describes the content and its framing is the pipeline's. The language of a detail is the application's, and the
// size of what was asked for is a fact of the 416 (RFC 9110 §15.5.17).
function isPipelines(lowerName: string, status: number, value: unknown): boolean {
  if (lowerName === 'content-language') return false
  if (lowerName === 'content-range') return status !== 416 || !String(value).includes('*/')
  if (lowerName === 'connection') return value !== 'close'
  return describesContent(lowerName) || lowerName === 'keep-alive'
}
