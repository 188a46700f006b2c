/**
 * Refuses options that a reply does not have, so that none gets lost.
 * @throws {TypeError} naming the reply, the option and those that there are.
 */
export function checkOptions(reply: string, options: unknown, names: readonly string[]): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError(`${reply}() takes its options as an object: { ${names.join(', ')} }`)
  }
  for (const name of Object.keys(options)) {
    if (!names.includes(name)) throw new TypeError(`${reply}() has no option "${name}"; it has ${names.join(', ')}`)
  }
}

/** @throws {TypeError} for an option that is neither true nor false: what is only like one may mean either. */
export function checkFlag(reply: string, name: string, value: unknown): void {
  if (value === undefined || typeof value === 'boolean') return
  throw new TypeError(`${reply}() takes true or false as its option "${name}", not ${String(value)}`)
}
