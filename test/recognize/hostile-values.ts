import { BRAND } from '../../src/problems/internal.ts'

/** Throws whatever is done to it. */
function fury(): never {
  throw new Error('secret: touched')
}

const furious: ProxyHandler<object> = new Proxy({}, { get: () => fury })

/** An object that throws whatever is asked of it. */
export function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {})
  revoke()
  return proxy
}

function withGetter(object: object, name: PropertyKey): object {
  return Object.defineProperty(object, name, { get: fury, configurable: true })
}

/** An error of the http-errors shape with a message that must stay hidden. */
function errorWith(properties: object): Error {
  return Object.assign(new Error('secret'), { status: 404, ...properties })
}

function* endlessly<T>(value: T): Generator<T> {
  for (;;) yield value
}

function chain(length: number): Error {
  let error = errorWith({})
  for (let depth = 0; depth < length; depth++) error = errorWith({ cause: error })
  return error
}

const propertyNames = [
  ...['status', 'statusCode', 'expose', 'headers', 'message', 'stack', 'name', 'cause', 'code', 'isBoom', 'output'],
  ...['response', 'request', 'config', 'isAxiosError', 'errno', 'syscall', 'path', 'type', 'then', 'toJSON'],
  ...['substatus', 'subStatus'],
  ...[Symbol.toStringTag, Symbol.toPrimitive, Symbol.iterator, BRAND],
]

type Named = readonly [name: string, make: () => unknown]

const withThrowingGetters: readonly Named[] = propertyNames.flatMap((name): Named[] => [
  [`an error whose ${String(name)} throws`, () => withGetter(errorWith({}), name)],
  [`an object whose ${String(name)} throws`, () => withGetter({ status: 404 }, name)],
])

const withBadHeaders: readonly Named[] = (
  [
    ['an array', () => [['Allow', 'GET']]],
    ['a revoked proxy', () => revoked({})],
    ['a revoked array', () => revoked([])],
    ['a furious proxy', () => new Proxy({}, furious)],
    ['a getter that throws', () => withGetter({ Allow: 'GET' }, 'Link')],
    ['symbols', () => ({ [Symbol('a')]: 'a' })],
    [
      'a Map of junk',
      () =>
        new Map<unknown, unknown>([
          [{}, []],
          [Symbol('a'), 'b'],
        ]),
    ],
    ['a Headers object', () => new Headers({ a: 'b' })],
    ['an infinite iterator', () => ({ entries: () => endlessly(['RateLimit', 'a']) })],
    ['an infinite iterator of junk', () => ({ entries: () => endlessly(null) })],
    ['an iterator that throws', () => ({ entries: fury })],
    ['no iterator', () => ({ entries: () => 7 })],
    ['a revoked pair', () => ({ entries: () => [revoked([])] })],
    ['a value that is a revoked array', () => ({ Allow: revoked([]) })],
    ['a value with holes', () => ({ Allow: new Array(3), Link: new Array(3) })],
    ['a value of four billion holes', () => ({ Allow: new Array(2 ** 32 - 1) })],
    ['a value that throws as text', () => ({ Allow: { toString: fury, [Symbol.toPrimitive]: fury } })],
    [
      'a value that iterates forever',
      () => ({ Link: Object.assign(['a'], { [Symbol.iterator]: () => endlessly('a') }) }),
    ],
    ['a value of symbols', () => ({ Link: [Symbol('a')] })],
    ['a __proto__', () => JSON.parse('{"__proto__":{"Allow":"GET"}}')],
    ['no prototype', () => Object.assign(Object.create(null), { Allow: 'GET' })],
  ] satisfies readonly Named[]
).flatMap(([name, make]): Named[] => [
  [`an error whose headers are or have ${name}`, () => errorWith({ headers: make() })],
  [
    `a boom error whose headers are or have ${name}`,
    () => errorWith({ isBoom: true, output: { statusCode: 404, headers: make() } }),
  ],
  [
    `a problem of another copy whose headers are or have ${name}`,
    () => errorWith({ [BRAND]: 'shown', headers: make() }),
  ],
])

/** Values that do what they can to harm whoever looks at them. All are a 404, a 500, or a 502, and each holds a secret. */
export const hostileValues: readonly Named[] = [
  ['a furious proxy', () => new Proxy({}, furious)],
  ['a furious proxy of an error', () => new Proxy(errorWith({}), furious)],
  ['a furious proxy of a function', () => new Proxy(fury, furious)],
  ['a revoked proxy', () => revoked({})],
  ['a revoked proxy of an error', () => revoked(errorWith({}))],
  ['a revoked proxy of a function', () => revoked(fury)],
  ['an error without a prototype', () => Object.setPrototypeOf(errorWith({}), null)],
  ['an error with a proxy as prototype', () => Object.setPrototypeOf(errorWith({}), new Proxy({}, furious))],
  ['a frozen error', () => Object.freeze(errorWith({}))],
  ['a sealed error', () => Object.seal(errorWith({}))],
  [
    'an error that causes itself',
    () => {
      const error = errorWith({})
      error.cause = error
      return error
    },
  ],
  ['an error with a revoked cause', () => errorWith({ cause: revoked({}) })],
  ['an error with a furious cause', () => errorWith({ cause: new Proxy({}, furious) })],
  ['an error with a hundred thousand causes', () => chain(1e5)],
  [
    'an error whose code throws as text',
    () => errorWith({ message: '', expose: true, code: { toString: fury, [Symbol.toPrimitive]: fury } }),
  ],
  [
    'an error of a client whose code throws as text',
    () => errorWith({ request: {}, code: { toString: fury, [Symbol.toPrimitive]: fury } }),
  ],
  ['an error whose output is revoked', () => errorWith({ isBoom: true, output: revoked({}) })],
  [
    'an error whose payload is revoked',
    () => errorWith({ isBoom: true, output: { statusCode: 404, payload: revoked({}) } }),
  ],
  [
    'a problem of another copy whose extensions are revoked',
    () => errorWith({ [BRAND]: 'shown', message: '', extensions: revoked({}) }),
  ],
  [
    'a problem of another copy whose extensions throw',
    () => errorWith({ [BRAND]: 'shown', message: '', extensions: withGetter({}, 'a') }),
  ],
  ...withThrowingGetters,
  ...withBadHeaders,
]
