import type { Random } from '../random.ts'
import { randomBody } from './bodies.ts'
import { type Field, randomFields } from './fields.ts'
import { randomMethod, randomTarget } from './targets.ts'

/** A request in its parts, all of them ISO 8859-1, so that what breaks it can take hold of any. */
export interface Parts {
  line: string
  readonly fields: Field[]
  body: string
}

/**
 * A request as clients send them, which need not make sense.
 *
 * @param isLast whether it may make the server end the connection.
 */
export function randomRequest(random: Random, isLast: boolean): Parts {
  const method = randomMethod(random, isLast)
  const fields = randomFields(random, isLast)
  const carries = ['POST', 'PUT', 'PATCH', 'QUERY'].includes(method) ? random.chance(0.9) : random.chance(0.03)
  const body = carries ? randomBody(random) : { fields: [], bytes: '' }
  if (carries && random.chance(0.4)) withCredentials(fields)
  const version = random.weighted([
    [97, '1.1'],
    [3, '1.0'],
  ])
  if (version === '1.0' && (!isLast || random.chance(0.7))) fields.push(['Connection', 'keep-alive'])
  return {
    line: `${method} ${randomTarget(random, isLast)} HTTP/${version}`,
    fields: [...fields, ...body.fields],
    body: body.bytes,
  }
}

export function bytesOf({ line, fields, body }: Parts): Buffer {
  const lines = fields.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return Buffer.from(`${line}\r\n${lines}\r\n${body}`, 'latin1')
}

function withCredentials(fields: Field[]): void {
  if (fields.some(([name]) => name === 'Authorization')) return
  fields.push(['Authorization', 'Basic YWRhOmRpZmZlcmVuY2UtZW5naW5l'])
}
