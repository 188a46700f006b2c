import type { ExchangeView } from '../../exchange-view.ts'
import { fault } from '../../fault.ts'
import { isDigestOf } from '../../grammar/digests.ts'
import type { Rule } from '../../rule.ts'

const digests = { rfc: '9530', topic: 'metadata', needs: ['content'] } as const

const REMEDY = 'Compute the digest of the very bytes that are sent, after their coding, or leave the field out.'

/** Digest fields are those of what is sent. Of the algorithms SHA-256 is looked at. */
export const digestRules: readonly Rule[] = [
  {
    ...digests,
    id: '9530-2-content-digest-of-content',
    level: 'advice',
    section: '2',
    statement: 'Content-Digest is the digest of the content of this message.',
    fields: ['content-digest'],
    applies: isWhole,
    check: (exchange) => compare(exchange, 'content-digest', 'the content'),
    remedy: REMEDY,
  },
  {
    ...digests,
    id: '9530-B.10-repr-digest-of-error-4xx',
    covers: ['9530-B.10-repr-digest-of-error-5xx'],
    level: 'advice',
    section: 'B.10',
    statement: 'Repr-Digest of an error is that of the error, not of the resource.',
    status: ['4xx', '5xx'],
    fields: ['repr-digest'],
    applies: isWhole,
    check: (exchange) => compare(exchange, 'repr-digest', 'the error'),
    remedy: REMEDY,
  },
  {
    ...digests,
    id: '9530-3.1-repr-digest-of-status-report',
    level: 'MUST',
    section: '3.1',
    statement: 'Where the content tells how the request went, Repr-Digest is that of the content.',
    status: [200, 202],
    fields: ['repr-digest'],
    applies: (exchange) =>
      isWhole(exchange) &&
      ['POST', 'PUT', 'PATCH', 'DELETE'].includes(exchange.request.method) &&
      // These would say that the content is of another resource.
      !exchange.response.has('content-location') &&
      !exchange.response.has('location'),
    check: (exchange) => compare(exchange, 'repr-digest', 'the content, a report of what was done'),
    remedy: REMEDY,
  },
]

function isWhole({ mayHaveContent, response }: ExchangeView): boolean {
  return mayHaveContent && response.message.complete !== false
}

function compare({ response }: ExchangeView, field: string, of: string): ReturnType<Rule['check']> {
  const { content } = response.message
  if (content === undefined || isDigestOf(response.get(field) ?? '', content) !== false) return undefined
  const name = field === 'repr-digest' ? 'Repr-Digest' : 'Content-Digest'
  return fault(`${name} is not the SHA-256 of ${of}.`, response.show(field))
}
