import type { FieldValue } from './response.ts'

/** What the fields of a response are read from; one of node:http is such a thing. */
export interface FieldSource {
  /** In lower case. */
  getHeaderNames(): readonly string[]
  getHeader(lowerName: string): FieldValue | undefined
}

/**
 * Whether a response is of the kind that most are, so that no rule has anything to say of it: a 200 to another method than
 * HEAD and OPTIONS whose fields are all ordinary. Says so with a fraction of the work of judge(), which would find nothing.
 *
 * @param contentLength as a ResponseInHand has it.
 */
export function isPlain(
  status: number,
  method: string | undefined,
  contentLength: number,
  fields: FieldSource,
): boolean {
  if (status !== 200 || method === 'HEAD' || method === 'OPTIONS') return false
  for (const name of fields.getHeaderNames()) {
    if (REMARKABLE.has(name)) return false
    if (SINGLETONS.has(name)) {
      const value = fields.getHeader(name)
      if (typeof value === 'object') return false
      if (name === 'content-length' && String(value) !== String(contentLength)) return false
    }
  }
  return true
}

const REMARKABLE: ReadonlySet<string> = new Set(['content-range', 'transfer-encoding', 'upgrade'])

/** Fields that have one line (RFC 9110 §5.3). */
export const SINGLETONS: ReadonlySet<string> = new Set([
  'content-type',
  'content-length',
  'etag',
  'last-modified',
  'location',
  'content-location',
  'content-range',
  'retry-after',
  'date',
  'expires',
  'age',
])
