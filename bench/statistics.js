// @ts-check
/** Estimates with their 95 % intervals. */

/** @typedef {{ estimate: number, low: number, high: number }} Estimate */

/**
 * A garbage collection falls into one round and not into the next, and a busy neighbour stays for several: neighbouring
 * rounds are not independent, and an interval over them would be a lie. Means over long runs of rounds are independent
 * enough, so the rounds are cut into this many.
 */
const BATCHES = 8
/** Student's t for BATCHES − 1 = 7 degrees of freedom, 97.5 %. */
const T = 2.365

/**
 * What one costs relative to the other: the mean of the logarithms of the batches' ratios, and its t-interval. Logarithms,
 * because then A to B is exactly the inverse of B to A.
 * @param {readonly number[]} costs by round
 * @param {readonly number[]} baseline by round, the same rounds
 * @returns {Estimate}
 */
export function ratio(costs, baseline) {
  const logs = Array.from({ length: BATCHES }, (_, n) => Math.log(batch(costs, n) / batch(baseline, n)))
  const center = mean(logs)
  const variance = logs.reduce((sum, log) => sum + (log - center) ** 2, 0) / (BATCHES - 1)
  const margin = T * Math.sqrt(variance / BATCHES)
  return { estimate: Math.exp(center), low: Math.exp(center - margin), high: Math.exp(center + margin) }
}

/** The least number of rounds that `ratio` can work with. */
export const LEAST_ROUNDS = BATCHES

/**
 * The median, and the interval between two order statistics: how many of n samples are below the true median is binomial
 * with p = ½, which needs no assumption about how the samples are distributed.
 * @param {readonly number[]} samples
 * @returns {Estimate}
 */
export function median(samples) {
  const sorted = samples.toSorted((a, b) => a - b)
  const last = sorted.length - 1
  const tail = Math.max(0, Math.floor((sorted.length - 1.96 * Math.sqrt(sorted.length)) / 2) - 1)
  return { estimate: at(sorted, last / 2), low: at(sorted, tail), high: at(sorted, last - tail) }
}

/** @param {readonly number[]} values */
export function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/**
 * @param {readonly number[]} values
 * @param {number} n
 */
function batch(values, n) {
  const start = Math.floor((n * values.length) / BATCHES)
  const end = Math.floor(((n + 1) * values.length) / BATCHES)
  return mean(values.slice(start, end))
}

/**
 * @param {readonly number[]} sorted
 * @param {number} rank from 0; between two ranks is the mean of both
 */
function at(sorted, rank) {
  return mean([Number(sorted[Math.floor(rank)]), Number(sorted[Math.ceil(rank)])])
}
