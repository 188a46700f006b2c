/** Reads a property of an object that may fight back: a getter or proxy that throws reads as undefined. */
export function read(object: object, name: PropertyKey): unknown {
  try {
    return Reflect.get(object, name)
  } catch {
    return undefined
  }
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

export function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/** Whether a value is an error, also one of another realm. A revoked proxy is none. */
export function isError(value: unknown): value is Error {
  try {
    return value instanceof Error || Object.prototype.toString.call(value) === '[object Error]'
  } catch {
    return false
  }
}

/** The names of an object's own members; none where even asking for them throws. */
export function namesOf(object: object): readonly string[] {
  try {
    return Object.keys(object)
  } catch {
    return []
  }
}

const MOST_CAUSES = 10

/** The error and what caused it, outermost first; ends at a cycle and after ten. */
export function causeChain(error: object): readonly object[] {
  const chain: object[] = []
  let link: unknown = error
  while (isObject(link) && chain.length < MOST_CAUSES && !chain.includes(link)) {
    chain.push(link)
    link = read(link, 'cause')
  }
  return chain
}

const MOST_FIELDS = 100

/** The header fields that an error brings, as pairs, from a plain object, a Map or a Headers object. */
export function fieldsOf(headers: unknown): readonly (readonly [name: string, value: unknown])[] {
  if (!isObject(headers)) return []
  try {
    const entries = read(headers, 'entries')
    if (typeof entries !== 'function') {
      return Object.keys(headers)
        .slice(0, MOST_FIELDS)
        .map((name) => [name, read(headers, name)])
    }
    const pairs: [string, unknown][] = []
    let left = MOST_FIELDS
    for (const pair of entries.call(headers) as Iterable<unknown>) {
      if (left-- === 0) break
      if (Array.isArray(pair) && isText(pair[0])) pairs.push([pair[0], pair[1]])
    }
    return pairs
  } catch {
    return []
  }
}

const MOST_ITEMS = 1000

/**
 * The items of an array, copied, since one that fights back answers differently when it is read again. None of what is
 * no array or longer than any header is.
 */
export function itemsOf(value: unknown): readonly unknown[] {
  try {
    if (!Array.isArray(value) || value.length > MOST_ITEMS) return []
    // By index: a hole is an item, too, and its own iterator might never end.
    return Array.from({ length: value.length }, (_, index): unknown => value[index])
  } catch {
    return []
  }
}
