import type { ExchangeView } from '../../exchange-view.ts'
import { brief, fault } from '../../fault.ts'
import { parseEntityTag, stronglyEqual } from '../../grammar/entity-tags.ts'
import type { Rule } from '../../rule.ts'
import { showBoth } from '../../shared/series.ts'
import { dateOf, haveSameContent, isGetOrHead, isLater, tagOf } from './conditions.ts'

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
      response.all('etag').some((tag) => tag.includes('\\'))
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
    applies: isWhole,
    check(exchange) {
      const earlier = withSameStrongTag(
        exchange,
        (candidate) =>
          codingOf(candidate) === codingOf(exchange) && isWhole(candidate) && !haveSameContent(candidate, exchange),
      )
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
    check(exchange) {
      const earlier = withSameStrongTag(exchange, (candidate) => codingOf(candidate) !== codingOf(exchange))
      if (earlier === undefined) return undefined
      return fault(
        `The same strong tag ${brief(exchange.response.get('etag') ?? '')} stands for content with another coding, or ` +
          'without one: a download that is resumed mixes their bytes.',
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
      if (!isLater(dateOf(response, 'last-modified'), response.date)) return undefined
      return fault(
        'Last-Modified lies in the future of Date: what is changed until then would go unnoticed.',
        `${response.line}\n${response.show('date', 'last-modified')}`,
      )
    },
    remedy:
      'representation(req, { body, lastModified }) sends no time in the future; by hand, send the earlier of it and now.',
  },
]

/** An earlier representation of the same target with the same strong tag, in a 200 to GET or HEAD. */
function withSameStrongTag(
  exchange: ExchangeView,
  condition: (earlier: ExchangeView) => boolean,
): ExchangeView | undefined {
  const tag = isGetOrHead(exchange.request) ? tagOf(exchange) : undefined
  if (tag === undefined) return undefined
  return exchange.before((earlier) => {
    const other = earlier.response.status === 200 && isGetOrHead(earlier.request) ? tagOf(earlier) : undefined
    return other !== undefined && stronglyEqual(other, tag) && condition(earlier)
  })
}

function codingOf({ response }: ExchangeView): string {
  return response.isCoded ? response.list('content-encoding').join().toLowerCase() : ''
}

/** Whether all of the content was sent, and seen. */
function isWhole({ request, response }: ExchangeView): boolean {
  const { content, complete } = response.message
  return request.method === 'GET' && content !== undefined && complete !== false && !request.has('range')
}
