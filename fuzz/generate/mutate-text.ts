import type { Random } from '../random.ts'

type Mutation = (random: Random, text: string) => string

/** Characters that do not belong where they are put. */
export const CONTROLS: readonly string[] = [
  ...['\0', '\x01', '\x07', '\b', '\t', '\n', '\v', '\f', '\r', '\x1b', '\x7f', '\x80', '\xa0', '\xff', ' ', '\r\n'],
]

const VERSIONS = ['0.9', '1.2', '1.9', '2.0', '2', '3.0', '11', '1.10', '10.1', '0.0', '1.', '.1', 'x.y', '']

const LINES: readonly (readonly [weight: number, mutation: Mutation])[] = [
  [4, (random, line) => line.replace(/\/[\d.]*$/, `/${random.pick(VERSIONS)}`)],
  [2, (random, line) => line.replace('HTTP', random.pick(['http', 'HTTPS', 'RTSP', 'ICE', '']))],
  [2, (random, line) => line.replace(/ /g, random.pick(['  ', '\t', '', ' \t', '\xa0', '\r']))],
  [2, (random, line) => line.slice(0, random.below(line.length))],
  [2, (random, line) => insertion(random, line, random.pick(CONTROLS))],
  [0.4, (random, line) => line.replace('/', `/${'p'.repeat(15_000 + random.below(5000))}`)],
  [0.2, (random, line) => 'M'.repeat(random.below(20_000)) + line],
]

const BODIES: readonly (readonly [weight: number, mutation: Mutation])[] = [
  [2, (random, body) => body.slice(0, random.below(body.length + 1))],
  [2, (random, body) => insertion(random, body, random.pick([...CONTROLS, 'z', '\r\n\r\n', '0\r\n']))],
  [1, (random, body) => body + random.pick([...CONTROLS, 'x', 'GET / HTTP/1.1\r\nHost: a\r\n\r\n'])],
  [1, (random, body) => `${random.pick(['fffffffffffffffff', '-1', '0x1', '', ' 5', '5 ', '7fffffff'])}\r\n${body}`],
]

export function mutateLine(random: Random, line: string): string {
  return random.weighted(LINES)(random, line)
}

export function mutateBody(random: Random, body: string): string {
  return random.weighted(BODIES)(random, body)
}

export function insertion(random: Random, text: string, what: string): string {
  const at = random.below(text.length + 1)
  return text.slice(0, at) + what + text.slice(at)
}
