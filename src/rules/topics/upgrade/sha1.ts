/** SHA-1 (RFC 3174) of the characters of a text, one byte each. No secret is kept by it here. */
export function sha1(text: string): readonly number[] {
  const state: [number, number, number, number, number] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
  const words = paddedWords(text)
  const schedule = new Int32Array(80)
  for (let start = 0; start < words.length; start += 16) {
    let [a, b, c, d, e] = state
    for (let round = 0; round < 80; round++) {
      schedule[round] = round < 16 ? (words[start + round] ?? 0) : rotated(mixed(schedule, round), 1)
      const [f, k] =
        round < 20
          ? [(b & c) | (~b & d), 0x5a827999]
          : round < 40
            ? [b ^ c ^ d, 0x6ed9eba1]
            : round < 60
              ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
              : [b ^ c ^ d, 0xca62c1d6]
      const next = (rotated(a, 5) + f + e + k + (schedule[round] ?? 0)) | 0
      e = d
      d = c
      c = rotated(b, 30)
      b = a
      a = next
    }
    state[0] = (state[0] + a) | 0
    state[1] = (state[1] + b) | 0
    state[2] = (state[2] + c) | 0
    state[3] = (state[3] + d) | 0
    state[4] = (state[4] + e) | 0
  }
  return state.flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 0xff))
}

function mixed(schedule: Int32Array, round: number): number {
  const at = (back: number): number => schedule[round - back] ?? 0
  return at(3) ^ at(8) ^ at(14) ^ at(16)
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by))
}

function paddedWords(text: string): Int32Array {
  const words = new Int32Array((((text.length + 8) >> 6) + 1) * 16)
  for (let at = 0; at <= text.length; at++) {
    const byte = at === text.length ? 0x80 : text.charCodeAt(at) & 0xff
    words[at >> 2] = (words[at >> 2] ?? 0) | (byte << (24 - (at % 4) * 8))
  }
  words[words.length - 1] = text.length * 8
  return words
}
