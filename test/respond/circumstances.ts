import fc from 'fast-check'
import { de } from '../../src/languages/de.ts'
import { zhHant } from '../../src/languages/zh-Hant.ts'
import type { ProblemFormat } from '../../src/respond/formats.ts'
import type { PendingFields, RequestLike, ResponderOptions } from '../../src/respond/index.ts'

/** Pending fields that no error leaves in place. */
export const MISLEADING: readonly string[] = [
  ...['content-location', 'etag', 'last-modified', 'cache-control', 'expires', 'age', 'pragma', 'accept-ranges'],
  ...['location', 'refresh', 'sourcemap', 'cdn-cache-control', 'surrogate-key', 'cache-tag', 'x-accel-redirect'],
  ...['x-sendfile', 'allow', 'retry-after', 'www-authenticate', 'proxy-authenticate'],
]

/** Pending fields that cannot be kept, because they describe other content. */
export const DESCRIBING: readonly string[] = [
  ...['content-type', 'content-length', 'content-encoding', 'content-language', 'content-range'],
  ...['content-disposition', 'content-digest', 'transfer-encoding', 'trailer'],
]

/** Pending fields that stay as they are. */
export const STAYING: readonly string[] = ['access-control-allow-origin', 'x-request-id', 'strict-transport-security']

/** Pending fields that stay, and to which something may be added. */
export const GROWING: readonly string[] = ['vary', 'set-cookie', 'link']

const range = fc.constantFrom(
  ...['*/*', 'application/*', 'text/*', 'application/json', 'application/problem+json', 'application/problem+xml'],
  ...['application/xml', 'text/html', 'text/plain', 'image/png', 'text/html;charset=utf-8'],
)

const accept = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .array(fc.tuple(range, fc.constantFrom('', ';q=0', ';q=0.5', ';q=1')), { minLength: 1, maxLength: 4 })
      .map((ranges) => ranges.map((parts) => parts.join('')).join(', ')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: fc.constant('a/b,'.repeat(2000)) },
)

const line = fc.string({ unit: 'binary-ascii', maxLength: 12 })

export const requests: fc.Arbitrary<RequestLike> = fc.record(
  {
    method: fc.constantFrom('GET', 'HEAD', 'POST', 'OPTIONS', 'get', 'PURGE'),
    httpVersion: fc.constantFrom('1.0', '1.1', '2.0'),
    headers: fc.record(
      {
        accept: fc.oneof(accept, fc.array(accept, { maxLength: 2 })),
        'accept-language': fc.oneof(fc.constantFrom('de', 'zh-HK, en;q=0.1', 'it', '*'), fc.string()),
        authorization: fc.oneof(line, fc.constantFrom('Basic a', 'Bearer a', 'Digest a', 'DPoP a', 'X-Y z')),
        cookie: line,
        host: line,
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['headers'] },
)

const pendingText = fc.oneof(
  fc.constantFrom('a', 'Origin', '*', '</a>; rel=preload', '</a>; rel=help, </b>; rel="preload"', '"a"', 'gzip', ''),
  fc.string({ unit: fc.constantFrom(...'abc,;="\\<>/ \t\u00e9'), maxLength: 12 }),
)

const pendingName = fc.constantFrom(...MISLEADING, ...DESCRIBING, ...STAYING, ...GROWING, 'connection', 'upgrade')

export const pendingFields: fc.Arbitrary<PendingFields> = fc.dictionary(
  pendingName,
  fc.oneof(pendingText, fc.array(pendingText, { minLength: 1, maxLength: 3 }), fc.nat()),
  { maxKeys: 8 },
)

const formats = fc.shuffledSubarray<ProblemFormat>(
  [
    'application/problem+json',
    'application/json',
    'application/problem+xml',
    'application/xml',
    'text/html',
    'text/plain',
  ],
  { minLength: 1 },
) as fc.Arbitrary<never>

const nonsense = fc.constantFrom<unknown>(
  undefined,
  null,
  7,
  'text',
  '\n',
  [],
  Promise.resolve('a'),
  { a: 10n },
  { status: 1 },
)

// What a callback gives, or that it throws.
const callback = fc.option(nonsense, { nil: 'throws' as const }).map((given) => (): never => {
  if (given === 'throws') throw new Error('S3CR3T of a callback')
  return given as never
})

export const responderOptions: fc.Arbitrary<ResponderOptions> = fc.record(
  {
    formats,
    defaultDetail: fc.boolean(),
    keepHeaders: fc.uniqueArray(fc.constantFrom(...MISLEADING, ...DESCRIBING), { maxLength: 2 }),
    foreignHeaders: fc.constantFrom([], ['X-Note'], ['__proto__', 'Set-Cookie']),
    instance: callback,
    extend: callback,
    cacheControl: fc.oneof(callback, fc.constant({ 404: 'max-age=60', 500: 'max-age=1' })),
    recognize: fc.array(callback, { maxLength: 2 }),
    languages: fc.constantFrom({}, { de }, { de, 'zh-TW': zhHant }),
    fallbacks: fc.record(
      {
        challenges: fc.constant([{ scheme: 'Basic', params: { realm: 'f' } }]) as fc.Arbitrary<never>,
        upgrade: fc.constant(['h2c']) as fc.Arbitrary<never>,
        retryAfter: fc.nat(),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
)
