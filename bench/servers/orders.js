// @ts-check
/** What the application of all contestants is about. */

export const etag = '"v42"'

export const order = {
  id: 42,
  customer: { id: 7, name: 'Ada Lovelace' },
  items: [
    { sku: 'A-1', quantity: 2, price: 1995 },
    { sku: 'B-7', quantity: 1, price: 4900 },
  ],
  total: 8890,
}

export const errors = [
  { pointer: '#/customer/name', detail: 'must not be empty' },
  { pointer: '#/items/0/quantity', detail: 'must be a positive integer' },
  { pointer: '#/items/1/price', detail: 'must be at least 0' },
]
