import type { Random } from '../random.ts'
import { CONTROLS } from './mutate-text.ts'

const MUTATIONS: readonly (readonly [weight: number, mutation: (random: Random, bytes: Buffer) => Buffer])[] = [
  [4, (random, bytes) => put(random, bytes, (byte) => [byte ^ (1 << random.below(8))])],
  [3, (random, bytes) => put(random, bytes, () => [random.below(256)])],
  [3, (random, bytes) => put(random, bytes, (byte) => [byte, ...Buffer.from(random.pick(CONTROLS), 'latin1')])],
  [3, (random, bytes) => put(random, bytes, () => [])],
  [2, (random, bytes) => bytes.subarray(0, random.below(bytes.length))],
  [1, (random, bytes) => cutOut(random, bytes)],
  [1, (random, bytes) => endLine(random, bytes, random.pick(['\n', '\r', '\r\r\n', '\n\r']))],
]

export function mutateBytes(random: Random, bytes: Buffer): Buffer {
  return random.weighted(MUTATIONS)(random, bytes)
}

function put(random: Random, bytes: Buffer, replacement: (byte: number) => readonly number[]): Buffer {
  if (bytes.length === 0) return bytes
  // The head is what decides; a large body would draw all the chances.
  const at = random.below(Math.min(bytes.length, random.chance(0.5) ? 80 : bytes.length))
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(replacement(bytes[at] ?? 0)), bytes.subarray(at + 1)])
}

function cutOut(random: Random, bytes: Buffer): Buffer {
  const from = random.below(bytes.length + 1)
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + random.below(60))])
}

/** Gives one line another end. */
function endLine(random: Random, bytes: Buffer, end: string): Buffer {
  const at = bytes.indexOf('\r\n', random.chance(0.3) ? 0 : random.below(bytes.length + 1))
  if (at === -1) return bytes
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(end, 'latin1'), bytes.subarray(at + 2)])
}
