import type { FieldLine } from '../../src/rules/index.ts'
import { fieldOf, type Known, nameOf, type Subject } from './subject.ts'

const LONG_AGO = 'Sun, 06 Nov 1994 08:49:37 GMT'

/** Conditional requests, built from the validators of the first GET (RFC 9110 §13). */
export async function probeConditional({ prober, target }: Subject, { get, baseline }: Known): Promise<void> {
  if (get === undefined) return
  const etag = fieldOf(get, 'etag')
  const lastModified = fieldOf(get, 'last-modified')
  const conditions: FieldLine[] = [['If-None-Match', '"statuswise-no-match"']]
  if (get.response.status === 200) {
    conditions.push(['If-None-Match', '*'])
    if (etag !== undefined) {
      conditions.push(['If-None-Match', etag], ['If-None-Match', `"statuswise-no-match", ${etag}`])
      conditions.push(['If-None-Match', etag.startsWith('W/') ? etag.slice(2) : `W/${etag}`], ['If-Match', etag])
    }
    if (lastModified !== undefined) conditions.push(['If-Modified-Since', lastModified])
    conditions.push(['If-Modified-Since', LONG_AGO], ['If-Modified-Since', 'not a date'])
    conditions.push(['If-Match', '"statuswise-no-match"'], ['If-Unmodified-Since', LONG_AGO])
  }
  for (const field of conditions)
    await prober.send({ name: nameOf('GET', field), target, fields: [field], earlier: baseline })
  if (get.response.status !== 200) return
  const validators: FieldLine[] = []
  if (etag !== undefined) validators.push(['If-None-Match', etag])
  else if (lastModified !== undefined) validators.push(['If-Modified-Since', lastModified])
  for (const field of validators)
    await prober.send({ name: nameOf('HEAD', field), method: 'HEAD', target, fields: [field], earlier: baseline })
}
