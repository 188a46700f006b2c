/** A timer that is to wait for longer fires at once. */
const LONGEST = 2 ** 31 - 1

/**
 * @param name the option, as its user knows it.
 * @throws {TypeError} for what is no number of milliseconds that a timer can wait.
 */
export function checkMilliseconds(name: string, value: unknown, least: number): void {
  if (typeof value === 'number' && value >= least && value <= LONGEST) return
  throw new TypeError(`${name} takes a number of milliseconds, ${least} to ${LONGEST}`)
}
