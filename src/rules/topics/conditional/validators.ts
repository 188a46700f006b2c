import type { ExchangeView } from '../../exchange-view.ts'
import { brief, fault } from '../../fault.ts'
import { parseHttpDate } from '../../grammar/dates.ts'
import { parseEntityTag, stronglyEqual } from '../../grammar/entity-tags.ts'
import type { Rule } from '../../rule.ts'
import { showBoth } from '../../shared/series.ts'
import { isGetOrHead, tagOf } from './conditions.ts'

/** ETag and Last-Modified say what they are for. */
export const validatorRules: readonly Rule[] = [
  {
    id: '9110-8.8.3-etag-syntax',
    level: 'MUST NOT',
    rfc: '9110',
    section: '8.8.3',
    topic: 'conditional',
    statement: 'An ETag is one string in double quotes, which may have W/ in front.',
    fields: ['etag'],
    check({ response }) {
      const [value = '', ...others] = response.all('etag')
      if (others.length === 0 && parseEntityTag(value) !== undefined) return undefined
      const what = others.length === 0 ? `The ETag ${brief(value)} is wrong` : `There are ${others.length + 1} ETags`
      return fault(
        `${what}: an ETag is one string in double quotes such as "v1" or W/"v1", without spaces and quotes in it.`,
        `${response.line}\n${response.show('etag')}`,
      )
    },
    remedy:
      "Put the tag in double quotes: res.set('ETag', '\"v1\"'); representation() and notModified() refuse any other.",
  },
  {
    id: '9110-8.8.3-etag-no-backslash',
    level: 'advice',
    rfc: '9110',
    section: '8.8.3',
    topic: 'conditional',
    statement: 'Backslashes are kept out of entity tags, as some recipients take them for escapes.',
    fields: ['etag'],
    decidedBy: 'application',
    check: ({ response }) =>
      response.get('etag')?.includes('\\')
        ? fault('Some recipients remove the backslash from the tag, and then it never matches.', response.show('etag'))
        : undefined,
    remedy: 'Make entity tags of letters and digits, as hex and base64url do.',
  },
  {
    id: '9110-8.8.3-etag-weak-when-not-strong',
    level: 'MUST',
    rfc: '9110',
    section: '8.8.3',
    topic: 'conditional',
    statement: 'An entity tag that stands for contents with different bytes is marked as weak with W/.',
    status: [200],
    fields: ['etag'],
    needs: ['earlier', 'content'],
    decidedBy: 'application',
    applies: (exchange) =>
      sharesStrongTag(exchange, (earlier) => hasCoding(earlier) === hasCoding(exchange)) !== undefined,
    check(exchange) {
      const earlier = sharesStrongTag(exchange, (candidate) => {
        return hasCoding(candidate) === hasCoding(exchange) && haveOtherBytes(candidate, exchange)
      })
      if (earlier === undefined) return undefined
      return fault(
        `Two contents with different bytes have the same strong tag ${brief(exchange.response.get('etag') ?? '')}: ` +
          'caches and downloads mix them up.',
        showBoth(earlier, exchange, 'etag', 'content-length', 'content-type'),
      )
    },
    remedy: 'Make the tag of the bytes that are sent (a hash), or mark it as weak: W/"…".',
  },
  {
    id: '9110-8.8.3.3-etag-coding-distinct',
    level: 'advice',
    rfc: '9110',
    section: '8.8.3.3',
    topic: 'conditional',
    statement: 'Content with a content coding has another strong entity tag than without.',
    status: [200],
    fields: ['etag'],
    needs: ['earlier'],
    decidedBy: 'application',
    applies: (exchange) => sharesStrongTag(exchange, () => true) !== undefined,
    check(exchange) {
      const earlier = sharesStrongTag(exchange, (candidate) => hasCoding(candidate) !== hasCoding(exchange))
      if (earlier === undefined) return undefined
      return fault(
        `The same strong tag ${brief(exchange.response.get('etag') ?? '')} stands for content with and without a coding: ` +
          'a download that is resumed mixes their bytes.',
        showBoth(earlier, exchange, 'etag', 'content-encoding'),
      )
    },
    remedy: 'Mark the tag as weak (W/"…") where middleware compresses, or append the coding to it.',
  },
  {
    id: '9110-8.8.2.1-last-modified-not-future',
    level: 'MUST NOT',
    rfc: '9110',
    section: '8.8.2.1',
    topic: 'conditional',
    statement: 'Last-Modified is never later than Date; a time in the future is replaced by that of the message.',
    covers: ['9110-8.8.2.1-last-modified-future-replaced'],
    fields: ['last-modified'],
    applies: ({ response }) => response.has('date'),
    check({ response }) {
      const modified = parseHttpDate(response.get('last-modified') ?? '')
      const { date } = response
      if (modified === undefined || date === undefined || modified <= date) return undefined
      return fault(
        'Last-Modified lies in the future of Date: what is changed until then would go unnoticed.',
        `${response.line}\n${response.show('date', 'last-modified')}`,
      )
    },
    remedy:
      'representation(req, { body, lastModified }) sends no time in the future; by hand, send the earlier of it and now.',
  },
]

/** An earlier representation of the same target with the same strong tag, in a complete 200 to GET. */
function sharesStrongTag(
  exchange: ExchangeView,
  condition: (earlier: ExchangeView) => boolean,
): ExchangeView | undefined {
  const tag = isGetOrHead(exchange.request) ? tagOf(exchange) : undefined
  if (tag === undefined || tag.weak) return undefined
  return exchange.before((earlier) => {
    const { request, response } = earlier
    if (response.status !== 200 || !isGetOrHead(request)) return false
    if (request.get('host') !== exchange.request.get('host')) return false
    const other = tagOf(earlier)
    return other !== undefined && stronglyEqual(other, tag) && condition(earlier)
  })
}

function hasCoding({ response }: ExchangeView): string {
  return response.list('content-encoding').join().toLowerCase()
}

function haveOtherBytes(one: ExchangeView, other: ExchangeView): boolean {
  if (!isWhole(one) || !isWhole(other)) return false
  const a = one.response.message.content
  const b = other.response.message.content
  if (a === undefined || b === undefined) return false
  return a.length !== b.length || a.some((byte, at) => byte !== b[at])
}

function isWhole({ request, response }: ExchangeView): boolean {
  return request.method === 'GET' && response.message.complete !== false && !request.has('range')
}
