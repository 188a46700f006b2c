/** Chance that can be repeated: the same seed gives the same numbers. */
export class Random {
  #state: number

  /** @param words what the numbers are to depend on. */
  constructor(...words: readonly number[]) {
    let state = 0x9e3779b9
    for (const word of words) state = mix(state ^ Math.imul(word | 0, 0x85ebca6b))
    this.#state = state
  }

  /** From 0 up to, but not, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    return mix(this.#state) / 2 ** 32
  }

  /** A whole number from 0 up to, but not, the limit. */
  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** @throws {RangeError} where there is nothing to choose from. */
  pick<T>(from: readonly T[]): T {
    if (from.length === 0) throw new RangeError('there is nothing to choose from')
    return from[this.below(from.length)] as T
  }

  /** One of several, by their weights. */
  weighted<T>(from: readonly (readonly [weight: number, value: T])[]): T {
    let at = this.next() * from.reduce((sum, [weight]) => sum + weight, 0)
    for (const [weight, value] of from) {
      at -= weight
      if (at < 0) return value
    }
    return this.pick(from)[1]
  }

  /** Some of them, in their order. */
  some<T>(from: readonly T[], probability: number): T[] {
    return from.filter(() => this.chance(probability))
  }
}

function mix(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
