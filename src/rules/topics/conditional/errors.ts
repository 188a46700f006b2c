import type { ExchangeView } from '../../exchange-view.ts'
import { brief, type Fault, fault } from '../../fault.ts'
import type { Rule } from '../../rule.ts'
import { showBoth, successBefore } from '../../shared/series.ts'
import { haveSameContent, isGetOrHead } from './conditions.ts'

const REMEDY = 'Throw the error and mount problems(): the validators of the success do not survive.'

/** Errors do not carry the validators of the success. */
export const errorRules: readonly Rule[] = [
  {
    id: '9110-8.8-error-without-resource-validators-4xx',
    level: 'advice',
    rfc: '9110',
    section: '8.8',
    topic: 'conditional',
    statement: 'A 4xx does not keep the ETag of the success: it would stand for two contents.',
    status: ['4xx'],
    fields: ['etag'],
    needs: ['earlier'],
    // These may name the current state on purpose.
    applies: ({ request, response }) => isGetOrHead(request) && ![409, 412, 416, 428].includes(response.status),
    check: stale,
    remedy: REMEDY,
  },
  {
    id: '9110-8.8-error-without-resource-validators-5xx',
    level: 'advice',
    rfc: '9110',
    section: '8.8',
    topic: 'conditional',
    statement: 'A 5xx does not keep the ETag of the success: it would stand for two contents.',
    status: ['5xx'],
    fields: ['etag'],
    needs: ['earlier'],
    applies: ({ request }) => isGetOrHead(request),
    check: stale,
    remedy: REMEDY,
  },
]

function stale(exchange: ExchangeView): Fault | undefined {
  const earlier = successBefore(exchange)
  const tag = exchange.response.get('etag') ?? ''
  // An error page may be what was there before.
  if (earlier?.response.get('etag') !== tag || haveSameContent(earlier, exchange)) return undefined
  return fault(
    `The ${exchange.response.status} has the ETag ${brief(tag)} of the 200 before it, but not its content.`,
    showBoth(earlier, exchange, 'etag', 'last-modified'),
  )
}
