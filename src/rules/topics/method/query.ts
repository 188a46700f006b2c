import { fault, quoted } from '../../fault.ts'
import { parseMediaType } from '../../grammar/media-types.ts'
import { parseList } from '../../grammar/structured-fields.ts'
import type { Rule } from '../../rule.ts'

/** QUERY (RFC 10008) */
export const queryRules: readonly Rule[] = [
  {
    id: '10008-2-query-content-type-required',
    level: 'MUST',
    rfc: '10008',
    section: '2',
    topic: 'method',
    statement: 'A QUERY without Content-Type fails.',
    covers: ['query-2-content-type'],
    status: ['2xx'],
    applies: ({ request }) => request.method === 'QUERY',
    check: ({ request, response }) =>
      request.has('content-type')
        ? undefined
        : fault(
            `The QUERY does not say in Content-Type what it is written in, and is answered with ${response.status} as if it did.`,
            `${request.line}\n${response.line}`,
          ),
    remedy: "Check it first: if (!req.get('Content-Type')) throw new BadRequest('A QUERY needs a Content-Type').",
  },
  {
    id: '10008-2.1-query-inconsistent-4xx',
    level: 'MUST',
    rfc: '10008',
    section: '2.1',
    topic: 'method',
    statement: 'A QUERY whose content and fields do not fit together is refused with a 4xx.',
    covers: ['query-2.1-inconsistent-4xx'],
    status: ['4xx', 500],
    applies: ({ request }) => request.method === 'QUERY' && !request.has('content-type'),
    check: ({ request, response }) =>
      response.status === 500
        ? fault(
            'A QUERY without Content-Type is a fault of the client, so a 4xx would be right, not 500.',
            `${request.line}\n${response.line}`,
          )
        : undefined,
    remedy: "Check it first: if (!req.get('Content-Type')) throw new BadRequest('A QUERY needs a Content-Type').",
  },
  {
    id: '10008-2.6-query-conditional',
    level: 'advice',
    rfc: '10008',
    section: '2.6',
    topic: 'method',
    statement: 'A QUERY is conditional as a GET is: if its result did not change, the answer is 304, not 412.',
    status: [412],
    applies: ({ request }) => request.method === 'QUERY',
    check: ({ request, response }) =>
      request.has('if-match') || request.has('if-unmodified-since') || !request.has('if-none-match')
        ? undefined
        : fault(
            'The QUERY asks for results only if they changed. If they did not, the answer is 304, as for a GET.',
            `${request.show('if-none-match')}\n${response.line}`,
          ),
    remedy: 'return send(res, notModified({ etag })) where the tag of the result is in If-None-Match.',
  },
  {
    id: '10008-3-accept-query-structured',
    level: 'MUST',
    rfc: '10008',
    section: '3',
    topic: 'method',
    statement:
      'Accept-Query is a structured list of media ranges, each a token or a string; its syntax is not that of Accept.',
    covers: ['query-3-accept-query-sf'],
    fields: ['accept-query'],
    check: ({ response }) => {
      const members = parseList(response.get('accept-query') ?? '')
      if (members === undefined)
        return fault('Accept-Query is not a structured list (RFC 9651).', response.show('accept-query'))
      for (const member of members) {
        if (member.type !== 'token' && member.type !== 'string')
          return fault(
            `Accept-Query lists media ranges as tokens or strings, not as ${member.type}.`,
            response.show('accept-query'),
          )
        const range = parseMediaType(member.value)
        if (range?.essence !== member.value.toLowerCase() || (range.type === '*' && range.subtype !== '*'))
          return fault(
            `${quoted(member.value)} is not a media range; parameters follow it and are no part of it.`,
            response.show('accept-query'),
          )
      }
      return undefined
    },
    remedy: "problems({ accepts: { query: ['application/sql;charset=utf-8'] } }) writes it in the answer to OPTIONS.",
  },
]
