import type { ResponseView } from '../../exchange-view.ts'
import { type Fault, fault, quoted } from '../../fault.ts'
import { type Item, parseList, type StructuredParameters } from '../../grammar/structured-fields.ts'

/** What drafts ask for is advice: the next one may ask for something else. */
export const DRAFT = 'draft-ietf-httpapi-ratelimit-headers-10'

export const REMEDY = 'Write \'RateLimit-Policy: "burst";q=100;w=60\' and \'RateLimit: "burst";r=42;t=30\'.'

const known = new WeakMap<ResponseView, Map<string, readonly Item[] | undefined>>()

/** The items of RateLimit-Policy or RateLimit; undefined: there is no such field, or it is no list of strings. */
export function itemsOf(response: ResponseView, field: string): readonly Item[] | undefined {
  let fields = known.get(response)
  if (fields === undefined) {
    fields = new Map()
    known.set(response, fields)
  }
  if (!fields.has(field)) fields.set(field, readItems(response.get(field)))
  return fields.get(field)
}

function readItems(value: string | undefined): readonly Item[] | undefined {
  const members = value === undefined ? undefined : parseList(value)
  if (members === undefined || members.length === 0) return undefined
  const items = members.filter((member): member is Item => member.type === 'string')
  return items.length === members.length ? items : undefined
}

/** The first thing that is wrong with the parameters of an item. */
export function findParameter(
  response: ResponseView,
  field: string,
  wrong: (parameters: StructuredParameters, name: string) => string | undefined,
): Fault | undefined {
  for (const item of itemsOf(response, field) ?? []) {
    const what = wrong(item.parameters, quoted(String(item.value), 40))
    if (what !== undefined) return fault(what, response.show(field))
  }
  return undefined
}
