import { Random } from '../random.ts'
import { mutated } from './mutate.ts'
import { bytesOf, randomRequest } from './request.ts'

/** What is sent on a connection. */
export interface Plan {
  /** Each is written by itself; the network may join them. */
  readonly packets: readonly Buffer[]
  /**
   * - `when answered`: the client ends its side when all is answered, or nothing more is to be expected.
   * - `at once`: right after the last packet, whatever is still owed.
   */
  readonly ends: 'when answered' | 'at once'
}

const MOST_REQUESTS = 24

/** The same seed and number give the same bytes. */
export function planOf(seed: number, number: number): Plan {
  const random = new Random(seed, number)
  const requests: Buffer[] = []
  const count = 1 + random.below(MOST_REQUESTS)
  for (let i = 0; i < count - 1; i++) {
    const parts = randomRequest(random, false)
    requests.push(random.chance(0.01) ? mutated(random, parts) : bytesOf(parts))
  }
  const last = randomRequest(random, true)
  requests.push(random.chance(0.8) ? mutated(random, last) : bytesOf(last))
  if (random.chance(0.06)) requests.push(Buffer.from(random.pick(GARBAGE), 'latin1'))
  return { packets: packetsOf(random, requests), ends: random.chance(0.04) ? 'at once' : 'when answered' }
}

const GARBAGE = [
  '\0',
  '\r\n',
  '\n\n\n',
  'x',
  'GET',
  'HEAD / ',
  'GET /\r\n',
  'GET / HTTP/1.1\r\n',
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n',
  '0\r\n\r\n',
  ' GET / HTTP/1.1\r\nHost: a\r\n\r\n',
]

function packetsOf(random: Random, requests: readonly Buffer[]): Buffer[] {
  const all = Buffer.concat(requests)
  switch (random.below(4)) {
    case 0:
      return [all]
    case 1:
      return [...requests]
    default: {
      const packets: Buffer[] = []
      const most = random.pick([7, 60, 400, 2000])
      for (let at = 0; at < all.length; ) {
        // Not too many: each costs the server a turn.
        const size = packets.length < 24 ? 1 + random.below(most) : all.length - at
        packets.push(all.subarray(at, at + size))
        at += size
      }
      return packets
    }
  }
}
