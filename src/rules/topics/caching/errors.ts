import type { ExchangeView } from '../../exchange-view.ts'
import { type Fault, fault } from '../../fault.ts'
import type { Rule } from '../../rule.ts'
import { isCacheable } from '../../shared/cacheability.ts'
import { showBoth, successBefore } from '../../shared/series.ts'
import { hasTargetedLifetime, invitesSharedCaches, lifetimeOf } from './lifetime.ts'

const REMEDY = 'Throw the error and mount problems(): what the handler set for the success does not survive.'
const HOUR = 3600

/** Errors are not kept as long as the success would be, nor by those whom they do not concern. */
export const errorRules: readonly Rule[] = [
  {
    id: '9111-5.2-error-drops-success-cache-control-4xx',
    level: 'advice',
    rfc: '9111',
    section: '5.2',
    topic: 'caching',
    statement: 'A 4xx does not keep the lifetime in caches that was meant for the success.',
    status: ['4xx'],
    fields: ['cache-control', 'expires', 'cdn-cache-control'],
    needs: ['earlier'],
    check(exchange) {
      const { response } = exchange
      // Some errors are kept on purpose, and one policy for both is no fault; but nothing says forever of an error.
      const meant = KEPT_ON_PURPOSE.has(response.status) && !response.hasDirective('immutable')
      return meant && !hasTagOf(successBefore(exchange), exchange) ? undefined : inherited(exchange)
    },
    remedy: REMEDY,
  },
  {
    id: '9111-5.2-error-drops-success-cache-control-5xx',
    level: 'advice',
    rfc: '9111',
    section: '5.2',
    topic: 'caching',
    statement: 'A 5xx does not keep the lifetime in caches that was meant for the success.',
    status: ['5xx'],
    fields: ['cache-control', 'expires', 'cdn-cache-control'],
    check(exchange) {
      const { response } = exchange
      const found = inherited(exchange)
      if (found !== undefined || response.status !== 500) return found
      const lifetime = lifetimeOf(response)
      // Nobody plans for how long what is unexpected lasts.
      if (lifetime === undefined || (lifetime.seconds < HOUR && !response.hasDirective('immutable'))) return undefined
      return fault(
        `By ${lifetime.by} caches answer with this unexpected failure long after it is mended.`,
        `${response.line}\n${response.show('cache-control', 'expires')}`,
      )
    },
    remedy: REMEDY,
  },
  {
    id: '9111-5.2.2.5-no-store-sensitive-errors-4xx',
    level: 'advice',
    rfc: '9111',
    section: '5.2.2.5',
    topic: 'caching',
    statement: 'A 4xx that depends on the credentials of one client is not offered to shared caches.',
    status: ['4xx'],
    fields: ['cache-control', 'expires'],
    applies: dependsOnCredentials,
    check: offered,
    remedy: 'Throw the error and mount problems(): an error to a request with credentials gets no-store.',
  },
  {
    id: '9111-5.2.2.5-no-store-sensitive-errors-5xx',
    level: 'advice',
    rfc: '9111',
    section: '5.2.2.5',
    topic: 'caching',
    statement: 'A 5xx to a request with credentials is not offered to shared caches.',
    status: ['5xx'],
    fields: ['cache-control'],
    applies: dependsOnCredentials,
    check: offered,
    remedy: 'Throw the error and mount problems(): every 5xx is sent with no-store.',
  },
  ...unstorable(428, '3', 'the request lacks a condition'),
  ...unstorable(429, '4', 'one client has asked too often'),
  ...unstorable(431, '5', 'the fields of one request are too large'),
  ...unstorable(511, '6', 'one client has not signed in to its network'),
  {
    id: '8470-5.2-not-cacheable',
    level: 'advice',
    rfc: '8470',
    section: '5.2',
    topic: 'caching',
    statement: 'A 425 concerns one early request: it does not invite caches to store it, and represents no resource.',
    status: [425],
    check({ response }) {
      const invitation = response.has('content-location') ? 'Content-Location' : invitationOf(response)
      if (invitation === undefined) return undefined
      return fault(
        `A 425 is about how early one request came, not about the resource: ${invitation} does not belong to it.`,
        `${response.line}\n${response.show('cache-control', 'expires', 'cdn-cache-control', 'content-location')}`,
      )
    },
    remedy: 'throw new TooEarly(), and send no lifetime and no Content-Location with it.',
  },
]

// Heuristically cacheable (RFC 9110 §15.1, RFC 7725 §3).
const KEPT_ON_PURPOSE: ReadonlySet<number> = new Set([404, 405, 410, 414, 451])

function unstorable(status: number, section: string, why: string): readonly Rule[] {
  return [
    {
      id: `6585-${section}-no-store`,
      // The MUST NOT is for caches; it is the server that makes those break it that do not know the status.
      level: 'advice',
      rfc: '6585',
      section,
      topic: 'caching',
      statement: `A ${status} does not invite caches to store it.`,
      status: [status],
      check({ response }) {
        const invitation = invitationOf(response)
        if (invitation === undefined) return undefined
        return fault(
          `No cache may store a ${status}, since ${why}; ${invitation} makes those do it that do not know the status.`,
          `${response.line}\n${response.show('cache-control', 'expires', 'cdn-cache-control')}`,
        )
      },
      remedy: 'Throw the error and mount problems(): it is sent with Cache-Control: no-store.',
    },
  ]
}

/** What makes caches store a response that they would not store by themselves. */
function invitationOf(response: ExchangeView['response']): string | undefined {
  const targeted = hasTargetedLifetime(response) ? 'CDN-Cache-Control' : undefined
  return lifetimeOf(response)?.by ?? invitesSharedCaches(response) ?? targeted
}

function dependsOnCredentials({ request, response }: ExchangeView): boolean {
  if (['*', 'authorization', 'cookie'].some((name) => response.lists('vary', name))) return false
  return response.status === 401 || request.has('authorization')
}

function offered(exchange: ExchangeView): Fault | undefined {
  const { request, response } = exchange
  const invitation = invitesSharedCaches(response) ?? permissionOf(exchange)
  if (invitation === undefined) return undefined
  return fault(
    `By ${invitation} shared caches send this ${response.status}, which depends on the credentials, to everybody.`,
    [request.line, response.line, response.show('cache-control', 'expires')].join('\n'),
  )
}

/** What lets shared caches answer others with it all the same, where nothing invites them to. */
function permissionOf(exchange: ExchangeView): string | undefined {
  if (!isCacheable(exchange)) return undefined
  // To a request with credentials nothing else is left that permits it (RFC 9111 §3.5); without any, a lifetime does.
  return exchange.request.has('authorization') ? 'must-revalidate' : lifetimeOf(exchange.response)?.by
}

function hasTagOf(earlier: ExchangeView | undefined, { response }: ExchangeView): boolean {
  return response.has('etag') && earlier?.response.get('etag') === response.get('etag')
}

/** Whether the lifetime is that of the success. */
function inherited(exchange: ExchangeView): Fault | undefined {
  const earlier = successBefore(exchange)
  if (earlier === undefined) return undefined
  const { response } = exchange
  const isSame = (name: string): boolean => response.get(name) === earlier.response.get(name)
  const lifetime = lifetimeOf(response)
  const isTargeted = hasTargetedLifetime(response) && isSame('cdn-cache-control')
  if (!isTargeted && (lifetime === undefined || !isSame(lifetime.by === 'Expires' ? 'expires' : 'cache-control')))
    return undefined
  return fault(
    `The ${response.status} has the lifetime of the 200 before it: caches answer with the error for just as long.`,
    showBoth(earlier, exchange, 'cache-control', 'expires', 'cdn-cache-control'),
  )
}
