import { fault } from '../../fault.ts'
import { parseEntityTag } from '../../grammar/entity-tags.ts'
import type { Rule } from '../../rule.ts'
import { showBoth } from '../../shared/series.ts'
import { isMultipart, sameBytesOf, wholeOf } from './parts.ts'

/** What a 206 has of the fields of the 200. */
export const partialFieldsRules: readonly Rule[] = [
  keeps('date', 'Date'),
  keeps('cache-control', 'Cache-Control'),
  keeps('etag', 'ETag'),
  keeps('expires', 'Expires'),
  keeps('content-location', 'Content-Location'),
  keeps('vary', 'Vary'),
  {
    id: '9110-15.3.7-206-no-if-range-all-fields',
    level: 'MUST',
    rfc: '9110',
    section: '15.3.7',
    topic: 'range',
    statement:
      'A 206 to a request without If-Range has all fields about the representation that the 200 would have had.',
    status: [206],
    needs: ['earlier'],
    decidedBy: 'application',
    applies: ({ request }) => !request.has('if-range'),
    check(exchange) {
      const whole = sameBytesOf(exchange) ?? wholeOf(exchange)
      if (whole === undefined) return undefined
      const missing = METADATA.filter((name) => whole.response.has(name) && !exchange.response.has(name))
      return missing.length === 0
        ? undefined
        : fault(
            `The 200 has ${missing.join(', ')} and the 206 does not: a client that has only the part can't know what it is a part of.`,
            showBoth(whole, exchange, ...missing),
          )
    },
    remedy: 'Answer with representation(req, { body, type, etag, lastModified, headers }): 200 and 206 get the same.',
  },
  {
    id: '9110-15.3.7-206-if-range-minimal-fields',
    level: 'SHOULD NOT',
    rfc: '9110',
    section: '15.3.7',
    topic: 'range',
    statement: 'A 206 to a request with If-Range leaves out what the client has already: languages and Last-Modified.',
    status: [206],
    applies: ({ request }) => request.has('range') && parseEntityTag(request.get('if-range') ?? '') !== undefined,
    check({ request, response }) {
      const superfluous = SUPERFLUOUS.filter((name) => response.has(name))
      return superfluous.length === 0
        ? undefined
        : fault(
            `By If-Range the client has the rest of this representation, and ${superfluous.join(' and ')} with it.`,
            [request.line, request.show('range', 'if-range'), response.line, response.show(...superfluous)].join('\n'),
          )
    },
    remedy: 'Answer with representation(): it leaves them out where the request has If-Range.',
  },
  {
    id: '9110-15.3.7.2-206-multi-no-top-content-range',
    level: 'MUST NOT',
    rfc: '9110',
    section: '15.3.7.2',
    topic: 'range',
    statement: 'A 206 with several parts has Content-Range in its parts, not in its own fields.',
    status: [206],
    applies: isMultipart,
    check: ({ response }) =>
      response.has('content-range')
        ? fault(
            'Content-Range beside multipart/byteranges makes clients take all parts, with their heads, for that range.',
            `${response.line}\n${response.show('content-type', 'content-range')}`,
          )
        : undefined,
    remedy: 'Answer with representation(): it puts Content-Range where it belongs.',
  },
]

const METADATA = ['content-type', 'content-encoding', 'content-language', 'last-modified']
const SUPERFLUOUS = ['content-language', 'last-modified']

function keeps(lowerName: string, name: string): Rule {
  return {
    id: `9110-15.3.7-206-keeps-${lowerName}`,
    level: 'MUST',
    rfc: '9110',
    section: '15.3.7',
    topic: 'range',
    statement: `A 206 has the ${name} that the 200 would have had.`,
    status: [206],
    needs: ['earlier'],
    decidedBy: 'application',
    applies: (exchange) => wholeOf(exchange)?.response.has(lowerName) === true,
    check(exchange) {
      const whole = exchange.response.has(lowerName) ? undefined : wholeOf(exchange)
      if (whole === undefined) return undefined
      return fault(
        `The 200 has ${name} and the 206 does not, so caches can't add its part to what they have.`,
        showBoth(whole, exchange, lowerName),
      )
    },
    remedy: 'Answer with representation(req, { body, etag, cacheControl, … }): 200 and 206 get the same fields.',
  }
}
