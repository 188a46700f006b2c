import { answer, exchange, type NearMisses } from './near-miss.ts'

const OK = '200 OK'
const NOT_FOUND = '404 Not Found'
const FORBIDDEN = '403 Forbidden'
const UNAVAILABLE = '503 Service Unavailable'
const UNEXPECTED = '500 Internal Server Error'
const TOO_MANY = '429 Too Many Requests'

const TAG = 'ETag: "a"'
const CDN = 'CDN-Cache-Control: max-age=60'
// The transcripts are of 08:00:00.
const expires = (time: string): string => `Expires: Sat, 21 Nov 2026 ${time} GMT`

const controlled = (...values: readonly string[]): string =>
  answer(OK, ...values.map((value) => `Cache-Control: ${value}`))

/** An error with fields that a success had before. */
const kept = (status: string, ...fields: readonly string[]): string => after(fields, status, ...fields)

const after = (fields: readonly string[], status: string, ...those: readonly string[]): string =>
  `${answer(OK, ...fields)}\n${answer(status, ...those)}`

const withCredentials = (status: string, ...fields: readonly string[]): string =>
  exchange('GET / HTTP/1.1', ['Authorization: Bearer a'], `HTTP/1.1 ${status}`, fields)

const forbidden = (cacheControl: string, ...fields: readonly string[]): string =>
  withCredentials(FORBIDDEN, `Cache-Control: ${cacheControl}`, ...fields)

const tooMany = (...fields: readonly string[]): string => answer(TOO_MANY, ...fields)

const invites = (by: string): string =>
  `No cache may store a 429, since one client has asked too often; ${by} makes those do it that do not know the status.`

export const caching: NearMisses = {
  '9111-5.2-cache-control-grammar': {
    breaks: [
      [
        controlled('private,'),
        "Cache-Control can't be read as a list of directives with commas between: an element of the list is empty.",
      ],
      controlled('private', ',no-cache'),
      controlled('private, max-age='),
    ],
    passes: [controlled(''), controlled('private', 'no-cache'), controlled('a="b,,c"')],
  },
  '9111-5.2.2.1-max-age-token-form': {
    breaks: [[controlled('max-age="0"'), '"max-age="0"": max-age is written without quotes.']],
    passes: [controlled('max-age=0'), controlled('max-age="-1"'), controlled('s-maxage="0"')],
  },
  '9111-5.2.2.7-private-quoted-argument': {
    breaks: [[controlled('private=A'), '"private=A": the argument of private is written in quotes: private="A".']],
    passes: [controlled('private'), controlled('private="A"'), controlled('no-cache=A')],
  },
  '9111-1.2.2-delta-seconds-grammar': {
    breaks: [controlled('s-maxage'), controlled('max-age=+1'), controlled('stale-if-error="1.0"')],
    passes: [controlled('s-maxage=0'), controlled('max-age="1"'), controlled('x=+1')],
  },
  '9111-4.2.1-no-duplicate-or-conflicting-directives': {
    breaks: [
      [controlled('public, private'), 'Cache-Control contradicts itself: it is public and private.'],
      [
        controlled('no-store, public'),
        'Cache-Control contradicts itself: public lets caches store it, no-store does not.',
      ],
      [
        controlled('no-store, s-maxage=1'),
        'Cache-Control contradicts itself: no-store keeps caches from storing it, s-maxage=1 says for how long.',
      ],
      [controlled('max-age=60', 'max-age=0'), 'Cache-Control contradicts itself: max-age is both 60 and 0.'],
    ],
    passes: [
      controlled('public, private="A"'),
      controlled('no-store, public, must-understand'),
      controlled('no-store, max-age=1, must-understand'),
      controlled('no-store, max-age=0'),
      controlled('no-store, stale-if-error=1'),
      controlled('max-age=60, max-age=60'),
      controlled('max-age=60, max-age=a'),
      controlled('max-age=60, s-maxage=0'),
    ],
  },
  '9111-5.2-error-drops-success-cache-control-4xx': {
    breaks: [
      kept(FORBIDDEN, 'Cache-Control: max-age=1'),
      kept(FORBIDDEN, 'Cache-Control: max-age=0, s-maxage=1'),
      kept(FORBIDDEN, expires('08:00:01')),
      after([expires('08:00:01')], FORBIDDEN, expires('08:00:01'), 'Cache-Control: no-transform'),
      kept(FORBIDDEN, CDN),
      kept(NOT_FOUND, 'Cache-Control: max-age=1, immutable'),
      kept(NOT_FOUND, 'Cache-Control: max-age=1', TAG),
    ],
    passes: [
      kept(FORBIDDEN, 'Cache-Control: max-age=0'),
      kept(FORBIDDEN, 'CDN-Cache-Control: max-age=0'),
      kept(NOT_FOUND, 'Cache-Control: max-age=1'),
      after(['Cache-Control: max-age=1'], NOT_FOUND, 'Cache-Control: max-age=1', TAG),
      after(['Cache-Control: max-age=2'], FORBIDDEN, 'Cache-Control: max-age=1'),
      after(
        ['Cache-Control: max-age=2', expires('09:00:00')],
        FORBIDDEN,
        'Cache-Control: max-age=1',
        expires('09:00:00'),
      ),
      after([expires('08:00:02')], FORBIDDEN, expires('08:00:01')),
      after(['CDN-Cache-Control: max-age=2'], FORBIDDEN, CDN),
      after([], FORBIDDEN, CDN),
      `${answer(UNEXPECTED, TAG)}\n${answer(NOT_FOUND, 'Cache-Control: max-age=1', TAG)}`,
    ],
  },
  '9111-5.2-error-drops-success-cache-control-5xx': {
    breaks: [
      [
        answer(UNEXPECTED, 'Cache-Control: max-age=3600'),
        'By max-age=3600 caches answer with this unexpected failure long after it is mended.',
      ],
      [
        answer(UNEXPECTED, expires('09:00:00')),
        'By Expires caches answer with this unexpected failure long after it is mended.',
      ],
      answer(UNEXPECTED, 'Cache-Control: max-age=1, immutable'),
      [
        kept(UNEXPECTED, 'Cache-Control: max-age=3600'),
        'The 500 has the lifetime of the 200 before it: caches answer with the error for just as long.',
      ],
      kept(UNEXPECTED, 'Cache-Control: max-age=1'),
      kept(UNAVAILABLE, 'Cache-Control: max-age=1'),
    ],
    passes: [
      answer(UNEXPECTED, 'Cache-Control: max-age=3599'),
      answer(UNEXPECTED, expires('08:59:59')),
      answer(UNEXPECTED, 'Cache-Control: immutable'),
      answer(UNAVAILABLE, 'Cache-Control: max-age=3600'),
      after(['Cache-Control: max-age=3600'], UNAVAILABLE, 'Cache-Control: max-age=60'),
    ],
  },
  '9111-5.2.2.5-no-store-sensitive-errors-4xx': {
    breaks: [
      [forbidden('public'), 'By public shared caches send this 403, which depends on the credentials, to everybody.'],
      forbidden('s-maxage=1'),
      forbidden('public, no-cache="Set-Cookie"'),
      [
        forbidden('max-age=1, must-revalidate'),
        'By must-revalidate shared caches send this 403, which depends on the credentials, to everybody.',
      ],
      forbidden('public', 'Vary: X-Authorization, Cookie2'),
      answer('401 Unauthorized', 'Cache-Control: public'),
      [
        answer('401 Unauthorized', 'Cache-Control: max-age=1'),
        'By max-age=1 shared caches send this 401, which depends on the credentials, to everybody.',
      ],
      answer('401 Unauthorized', expires('08:00:01')),
    ],
    passes: [
      forbidden('max-age=60'),
      forbidden('s-maxage=0'),
      forbidden('max-age=0, must-revalidate'),
      forbidden('must-revalidate'),
      answer('401 Unauthorized', 'Cache-Control: max-age=0'),
      answer('401 Unauthorized', 'Cache-Control: max-age=1, private'),
      forbidden('public, no-store'),
      forbidden('public, private'),
      forbidden('public, no-cache'),
      forbidden('public', 'Vary: *'),
      forbidden('public', 'Vary: Accept, authorization'),
      answer('401 Unauthorized', 'Cache-Control: public', 'Vary: Cookie'),
      answer(FORBIDDEN, 'Cache-Control: public'),
    ],
  },
  '9111-5.2.2.5-no-store-sensitive-errors-5xx': {
    breaks: [withCredentials(UNEXPECTED, 'Cache-Control: public')],
    passes: [answer(UNEXPECTED, 'Cache-Control: public')],
  },
  '6585-4-no-store': {
    breaks: [
      [tooMany('Cache-Control: max-age=1'), invites('max-age=1')],
      [tooMany('Cache-Control: s-maxage=0, max-age=1'), invites('max-age=1')],
      [tooMany('Cache-Control: max-age=0, s-maxage=1'), invites('s-maxage=1')],
      [tooMany('Cache-Control: no-cache="Set-Cookie", max-age=1'), invites('max-age=1')],
      [tooMany('Cache-Control: no-transform', expires('08:00:01')), invites('Expires')],
      [tooMany('Cache-Control: max-age=0, public'), invites('public')],
      [tooMany(CDN), invites('CDN-Cache-Control')],
      tooMany('CDN-Cache-Control: s-maxage=1'),
    ],
    passes: [
      tooMany('Cache-Control: max-age=1, no-store'),
      tooMany('Cache-Control: max-age=1, no-cache'),
      tooMany('Cache-Control: stale-if-error=1'),
      tooMany('Cache-Control: max-age=0', expires('08:00:01')),
      tooMany('Cache-Control: max-age=a', expires('08:00:01')),
      tooMany(expires('08:00:00')),
      tooMany('Expires: 1'),
      `# as is\n${tooMany(expires('08:00:01'))}`,
      tooMany('CDN-Cache-Control: max-age=0'),
      tooMany('CDN-Cache-Control: max-age="60"'),
      tooMany('CDN-Cache-Control: max-age=60, Max-Age'),
      tooMany('CDN-Cache-Control: stale-if-error=60'),
      tooMany('CDN-Cache-Control: max-age=60, no-store'),
      tooMany('CDN-Cache-Control: max-age=60, no-cache'),
      tooMany('CDN-Cache-Control: max-age=60, private'),
    ],
  },
  '8470-5.2-not-cacheable': {
    breaks: [
      [
        answer('425 Too Early', 'Content-Location: /a', 'Cache-Control: max-age=60'),
        'A 425 is about how early one request came, not about the resource: Content-Location does not belong to it.',
      ],
      answer('425 Too Early', CDN),
    ],
    passes: [answer('425 Too Early', 'Location: /a', 'Cache-Control: max-age=0')],
  },
  '9111-5.1-age-grammar': {
    breaks: [
      [answer(OK, 'Age: '), 'Age is one number in digits, but "" is not.'],
      [answer(OK, 'Age: 1', 'Age: 1'), 'Age is one number in digits, but there are 2 of them.'],
      answer(OK, 'Age: 1, 1'),
    ],
    passes: [answer(OK, 'Age: 0')],
  },
  '9111-5.3-expires-http-date': {
    breaks: [answer(OK, expires('08:00:00'), 'Expires: 0')],
    passes: [answer(OK, expires('08:00:00'))],
  },
  '9111-5.5-warning-obsolete': {
    breaks: [answer(OK, 'Warning: 299 - "old"')],
    passes: [answer(OK, 'Warning: 299 - "old"', 'Age: 1'), answer(OK, 'Warning: 299 - "old"', 'Via: 1.1 a')],
  },
  '9213-2.1-cdn-cache-control-structured': {
    breaks: [
      [
        answer(OK, 'CDN-Cache-Control: max-age=-1'),
        "CDN-Cache-Control can't be used: max-age takes a whole number of seconds without quotes.",
      ],
      answer(OK, 'CDN-Cache-Control: max-age=1.0'),
      [answer(OK, 'CDN-Cache-Control: no-store=1'), "CDN-Cache-Control can't be used: no-store takes no value."],
      answer(OK, 'CDN-Cache-Control: Max-Age=1'),
    ],
    passes: [answer(OK, 'CDN-Cache-Control: max-age=0, no-store, x="1"'), answer(OK, 'CDN-Cache-Control: ')],
  },
}
