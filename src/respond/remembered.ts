// Clients repeat themselves, so decisions are remembered, but no more than an attacker may fill.
const LONGEST_REMEMBERED = 256
const MOST_REMEMBERED = 100

const LONGEST_FIELD = 4096
const MOST_RANGES = 64

/** Decides by the value of a field; one that is not reasonable, or not there, gets the fallback. */
export function remembered<T>(fallback: T, decide: (value: string) => T): (value: string | undefined) => T {
  const recent = new Map<string, T>()
  return (value) => {
    if (value === undefined) return fallback
    const known = recent.get(value)
    if (known !== undefined) return known
    if (isUnreasonable(value)) return fallback
    const decision = decide(value)
    if (recent.size >= MOST_REMEMBERED) recent.clear()
    if (value.length <= LONGEST_REMEMBERED) recent.set(value, decision)
    return decision
  }
}

/** A range costs time for each offer: a kilobyte of them would be cheap to send and dear to read. */
export function isUnreasonable(value: string): boolean {
  return value.length > LONGEST_FIELD || value.split(',', MOST_RANGES + 1).length > MOST_RANGES
}
