import tables from '../../spec/iis-and-sip.json' with { type: 'json' }

/** A sub-status of IIS, as specified. */
export interface SpecifiedIis {
  readonly code: string
  readonly title: string
  readonly http: number
  readonly retryAfter?: true
  readonly why?: string
}

/** A SIP response code, as specified. */
export interface SpecifiedSip {
  readonly code: number
  readonly phrase: string
  readonly http: number | null
  readonly why: string
  readonly retryAfter?: true
  readonly members?: readonly string[]
}

/** The tables that those of the library have to agree with. */
export const specified: { readonly iis: readonly SpecifiedIis[]; readonly sip: readonly SpecifiedSip[] } =
  tables as never
