/** What is to be known of a request. An IncomingMessage of node:http is one, and so are Koa's `ctx` and `ctx.request`. */
export interface RequestLike {
  /** As on the wire; default GET. */
  readonly method?: string | undefined
  /** `1.0`, `1.1`, `2.0`, …; default 1.1. */
  readonly httpVersion?: string | undefined
  /** Header fields by lower-case name; several field lines joined by a comma, or as an array. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  /** Names and values by turns, as they came: shows the repeated lines that node:http leaves out of `headers`. */
  readonly rawHeaders?: readonly string[] | undefined
  /** The request of node:http behind Koa's. */
  readonly req?: { readonly rawHeaders?: readonly string[] | undefined } | undefined
}

/** The value of a request field, its lines combined (RFC 9110 §5.3). */
export function requestField(request: RequestLike, lowerName: string): string | undefined {
  const value = request.headers[lowerName]
  return typeof value === 'string' || value === undefined ? value : value.join(', ')
}

/** The value of a request field that is no list; `undefined` also where it came in several lines (RFC 9110 §5.3). */
export function singletonField(request: RequestLike, lowerName: string): string | undefined {
  const value = request.headers[lowerName]
  if (value === undefined) return undefined
  const lines = typeof value === 'string' ? [value] : value
  const raw = request.rawHeaders ?? request.req?.rawHeaders ?? []
  const sent = raw.filter((name, index) => index % 2 === 0 && name.toLowerCase() === lowerName).length
  return lines.length === 1 && sent < 2 ? lines[0] : undefined
}
