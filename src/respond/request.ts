/** What the pipeline needs to know of a request. An IncomingMessage of node:http is one. */
export interface RequestLike {
  /** As on the wire; default GET. */
  readonly method?: string | undefined
  /** `1.0`, `1.1`, `2.0`, …; default 1.1. */
  readonly httpVersion?: string | undefined
  /** Header fields by lower-case name; several field lines joined by a comma, or as an array. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

/** Header fields of the response that was being built when something was thrown, by lower-case name. */
export type PendingFields = Readonly<Record<string, string | number | readonly string[] | undefined>>

/** The value of a request field, its lines combined (RFC 9110 §5.3). */
export function requestField(request: RequestLike, lowerName: string): string | undefined {
  const value = request.headers[lowerName]
  return typeof value === 'string' || value === undefined ? value : value.join(', ')
}
