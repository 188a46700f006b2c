import type { Random } from '../random.ts'
import { mutateBytes } from './mutate-bytes.ts'
import { mutateFields } from './mutate-fields.ts'
import { mutateBody, mutateLine } from './mutate-text.ts'
import { bytesOf, type Parts } from './request.ts'

/** A request of which something is broken, in its parts or in its bytes. */
export function mutated(random: Random, parts: Parts): Buffer {
  if (random.chance(0.65)) {
    random.weighted([
      [15, () => void Object.assign(parts, { line: mutateLine(random, parts.line) })],
      [40, () => mutateFields(random, parts.fields)],
      [6, () => void Object.assign(parts, { body: mutateBody(random, parts.body) })],
    ])()
  }
  let bytes = bytesOf(parts)
  const times = random.weighted([
    [5, 0],
    [4, 1],
    [1, 3],
  ])
  for (let i = 0; i < times; i++) bytes = mutateBytes(random, bytes)
  return bytes
}
