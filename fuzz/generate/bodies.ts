import type { Random } from '../random.ts'
import type { Field } from './fields.ts'

/** Content as it is sent, and what announces it. */
export interface Body {
  readonly fields: readonly Field[]
  readonly bytes: string
}

const ORDER = '{"customer":"c-1","lines":[{"article":"tea","quantity":2}]}'
const CONTENTS: readonly (readonly [weight: number, contents: readonly string[]])[] = [
  [10, [ORDER]],
  [3, ['{"name":"ada","password":"difference-engine"}', '{"name":"bob","password":"builder"}', '{"name":1}']],
  [4, ['{}', '[]', 'null', '{"customer":1,"lines":[]}', '{"lines":[{},{},null]}', '"text"', '{"__proto__":{"a":1}}']],
  [4, ['{', '{"a":', '', '\ufeff{}', '{"a":"\xff"}', '[1,2', '0', 'x=1&y=2', '\x00', '{"a":"\\ud800"}']],
  // What a careless server would take for the next request.
  [3, ['GET /orders HTTP/1.1\r\nHost: localhost\r\n\r\n', '0\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n', '\r\n\r\n']],
]
const TYPES: readonly (readonly [weight: number, type: string])[] = [
  [14, 'application/json'],
  [2, 'application/json; charset=utf-8'],
  [2, 'image/png'],
  [1, 'application/json; charset=iso-8859-1'],
  [1, 'application/json; charset=none'],
  [1, 'text/plain'],
  [1, 'application/x-www-form-urlencoded'],
  [1, 'application/problem+json'],
  [1, 'multipart/form-data; boundary=x'],
  [1, 'x'],
  [1, ';'],
]

export function randomBody(random: Random): Body {
  const content = random.chance(0.02) ? 'x'.repeat(random.below(40_000)) : random.pick(random.weighted(CONTENTS))
  const fields: Field[] = []
  if (random.chance(0.9)) fields.push(['Content-Type', random.weighted(TYPES)])
  if (random.chance(0.03)) fields.push(['Content-Encoding', random.pick(['gzip', 'br', 'identity', 'zstd', 'x'])])
  if (random.chance(0.02)) fields.push(['Content-Range', random.pick(['bytes 0-1/2', 'x'])])
  if (!random.chance(0.25)) return { fields: [...fields, ['Content-Length', String(content.length)]], bytes: content }
  return { fields: [...fields, ['Transfer-Encoding', 'chunked']], bytes: chunked(random, content) }
}

function chunked(random: Random, content: string): string {
  let rest = content
  let bytes = ''
  while (rest !== '') {
    const size = random.chance(0.5) ? rest.length : 1 + random.below(rest.length)
    const extension = random.weighted([
      [20, ''],
      [1, ';a'],
      [1, ';a=b'],
      [1, ';a="b;c"'],
      [0.1, ' ; a = b'],
      [0.05, `;${'x'.repeat(20_000)}`],
    ])
    bytes += `${size.toString(16)}${extension}\r\n${rest.slice(0, size)}\r\n`
    rest = rest.slice(size)
  }
  return `${bytes}${random.pick(['0', '0', '0', '000'])}\r\n${random.pick(['', '', '', 'Digest: x\r\n', 'Host: b\r\n'])}\r\n`
}
