import { answer, exchange, type NearMisses } from './near-miss.ts'

const policy = (value: string): string => answer('200 OK', `RateLimit-Policy: ${value}`)

const remaining = (value: string): string => answer('200 OK', `RateLimit: ${value}`)

const refused = (limit: string, ...fields: readonly string[]): string =>
  answer('429 Too Many Requests', `RateLimit: ${limit}`, ...fields)

/** Two requests, each a method with its fields, and the policy that the first answer had; the second has "a";q=2. */
const twice = (first: readonly string[], policies: string, second: readonly string[]): string =>
  [first, second]
    .map(([method, ...fields], at) =>
      exchange(`${method} / HTTP/1.1`, fields, 'HTTP/1.1 200 OK', [at === 0 ? policies : 'RateLimit-Policy: "a";q=2']),
    )
    .join('\n')

const trailer = (name: string): string => `# trailer ${name}: "a";r=1\n${answer('200 OK')}`

export const rateLimit: NearMisses = {
  'ratelimit10-3.1.1-q-integer': {
    passes: [policy('"a";q=0'), policy('"a"')],
  },
  'ratelimit10-3.1.3-w-integer': {
    passes: [policy('"a";q=1;w=1'), policy('"a";q=1')],
  },
  'ratelimit10-3.1-vendor-params': {
    breaks: [
      [policy('"a";q=1;w=1;qu="requests";pk=:YQ==:;b'), 'The parameter b does not begin with the name of a vendor.'],
    ],
    passes: ['-', '_', '.', '*'].map((mark) => policy(`"a";q=1;b${mark}c`)),
  },
  'ratelimit10-3-policy-stable': {
    breaks: [twice(['GET', 'Cookie: a'], 'RateLimit-Policy: "a";q=1', ['GET', 'Cookie: a', 'Accept: a/b'])],
    passes: [
      twice(['GET'], 'RateLimit-Policy: "a";q=2', ['GET']),
      twice(['GET'], 'RateLimit: "a";r=1', ['GET']),
      twice(['POST'], 'RateLimit-Policy: "a";q=1', ['GET']),
      twice(['GET', 'Cookie: a'], 'RateLimit-Policy: "a";q=1', ['GET', 'Cookie: b']),
      twice(['GET', 'Authorization: a'], 'RateLimit-Policy: "a";q=1', ['GET']),
    ],
  },
  'ratelimit10-4.1-r-required': {
    passes: [remaining('"a";r=0')],
  },
  'ratelimit10-4.1.2-t-integer': {
    breaks: [
      [
        remaining('"a";r=0;t=1000000000'),
        'The time (t) of "a" is a date; it should be the number of seconds from now.',
      ],
      [remaining('"a";r=0;t=1.5'), 'The time (t) of "a" is not an Integer of 0 or more.'],
      remaining('"a";r=0;t=-1'),
    ],
    passes: [remaining('"a";r=0;t=999999999'), remaining('"a";r=0;t=0'), remaining('"a";r=0')],
  },
  'ratelimit10-6-retry-after-consistent': {
    breaks: [
      [refused('"a";r=0;t=30', 'Retry-After: 29'), 'Retry-After ends too early: "a" has no quota for 30 seconds.'],
      refused('"a";r=1;t=1, "b";r=0;t=30', 'Retry-After: 29'),
      refused('"a";r=0;t=30', 'Date: Sat, 21 Nov 2026 08:00:00 GMT', 'Retry-After: Sat, 21 Nov 2026 08:00:28 GMT'),
      refused('"a";r=0;t=999999999', 'Retry-After: 0'),
    ],
    passes: [
      refused('"a";r=0;t=30', 'Retry-After: 30'),
      refused('"a";r=0;t=30', 'Date: Sat, 21 Nov 2026 08:00:00 GMT', 'Retry-After: Sat, 21 Nov 2026 08:00:29 GMT'),
      refused('"a";r=0;t=30', 'Date: today', 'Retry-After: Sat, 21 Nov 2026 08:00:00 GMT'),
      refused('"a";r=0;t=30', 'Retry-After: soon'),
      refused('"a";r=0;t=30', 'Retry-After: 1s'),
      refused('"a";r=0;t=30', 'Retry-After: -1'),
      refused('"a";r=0;t=30'),
      refused('"a";r=1;t=30', 'Retry-After: 0'),
      refused('"a";t=30', 'Retry-After: 0'),
      refused('"a";r=0', 'Retry-After: 0'),
      // Faults of which other rules speak.
      refused('"a";r=0;t=30.5', 'Retry-After: 0'),
      refused('"a";r=0;t=1000000000', 'Retry-After: 0'),
      answer('429 Too Many Requests', 'Retry-After: 0'),
    ],
  },
  'ratelimit10-3.1-no-trailer': {
    breaks: [[trailer('ratelimit-policy'), 'The field "ratelimit-policy" is a trailer, which clients ignore.']],
    passes: [trailer('X-RateLimit'), trailer('RateLimit-Reset'), answer('200 OK', 'RateLimit: "a";r=1')],
  },
}
