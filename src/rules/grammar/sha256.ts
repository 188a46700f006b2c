const PRIMES: readonly number[] = firstPrimes(64)
const ROUND_CONSTANTS: Uint32Array = Uint32Array.from(PRIMES, (prime) => fractionBits(Math.cbrt(prime)))
const INITIAL: readonly number[] = PRIMES.slice(0, 8).map((prime) => fractionBits(Math.sqrt(prime)))
const BLOCK = 64

/** SHA-256 (FIPS 180-4), for digests of content: there is no crypto in plain ECMAScript. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const state = Uint32Array.from(INITIAL)
  const schedule = new Uint32Array(BLOCK)
  const whole = bytes.length - (bytes.length % BLOCK)
  for (let at = 0; at < whole; at += BLOCK) digestBlock(state, schedule, bytes, at)
  const rest = bytes.length - whole
  const tail = new Uint8Array(rest + 9 > BLOCK ? 2 * BLOCK : BLOCK)
  tail.set(bytes.subarray(whole))
  tail[rest] = 0x80
  const view = new DataView(tail.buffer)
  view.setUint32(tail.length - 8, Math.floor(bytes.length / 0x20000000))
  view.setUint32(tail.length - 4, (bytes.length << 3) >>> 0)
  for (let at = 0; at < tail.length; at += BLOCK) digestBlock(state, schedule, tail, at)
  const digest = new DataView(new ArrayBuffer(32))
  state.forEach((word, index) => {
    digest.setUint32(4 * index, word)
  })
  return new Uint8Array(digest.buffer)
}

function digestBlock(state: Uint32Array, schedule: Uint32Array, bytes: Uint8Array, start: number): void {
  const word = (at: number): number => schedule[at] ?? 0
  const byte = (at: number): number => bytes[start + at] ?? 0
  for (let at = 0; at < 16; at++)
    schedule[at] = (byte(4 * at) << 24) | (byte(4 * at + 1) << 16) | (byte(4 * at + 2) << 8) | byte(4 * at + 3)
  for (let at = 16; at < BLOCK; at++) {
    const early = word(at - 15)
    const late = word(at - 2)
    const sigma0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)
    const sigma1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10)
    schedule[at] = word(at - 16) + sigma0 + word(at - 7) + sigma1
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let at = 0; at < BLOCK; at++) {
    const sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const choice = (e & f) ^ (~e & g)
    const first = (h + sum1 + choice + (ROUND_CONSTANTS[at] ?? 0) + word(at)) | 0
    const sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const majority = (a & b) ^ (a & c) ^ (b & c)
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + sum0 + majority) | 0
  }
  ;[a, b, c, d, e, f, g, h].forEach((value, index) => {
    state[index] = (state[index] ?? 0) + value
  })
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}

/** The first 32 bits of what stands behind the point. */
function fractionBits(value: number): number {
  return Math.floor((value - Math.floor(value)) * 0x100000000)
}

function firstPrimes(count: number): number[] {
  const primes: number[] = []
  for (let candidate = 2; primes.length < count; candidate++)
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
  return primes
}
