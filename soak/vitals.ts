/** What a server's process tells of itself. */
export interface Vitals {
  /** In bytes, after a forced collection. */
  readonly heapUsed: number
  readonly rss: number
  readonly connections: number
  /** How many requests the application was handed. */
  readonly requests: number
  /** How many of them it was never to see. */
  readonly smuggled: number
  /** How many exceptions the application threw where no library can catch them. */
  readonly beyondReach: number
  /** What nobody caught and nobody meant, and the warnings of the process. */
  readonly troubles: readonly string[]
  /** The most bytes that were read from one connection so far. */
  readonly mostRead: number
  /** What became of the problems that the application was told of. */
  readonly outcomes: Readonly<Record<string, number>>
}
