import type { FieldLine } from '../../src/rules/index.ts'
import { fieldOf, type Known, type Subject } from './subject.ts'

/** Range requests, built from the size and the validators of the first GET (RFC 9110 §14, §13.1.5). */
export async function probeRanges({ prober, target }: Subject, { get, baseline }: Known): Promise<void> {
  if (get === undefined) return
  const size = get.response.status === 200 ? get.response.contentLength : undefined
  const series: FieldLine[][] = [[['Range', 'bytes=0-0']]]
  if (size !== undefined) {
    series.push(
      [['Range', 'bytes=-1']],
      [['Range', 'bytes=0-0,-1']],
      [['Range', `bytes=${size}-`]],
      [['Range', 'statuswise=0-0']],
      [['Range', 'bytes=1-0']],
    )
    const validator = fieldOf(get, 'etag') ?? fieldOf(get, 'last-modified')
    if (validator !== undefined)
      series.push([
        ['Range', 'bytes=0-0'],
        ['If-Range', validator],
      ])
    series.push([
      ['Range', 'bytes=0-0'],
      ['If-Range', '"statuswise-no-match"'],
    ])
  }
  for (const fields of series) {
    const name = `GET with ${fields.map(([field, value]) => `${field}: ${value}`).join(', ')}`
    await prober.send({ name, target, fields, earlier: baseline })
  }
  const fields: readonly FieldLine[] = [['Range', 'bytes=0-0']]
  await prober.send({ name: 'HEAD with Range: bytes=0-0', method: 'HEAD', target, fields, earlier: baseline })
}
