import type { ResourceName } from './resources.ts'

/** What is asked of which resource, and what comes back. */
export type Row = readonly [
  rule: string,
  method: string,
  fields: RequestFields,
  resource: ResourceName,
  status: number,
  response?: Expected,
]

/** By name; an array is sent as several lines. */
export type RequestFields = Readonly<Record<string, string | readonly string[]>>

/** What the response has to have. */
export interface Expected {
  /** Response header fields; `null`: it is not there. */
  readonly fields?: Readonly<Record<string, string | null>>
  /** The Content-Range of each part of a multipart/byteranges. */
  readonly parts?: readonly string[]
}

/** A Content-Range and nothing else of interest. */
export const range = (value: string): Expected => ({ fields: { 'Content-Range': value } })

/** The whole of a resource of 1000 bytes. */
export const WHOLE: Expected = {
  fields: { 'Content-Range': null, 'Content-Length': '1000', 'Accept-Ranges': 'bytes' },
}
