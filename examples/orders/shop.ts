import { fileURLToPath } from 'node:url'
import { Accounts } from './accounts.ts'
import { Orders } from './orders.ts'
import { Warehouse } from './warehouse.ts'

/** What both applications are built on. */
export interface Shop {
  readonly orders: Orders
  readonly accounts: Accounts
  readonly warehouse: Warehouse
}

/** Opens a shop of its own for each application; the default of `warehouse` is a port where nobody listens. */
export function openShop({
  warehouse = 'http://127.0.0.1:10',
}: {
  readonly warehouse?: string | undefined
} = {}): Shop {
  return { orders: new Orders(), accounts: new Accounts(), warehouse: new Warehouse(warehouse) }
}

/** The web page that may use the API. */
export const SHOP_ORIGIN = 'https://shop.example'

/** How long the content of a request may be, in bytes; some routes take less. */
export const MOST_BYTES = 5_000_000

/** When to come back, in seconds, where nobody knows better. */
export const RETRY_AFTER = 60

/** The media types that the methods of a path take, for the answer to OPTIONS. */
export function acceptedTypes(path: string): { readonly post: readonly string[] } | undefined {
  return path === '/orders' || path === '/login' ? { post: ['application/json'] } : undefined
}

/** The directory of the static files. */
export const FILES: string = fileURLToPath(new URL('../public', import.meta.url))
