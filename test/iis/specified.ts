import { readFileSync } from 'node:fs'

/** A row of the specification. */
export interface SpecifiedRow {
  readonly code: string
  readonly title: string
  readonly http: number
  readonly retryAfter?: true
  readonly why?: string
}

const file = readFileSync(new URL('../../spec/iis-and-sip.json', import.meta.url), 'utf8')

export const specified: readonly SpecifiedRow[] = (JSON.parse(file) as { iis: SpecifiedRow[] }).iis
