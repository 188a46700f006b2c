/** What a piece of content takes besides its bytes. */
const OVERHEAD = 128

/**
 * How much content is kept at once, of one response and of all together, so that neither downloads nor streams without an
 * end fill the memory.
 */
export class Room {
  readonly #each: number
  #left: number

  constructor(each: number, all: number) {
    this.#each = each
    this.#left = all
  }

  /** Room for one response. */
  share(): Share {
    let taken = 0
    return {
      take: (length) => {
        const size = length + OVERHEAD
        if (taken + size > this.#each || size > this.#left) return false
        taken += size
        this.#left -= size
        return true
      },
      release: () => {
        this.#left += taken
        taken = 0
      },
    }
  }
}

export interface Share {
  /** Whether there is room for so many more bytes. */
  take(length: number): boolean
  /** To be called when nothing is kept any more. */
  release(): void
}
