/** What a callback of an application may do instead of giving what it should. Made anew for each call. */
export interface Misbehaviour {
  readonly name: string
  /** Throws, or gives something. */
  readonly act: () => unknown
}

/** What none of our options takes. What throws or rejects has "a secret" in it. */
export const misbehaviours: readonly Misbehaviour[] = [
  ['throws an Error', () => fail(new Error('a secret'))],
  ['throws null', () => fail(null)],
  ['throws what has no text', () => fail(Object.create(null))],
  ['throws what fails when it is looked at', () => fail(hostile())],
  ['rejects', async () => fail(new Error('a secret'))],
  ['rejects with what has no text', async () => fail(Object.create(null))],
  ['never settles', () => new Promise(() => {})],
  ['gives a thenable that rejects', () => thenable((_, reject) => reject(new Error('a secret')))],
  ['gives a thenable whose then() gives a rejection', () => thenable(() => Promise.reject(new Error('a secret')))],
  ['gives a thenable whose then() throws', () => thenable(() => fail(new Error('a secret')))],
  ['gives a thenable that settles twice', () => thenable((resolve) => [resolve('a'), resolve('b')])],
  ['gives an object whose then cannot be read', () => Object.defineProperty({}, 'then', { get: leak })],
  ['gives what fails when it is looked at', hostile],
  ['gives a proxy that is gone', gone],
  ['gives a symbol', () => Symbol('nonsense')],
  ['gives a bigint', () => 10n],
  ['gives NaN', () => Number.NaN],
  ['gives a function', () => leak],
  ['gives text that would end its field', () => 'a\r\nX-Injected: yes\r\n\r\nGET /injected HTTP/1.1'],
  ['gives a lone surrogate', () => '\ud800'],
].map(([name, act]) => ({ name, act }) as Misbehaviour)

/** What looks like members of a document, and cannot be written. */
export const unwritable: readonly Misbehaviour[] = [
  { name: 'gives a cycle', act: cycle },
  {
    name: 'gives a member that cannot be read',
    act: () => Object.defineProperty({}, 'a', { enumerable: true, get: leak }),
  },
  { name: 'gives a toJSON() that throws', act: () => ({ a: { toJSON: leak } }) },
  { name: 'gives what fails when it is looked at within', act: () => ({ a: hostile() }) },
  {
    name: 'gives members that JSON has not',
    act: () => ({ a: 10n, b: Symbol('b'), c: leak, d: Number.NaN, e: new Map() }),
  },
  {
    name: 'gives members that a document has',
    act: () => ({ status: 200, type: 7, title: null, __proto__: { a: 1 } }),
  },
  { name: 'nests deep', act: deep },
]

function fail(thrown: unknown): never {
  throw thrown
}

function leak(): never {
  throw new Error('a secret')
}

function hostile(): object {
  return new Proxy(() => {}, {
    get: leak,
    has: leak,
    set: leak,
    apply: leak,
    ownKeys: leak,
    getPrototypeOf: leak,
    getOwnPropertyDescriptor: leak,
  })
}

function gone(): object {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

type Then = (resolve: (value: unknown) => void, reject: (reason: unknown) => void) => unknown

function thenable(then: Then): object {
  // biome-ignore lint/suspicious/noThenProperty: that is the point
  return { then: (...[resolve = () => {}, reject = () => {}]: Parameters<Then> | []) => then(resolve, reject) }
}

function cycle(): object {
  const members: Record<string, unknown> = { a: [] }
  members.self = members
  members.a = [members]
  return members
}

function deep(): object {
  let members: object = {}
  for (let depth = 0; depth < 20_000; depth++) members = { a: members }
  return members
}
