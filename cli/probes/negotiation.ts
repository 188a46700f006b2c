import type { Exchange, FieldLine } from '../../src/rules/index.ts'
import { type Known, nameOf, type Subject } from './subject.ts'

const ACCEPTS = [
  'application/json',
  'application/problem+json',
  'text/html',
  'application/xml',
  '*/*',
  'application/x-statuswise-impossible',
]

/** The same GET with six Accepts and with a content coding, each to compare with those before. */
export async function probeNegotiation({ prober, target }: Subject, { baseline }: Known): Promise<void> {
  const earlier: Exchange[] = [...baseline]
  const fields = ACCEPTS.map((accept): FieldLine => ['Accept', accept])
  for (const field of [...fields, ['Accept-Encoding', 'gzip'] as const]) {
    const probe = { name: nameOf('GET', field), target, fields: [field], earlier: [...earlier] }
    const exchange = await prober.send(probe)
    // Without a baseline the resource changes by itself, so that there is nothing to compare.
    if (exchange !== undefined && baseline.length > 0) earlier.push(exchange)
  }
}
