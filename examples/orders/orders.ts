import { Conflict, Gone, message, NotFound } from 'statuswise'

export interface Line {
  readonly article: string
  readonly quantity: number
}

export interface Order {
  readonly id: string
  readonly customer: string
  readonly lines: readonly Line[]
  readonly state: 'open' | 'shipped' | 'cancelled'
  /** Counts the changes, so that nobody overwrites a change that he has not seen. */
  readonly version: number
}

export type NewOrder = Pick<Order, 'customer' | 'lines'>

/**
 * The orders of the shop, in memory. It knows nothing of Express, Koa or requests: it throws what is wrong, and that is
 * what the client is told.
 */
export class Orders {
  readonly #orders = new Map<string, Order>()
  readonly #removed = new Set<string>()
  #last = 0

  constructor() {
    for (const article of [
      'tea',
      'cups',
      'tea',
      'pots',
      'honey',
      'tea',
      'scones',
      'jam',
      'tea',
      'spoons',
      'tea',
      'cups',
      'honey',
    ]) {
      this.add({ customer: `customer-${this.#last % 3}`, lines: [{ article, quantity: (this.#last % 4) + 1 }] })
    }
    this.#store({ ...this.find('2'), state: 'shipped' })
    this.remove('3')
  }

  list(limit: number): Order[] {
    return [...this.#orders.values()].slice(0, limit)
  }

  find(id: string): Order {
    const order = this.#orders.get(id)
    if (order !== undefined) return order
    // Who remembers what was removed can say so: the client need not ask again (RFC 9110 §15.5.11).
    if (this.#removed.has(id)) throw new Gone(`Order ${id} was removed`)
    throw new NotFound(message('no-order', 'No order {id}', { id }))
  }

  add(order: NewOrder): Order {
    this.#last += 1
    return this.#store({ ...order, id: String(this.#last), state: 'open', version: 1 })
  }

  replace(id: string, order: NewOrder): Order {
    const known = this.find(id)
    return this.#store({ ...known, ...order, version: known.version + 1 })
  }

  cancel(id: string): Order {
    const order = this.find(id)
    if (order.state === 'shipped') {
      throw new Conflict({
        type: 'https://shop.example/problems/already-shipped',
        title: 'The order is on its way',
        detail: `Order ${id} has left the warehouse; send it back instead`,
        extensions: { returns: `/orders/${id}/returns` },
      })
    }
    return this.#store({ ...order, state: 'cancelled', version: order.version + 1 })
  }

  remove(id: string): void {
    this.#orders.delete(this.find(id).id)
    this.#removed.add(id)
  }

  #store(order: Order): Order {
    this.#orders.set(order.id, order)
    return order
  }
}

/** The validator of an order: changes whenever the order does (RFC 9110 §8.8.3). */
export function etagOf(order: Order): string {
  return `"order-${order.id}-v${order.version}"`
}
