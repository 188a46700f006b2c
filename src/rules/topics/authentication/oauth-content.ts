import type { ResponseView } from '../../exchange-view.ts'

/** A member of the object that the content is as JSON, whatever its media type calls it; undefined: there is none. */
export function jsonMemberOf(response: ResponseView, name: string): unknown {
  if (!/(?:^|\+)json$/.test(String(response.contentType?.subtype))) return undefined
  const value = response.json?.value
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Readonly<Record<string, unknown>>)[name]
}
