import type { Random } from '../random.ts'

/** What the routes of the example applications take, and what they do not. */
const PATHS: readonly (readonly [weight: number, paths: readonly string[]])[] = [
  [10, ['/orders', '/orders?limit=5', '/orders?limit=0', '/orders?limit=abc', '/orders?limit=5&limit=6']],
  [16, ['/orders/1', '/orders/2', '/orders/3', '/orders/7', '/orders/999', '/orders/%31', '/orders/1/']],
  [8, ['/orders/1/invoice', '/orders/1/photo', '/orders/1/cancel', '/orders/2/cancel', '/orders/1/payment']],
  [0.3, ['/orders/1/stock', '/orders/1/parcel']],
  [5, ['/orders.csv', '/orders.csv?year=2019', '/orders.csv?year=2023']],
  [0.3, ['/orders.csv?year=2024']],
  [12, ['/catalogue.csv', '/files/logo.svg', '/files/price-list.csv', '/files/terms.txt', '/files/none.txt']],
  [4, ['/files/', '/files/..%2f..%2fapp.ts', '/files/../app.ts', '/files/%2e%2e/app.ts', '/files/%00', '/files/.']],
  [6, ['/exports', '/exports/7', '/order/7', '/order/%E2%82%AC', '/order/a%0D%0AX:1', '/order/..']],
  [4, ['/customers/4', '/customers/%3Cscript%3E', '/customers/%F0%9F%98%80', '/customers/%C3%28']],
  [4, ['/search', '/search?q=tea', '/search?q=a%0D%0ASet-Cookie:%20a=b', '/search?q=%00', '/search?q=%E2%98%95']],
  [6, ['/statistics', '/reports', '/prices/tea', '/profile', '/visits', '/stocktaking', '/shop', '/login']],
  [
    3,
    ['/pricelist', '/pricelist?sort=name', '/customers/7/orders/1', '/customers/7/orders/%2F%2Fe', '/beta/x', '/quota'],
  ],
  [4, ['/', '/none', '*', '//', '/%', '/%zz', '/?', '/orders?', '/orders#x', '/orders//1', '/ORDERS', '/orders%2F1']],
  [2, ['http://localhost/orders', 'http://other.example:80/orders/1', 'HTTP://LOCALHOST']],
]

const METHODS: readonly (readonly [weight: number, methods: readonly string[]])[] = [
  [46, ['GET']],
  [14, ['HEAD']],
  [14, ['POST']],
  [8, ['PUT']],
  [5, ['DELETE']],
  [7, ['OPTIONS']],
  [3, ['PATCH', 'QUERY', 'TRACE']],
  [1, ['PROPFIND', 'SEARCH', 'M-SEARCH', 'LINK', 'SOURCE', 'PURGE', 'LOCK']],
]

/** After these, the connection ends. */
const LAST_METHODS: typeof METHODS = [[6, ['CONNECT', 'BREW', 'get', 'Head', 'G', 'POS', 'PRI', 'HEADX']]]

/** Node's parser does not take these. */
const LAST_PATHS: typeof PATHS = [[3, ['localhost:80', 'urn:a:b', 'x', '\\', '/\xe9', '/a b']]]

export function randomTarget(random: Random, isLast: boolean): string {
  return random.pick(random.weighted(isLast ? [...PATHS, ...LAST_PATHS] : PATHS))
}

export function randomMethod(random: Random, isLast: boolean): string {
  return random.pick(random.weighted(isLast ? [...METHODS, ...LAST_METHODS] : METHODS))
}
