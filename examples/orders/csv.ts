import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Order } from './orders.ts'

/** The orders of a year as CSV. Two years show what happens to a response when its stream fails. */
export function ordersAsCsv(orders: readonly Order[], year: string | undefined): Readable {
  // Fails before the first byte: nothing lies there.
  if (year === '2019') return createReadStream('/srv/shop/archive/2019.csv')
  // Fails after the first bytes.
  return Readable.from(year === '2024' ? damaged(orders) : rows(orders))
}

function* rows(orders: readonly Order[]): Iterable<string> {
  yield 'id,customer,article,quantity\n'
  for (const { id, customer, lines } of orders) {
    for (const { article, quantity } of lines) yield `${id},${customer},${article},${quantity}\n`
  }
}

async function* damaged(orders: readonly Order[]): AsyncIterable<string> {
  yield* rows(orders.slice(0, 2))
  // The rows go out before the next one fails to be read.
  await new Promise(setImmediate)
  throw new Error('EIO: bad sector on /dev/sdb')
}
