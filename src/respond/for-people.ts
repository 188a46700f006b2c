import { type Drop, isText } from '../recognize/index.ts'
import type { ProblemDocument } from './render.ts'
import { plainData } from './render-json.ts'

/** The parts of a problem document that a person reads. Other extension members are for programs. */
export interface Parts {
  /** Status code and title. */
  readonly heading: string
  readonly paragraphs: readonly string[]
  /** What is wrong with the request, part by part. */
  readonly list: readonly string[]
  /** With `debug: true`: the stack. */
  readonly trace: string | undefined
}

/** Picks out what a person reads. */
export function describeParts(document: ProblemDocument, drop: Drop): Parts {
  const { type, status, title, detail, instance, debug } = document
  // Whatever an application put there, as JSON would hand it over.
  const errors = 'errors' in document ? plainData({ errors: document.errors }, drop).errors : undefined
  const paragraphs: string[] = []
  if (typeof detail === 'string') paragraphs.push(detail)
  if (typeof type === 'string' && type !== 'about:blank') paragraphs.push(`Type: ${type}`)
  if (typeof instance === 'string') paragraphs.push(`Instance: ${instance}`)
  return {
    heading: `${String(status)} ${String(title)}`,
    paragraphs,
    list: Array.isArray(errors) ? errors.flatMap(describeError) : [],
    trace: Array.isArray(debug) ? debug.filter(isText).join('\n') : undefined,
  }
}

function describeError(error: unknown): string[] {
  if (typeof error !== 'object' || error === null || !('detail' in error)) return []
  const where = 'pointer' in error && typeof error.pointer === 'string' ? `${error.pointer}: ` : ''
  return typeof error.detail === 'string' ? [`${where}${error.detail}`] : []
}
