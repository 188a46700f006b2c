/** A URL to audit, and what is known of it beforehand. */
export interface Route {
  /** Path and query, beginning with `/`. */
  readonly target: string
  /** Content for methods that take some, by method, where an API description has an example. */
  readonly contents: Readonly<Record<string, { readonly type: string; readonly text: string }>>
  /** The statuses that an API description lists for GET, `default` and `4XX` among them; undefined: it has none. */
  readonly documented: readonly string[] | undefined
}

export function routeOf(target: string): Route {
  return { target, contents: {}, documented: undefined }
}
