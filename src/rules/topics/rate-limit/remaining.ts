import type { ExchangeView } from '../../exchange-view.ts'
import { fault, quoted } from '../../fault.ts'
import { parseDeltaSeconds } from '../../grammar/cache-control.ts'
import { parseHttpDate } from '../../grammar/dates.ts'
import type { Rule } from '../../rule.ts'
import { DRAFT, findParameter, itemsOf, REMEDY } from './items.ts'

const remaining = { rfc: DRAFT, topic: 'rate-limit', fields: ['ratelimit'], remedy: REMEDY } as const

/** RateLimit says what is left of the limits. */
export const remainingRules: readonly Rule[] = [
  {
    ...remaining,
    id: 'ratelimit10-4-ratelimit-list',
    level: 'advice',
    section: '4',
    statement: 'RateLimit is a structured list of strings, each the name of a policy.',
    check: ({ response }) => {
      const items = itemsOf(response, 'ratelimit')
      if (items === undefined)
        return fault(
          'RateLimit is not a list of strings such as "burst";r=42;t=30; earlier drafts had other forms.',
          response.show('ratelimit'),
        )
      const policies = itemsOf(response, 'ratelimit-policy')
      const names = new Set((policies ?? items).map(({ value }) => value))
      const stranger = items.find(({ value }) => !names.has(value))
      if (stranger === undefined) return undefined
      return fault(
        `RateLimit speaks of the policy ${quoted(String(stranger.value), 40)}, which RateLimit-Policy does not name.`,
        response.show('ratelimit-policy', 'ratelimit'),
      )
    },
  },
  {
    ...remaining,
    id: 'ratelimit10-4.1-r-required',
    level: 'advice',
    section: '4.1',
    statement: 'Each item of RateLimit says what is left of the quota in r, an Integer of 0 or more.',
    applies: hasItems,
    check: ({ response }) =>
      findParameter(response, 'ratelimit', (parameters, name) => {
        const left = parameters.get('r')
        if (left === undefined) return `RateLimit does not say in r what is left of ${name}.`
        if (left.type === 'integer' && left.value >= 0) return undefined
        return `What is left of ${name} (r) is not an Integer of 0 or more.`
      }),
  },
  {
    ...remaining,
    id: 'ratelimit10-4.1.2-t-integer',
    level: 'advice',
    section: '4.1.2',
    statement: 'The time until there is more quota is an Integer of 0 or more: seconds from now.',
    applies: hasItems,
    check: ({ response }) =>
      findParameter(response, 'ratelimit', (parameters, name) => {
        const seconds = parameters.get('t')
        if (seconds === undefined) return undefined
        if (seconds.type !== 'integer' || seconds.value < 0)
          return `The time (t) of ${name} is not an Integer of 0 or more.`
        return seconds.value < EARLIEST_TIMESTAMP
          ? undefined
          : `The time (t) of ${name} is a date; it should be the number of seconds from now.`
      }),
  },
  {
    ...remaining,
    id: 'ratelimit10-6-retry-after-consistent',
    level: 'advice',
    section: '6',
    statement: 'Retry-After does not name an earlier time than t of RateLimit.',
    status: [429, 503],
    fields: ['retry-after'],
    applies: hasItems,
    check: ({ response }) => {
      const wait = secondsToWait(response)
      const found = findParameter(response, 'ratelimit', (parameters, name) => {
        const left = parameters.get('r')
        const seconds = parameters.get('t')
        if (left?.value !== 0 || seconds?.type !== 'integer' || seconds.value >= EARLIEST_TIMESTAMP) return undefined
        return wait < seconds.value
          ? `Retry-After ends too early: ${name} has no quota for ${seconds.value} seconds.`
          : undefined
      })
      return found && fault(found.what, `${found.evidence}\n${response.show('retry-after')}`)
    },
    remedy: 'throw new TooManyRequests({ retryAfter }) with the t of the limit that was exceeded, or more.',
  },
]

/** Seconds of ten digits and more are a time of day since 1970, not a time to wait. */
const EARLIEST_TIMESTAMP = 1e9

function hasItems({ response }: ExchangeView): boolean {
  return itemsOf(response, 'ratelimit') !== undefined
}

/** What Retry-After asks for at most; NaN: nobody can tell. */
function secondsToWait(response: ExchangeView['response']): number {
  const value = response.get('retry-after') ?? ''
  const { date = Number.NaN } = response
  // The clock has seconds only: what looks like one too few may be none.
  return parseDeltaSeconds(value) ?? ((parseHttpDate(value) ?? Number.NaN) - date) / 1000 + 1
}
