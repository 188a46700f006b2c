import { type InvalidPart, UnprocessableContent } from 'statuswise'
import type { Line, NewOrder } from './orders.ts'

/** Reads an order from the content of a request, and tells the client of everything that is wrong with it at once. */
export function readOrder(body: unknown): NewOrder {
  const errors: InvalidPart[] = []
  const { customer, lines } = isObject(body) ? body : {}
  if (typeof customer !== 'string') errors.push({ pointer: '#/customer', detail: 'must be the id of a customer' })
  if (!Array.isArray(lines) || lines.length === 0) {
    errors.push({ pointer: '#/lines', detail: 'must be a list with at least one line' })
  }
  const read = (Array.isArray(lines) ? lines : []).map((line, index) => readLine(line, `#/lines/${index}`, errors))
  if (errors.length > 0) throw new UnprocessableContent({ detail: 'This is no order.', errors })
  return { customer: String(customer), lines: read }
}

function readLine(line: unknown, pointer: string, errors: InvalidPart[]): Line {
  const { article, quantity } = isObject(line) ? line : {}
  if (typeof article !== 'string')
    errors.push({ pointer: `${pointer}/article`, detail: 'must be the name of an article' })
  if (!Number.isInteger(quantity) || Number(quantity) < 1) {
    errors.push({ pointer: `${pointer}/quantity`, detail: 'must be a positive integer' })
  }
  return { article: String(article), quantity: Number(quantity) }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
