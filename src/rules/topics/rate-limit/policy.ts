import type { ExchangeView } from '../../exchange-view.ts'
import { brief, fault } from '../../fault.ts'
import type { Rule } from '../../rule.ts'
import { DRAFT, findParameter, itemsOf, REMEDY } from './items.ts'

const policy = { rfc: DRAFT, topic: 'rate-limit', fields: ['ratelimit-policy'], remedy: REMEDY } as const

const KNOWN_PARAMETERS: readonly string[] = ['q', 'qu', 'w', 'pk']
const UNITS: readonly string[] = ['requests', 'content-bytes', 'concurrent-requests']

/** RateLimit-Policy says which limits there are. */
export const policyRules: readonly Rule[] = [
  {
    ...policy,
    id: 'ratelimit10-3-policy-list',
    level: 'advice',
    section: '3',
    statement: 'RateLimit-Policy is a structured list, not empty, of strings that name the policies.',
    check: ({ response }) => {
      if (itemsOf(response, 'ratelimit-policy') !== undefined) return undefined
      return fault(
        'RateLimit-Policy is not a list of strings such as "burst";q=100;w=60; earlier drafts had other forms.',
        response.show('ratelimit-policy'),
      )
    },
  },
  {
    ...policy,
    id: 'ratelimit10-3.1-q-required',
    level: 'advice',
    section: '3.1',
    statement: 'Each policy says its quota in the parameter q.',
    applies: hasItems,
    check: (exchange) =>
      findParameter(exchange.response, 'ratelimit-policy', (parameters, name) =>
        parameters.has('q') ? undefined : `The policy ${name} has no quota (q).`,
      ),
  },
  {
    ...policy,
    id: 'ratelimit10-3.1.1-q-integer',
    level: 'advice',
    section: '3.1.1',
    statement: 'The quota of a policy is an Integer of 0 or more.',
    applies: hasItems,
    check: (exchange) =>
      findParameter(exchange.response, 'ratelimit-policy', (parameters, name) => {
        const quota = parameters.get('q')
        if (quota === undefined || (quota.type === 'integer' && quota.value >= 0)) return undefined
        return `The quota (q) of the policy ${name} is not an Integer of 0 or more.`
      }),
  },
  {
    ...policy,
    id: 'ratelimit10-3.1.2-qu-string',
    level: 'advice',
    section: '3.1.2',
    statement: 'The quota unit is a String of the registry: "requests", "content-bytes" or "concurrent-requests".',
    applies: hasItems,
    check: (exchange) =>
      findParameter(exchange.response, 'ratelimit-policy', (parameters, name) => {
        const unit = parameters.get('qu')
        if (unit === undefined || (unit.type === 'string' && UNITS.includes(unit.value))) return undefined
        return `The quota unit (qu) of the policy ${name} is not one of the strings "${UNITS.join('", "')}".`
      }),
  },
  {
    ...policy,
    id: 'ratelimit10-3.1.3-w-integer',
    level: 'advice',
    section: '3.1.3',
    statement: 'The window of a policy is an Integer of seconds, more than 0.',
    applies: hasItems,
    check: (exchange) =>
      findParameter(exchange.response, 'ratelimit-policy', (parameters, name) => {
        const window = parameters.get('w')
        if (window === undefined || (window.type === 'integer' && window.value > 0)) return undefined
        return `The window (w) of the policy ${name} is not an Integer of 1 or more.`
      }),
  },
  {
    ...policy,
    id: 'ratelimit10-3.1-vendor-params',
    level: 'advice',
    section: '3.1',
    statement: 'Parameters of one vendor or service begin with its name, as in acme-burst.',
    decidedBy: 'application',
    applies: hasItems,
    check: (exchange) =>
      findParameter(exchange.response, 'ratelimit-policy', (parameters) => {
        const bare = [...parameters.keys()].find((key) => !KNOWN_PARAMETERS.includes(key) && !/[-_.*]/.test(key))
        return bare === undefined
          ? undefined
          : `The parameter ${brief(bare, 40)} does not begin with the name of a vendor.`
      }),
    remedy: 'Write acme-burst instead of burst.',
  },
  {
    ...policy,
    id: 'ratelimit10-3-policy-stable',
    level: 'advice',
    section: '3',
    statement: 'RateLimit-Policy stays the same over a sequence of responses; RateLimit is what changes.',
    needs: ['earlier'],
    check: (exchange) => {
      const { request, response } = exchange
      const earlier = exchange.before(
        (other) =>
          other.response.has('ratelimit-policy') &&
          other.request.method === request.method &&
          ['authorization', 'cookie'].every((name) => other.request.get(name) === request.get(name)),
      )
      if (earlier === undefined || earlier.response.get('ratelimit-policy') === response.get('ratelimit-policy'))
        return undefined
      return fault(
        'RateLimit-Policy is another than in the response before, so clients cannot plan by it.',
        `${earlier.response.show('ratelimit-policy')}\n${response.show('ratelimit-policy')}`,
      )
    },
    remedy: 'Write the limits themselves into RateLimit-Policy and what is left of them into RateLimit.',
  },
]

function hasItems({ response }: ExchangeView): boolean {
  return itemsOf(response, 'ratelimit-policy') !== undefined
}
