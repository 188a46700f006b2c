import Boom from '@hapi/boom'
import fc from 'fast-check'
import createError2 from 'http-errors'
import createError1 from 'http-errors1'
import { createProblem, problemFrom } from '../../src/problems/index.ts'
import { BRAND } from '../../src/problems/internal.ts'
import { hostileValues } from '../recognize/hostile-values.ts'

/** What no client may ever see. It is planted wherever a failure keeps things to itself. */
export const SECRET = 'S3CR3T'

const secret = `${SECRET} /srv/app`

/** Something that can be thrown: a recipe, so that a counterexample can be printed whatever it makes. */
export interface Failure {
  readonly recipe: string
  make(): unknown
}

function failure<T>(
  name: string,
  ingredients: fc.Arbitrary<T>,
  make: (ingredients: T) => unknown,
): fc.Arbitrary<Failure> {
  return ingredients.map((used) => ({ recipe: `${name} ${fc.stringify(used)}`, make: () => make(used) }))
}

const errorStatus = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(400, 401, 403, 404, 405, 407, 409, 413, 415, 416, 422, 426, 429, 451, 500, 503),
  },
  // These two are not answered at all: test/wire/unregistered-statuses.test.ts.
  { weight: 1, arbitrary: fc.integer({ min: 400, max: 599 }).filter((status) => status !== 444 && status !== 499) },
)

const anyStatus = fc.oneof(
  errorStatus,
  fc.constantFrom<unknown>(200, 99, 304, 1000, -1, 404.5, Number.NaN, '404', null, undefined, [404]),
)

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('\ud800', '\udc00', '\u0000', '\r', '\n', '<', '&', ']]>', '"', '\\', '\u2028', 'a'),
  }),
  fc.constantFrom('', 'An ordinary sentence.', '</script><script>alert(1)</script>', 'a\r\nX-Injected: yes'),
)

const fieldName = fc.oneof(
  fc.constantFrom(
    ...['Allow', 'allow', 'WWW-Authenticate', 'Proxy-Authenticate', 'Retry-After', 'Content-Range', 'Upgrade', 'Link'],
    ...['Accept', 'Content-Type', 'Content-Length', 'content-encoding', 'Transfer-Encoding', 'Trailer', 'Connection'],
    ...['Vary', 'Set-Cookie', 'Cache-Control', 'Content-Language', 'X-Note', '__proto__', 'constructor', 'entries', ''],
  ),
  fc.string({ maxLength: 5 }),
)

const fieldValue = fc.oneof(
  fc.constantFrom(
    ...['GET, HEAD', 'Basic realm="a"', '5', 'bytes */7', 'websocket', '</a>; rel=help', '</a>; rel=preload', 'gzip'],
    ...['Accept-Language', '*', 'a=b', 'no-cache', 'a\r\nX-Injected: yes', 'a\u0000', '\u20ac', ' a', ''],
  ),
  fc.string({ unit: 'binary', maxLength: 9 }),
)

const fields = fc.dictionary(fieldName, fc.oneof(fieldValue, fc.array(fieldValue, { maxLength: 3 }), fc.integer()), {
  maxKeys: 4,
})

/** Fields of which none may get to the client, since no foreign error may set them. */
const hiddenFields = { 'X-Powered-By': secret, Location: secret, [SECRET]: 'a', Allow: `${secret} (`, Upgrade: secret }

const members = fc
  .dictionary(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom('errors', 'version', '__proto__', 'toJSON', 'debug'),
    ),
    fc.oneof(
      text,
      fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withNullPrototype: true,
        withTypedArray: true,
        maxDepth: 3,
      }),
      fc.array(fc.record({ pointer: text, detail: text }), { maxLength: 2 }),
      fc.constantFrom<unknown>(() => SECRET, Symbol(SECRET), 10n, undefined),
    ),
    { maxKeys: 4 },
  )
  .map((object) => withoutStandardMembers(object))

function withoutStandardMembers(object: Record<string, unknown>): Record<string, unknown> {
  const { type, status, title, detail, instance, ...rest } = object
  return rest
}

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined })

function errorWith(properties: object, message = secret): Error {
  return Object.assign(new Error(message, { cause: new Error(secret) }), { secret, path: secret }, properties)
}

const problems = failure(
  'problemFrom',
  fc.record({
    status: errorStatus,
    detail: optional(text),
    type: optional(text),
    instance: optional(text),
    extensions: members,
    headers: fields,
    retryAfter: optional(fc.nat()),
  }),
  ({ status, headers: { __proto__: _refused, ...headers }, ...facts }) =>
    problemFrom(status, { message: secret, cause: errorWith({}), headers, ...facts }),
)

const withheldProblems = failure('problemFrom, with expose: false,', errorStatus, (status) =>
  problemFrom(status, {
    expose: false,
    detail: secret,
    type: `https://example.com/${SECRET}`,
    title: secret,
    instance: `/${SECRET}`,
    extensions: { [SECRET]: secret },
  }),
)

const typedProblems = failure('createProblem', fc.constantFrom(...([405, 401, 416, 426, 503] as const)), (status) => {
  switch (status) {
    case 401:
      return createProblem(401, { challenges: [{ scheme: 'Basic', params: { realm: 'a' } }], message: secret })
    case 405:
      return createProblem(405, { allow: ['GET', 'PUT'], message: secret })
    case 416:
      return createProblem(416, { size: 7, message: secret })
    case 426:
      return createProblem(426, { protocols: ['websocket'], message: secret })
    default:
      return createProblem(503, secret)
  }
})

const marked = failure(
  'of another copy',
  fc.record({ status: anyStatus, detail: fc.anything(), type: text, extensions: fc.anything(), headers: fields }),
  (properties) => ({ [BRAND]: 'shown', message: secret, ...properties }),
)

const httpErrors = failure(
  'http-errors',
  fc.record({ status: errorStatus, headers: fields, isOld: fc.boolean() }),
  ({ status, headers, isOld }) =>
    (isOld ? createError1 : createError2)(status, secret, {
      expose: false,
      headers: { ...headers, ...hiddenFields },
      body: secret,
    }),
)

const exposedErrors = failure(
  'exposed',
  fc.record({ status: anyStatus, message: text, headers: fields }),
  ({ message, ...properties }) =>
    Object.assign(new Error(message, { cause: new Error(secret) }), { expose: true, secret, ...properties }),
)

const systemErrors = failure(
  'exposed, of the system,',
  fc.record({ status: anyStatus, name: fc.constantFrom('errno', 'syscall', 'path', 'code') }),
  ({ status, name }) => errorWith({ status, expose: true, [name]: 'ENOENT' }),
)

const boomErrors = failure('boom', fc.record({ status: errorStatus, headers: fields }), ({ status, headers }) => {
  const thrown = new Boom.Boom(status < 500 ? 'An ordinary sentence.' : secret, { statusCode: status, data: secret })
  Object.assign(thrown.output.headers, headers, hiddenFields)
  return thrown
})

const upstreamErrors = failure(
  'of an HTTP client',
  fc.record({ status: anyStatus, holds: fc.constantFrom('response', 'request', 'config', 'isAxiosError') }),
  ({ status, holds }) =>
    errorWith({ status, expose: true, [holds]: holds === 'isAxiosError' || { secret }, headers: { Allow: secret } }),
)

const plainErrors = failure('plain', fc.record({ status: anyStatus, statusCode: anyStatus }), errorWith)

const noErrors = failure('no error', fc.anything(), (value) => value)

const secretNoErrors = failure('no error', fc.constantFrom(0, 1, 2, 3, 4), (index) =>
  [secret, Symbol(SECRET), { secret, status: 404, message: secret, expose: true }, [secret], () => secret].at(index),
)

const hostile = failure(
  'hostile',
  fc.constantFrom(...hostileValues.map(([name]) => name).filter((name) => !name.includes('hundred thousand'))),
  (wanted) => hostileValues.find(([name]) => name === wanted)?.[1](),
)

/** Anything that an application may throw. */
export const failures: fc.Arbitrary<Failure> = fc.oneof(
  { weight: 5, arbitrary: problems },
  { weight: 1, arbitrary: withheldProblems },
  { weight: 2, arbitrary: typedProblems },
  { weight: 2, arbitrary: marked },
  { weight: 3, arbitrary: httpErrors },
  { weight: 3, arbitrary: exposedErrors },
  { weight: 1, arbitrary: systemErrors },
  { weight: 2, arbitrary: boomErrors },
  { weight: 1, arbitrary: upstreamErrors },
  { weight: 2, arbitrary: plainErrors },
  { weight: 1, arbitrary: noErrors },
  { weight: 1, arbitrary: secretNoErrors },
  { weight: 2, arbitrary: hostile },
)
