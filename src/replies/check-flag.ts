/** @throws {TypeError} for an option that is neither true nor false: what is only like one may mean either. */
export function checkFlag(reply: string, name: string, value: unknown): void {
  if (value === undefined || typeof value === 'boolean') return
  throw new TypeError(`${reply}() takes true or false as its option "${name}", not ${String(value)}`)
}
