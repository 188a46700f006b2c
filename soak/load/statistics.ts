/** The value below which this share of all values is; NaN where there is none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** What was measured at a time. */
export interface Sample {
  readonly seconds: number
  readonly bytes: number
}

/**
 * By how much something grew from the first sample to the last, by the median of the slopes between all pairs of them
 * (Theil–Sen), so that a single one that is out of line says nothing. Undefined where there are too few to tell.
 */
export function growth(samples: readonly Sample[]): number | undefined {
  const [first, last] = [samples[0], samples.at(-1)]
  if (first === undefined || last === undefined || samples.length < 3) return undefined
  const slopes = samples.flatMap((one, index) =>
    samples.slice(index + 1).map((other) => (other.bytes - one.bytes) / (other.seconds - one.seconds)),
  )
  return quantile(slopes, 0.5) * (last.seconds - first.seconds)
}
