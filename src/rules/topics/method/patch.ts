import { fault, quoted } from '../../fault.ts'
import { parseMediaType } from '../../grammar/media-types.ts'
import type { Rule } from '../../rule.ts'

/** PATCH and Accept-Patch (RFC 5789) */
export const patchRules: readonly Rule[] = [
  {
    id: '5789-2.2-accept-patch',
    level: 'SHOULD',
    rfc: '5789',
    section: '2.2',
    topic: 'method',
    statement: 'A 415 that refuses the format of a patch names the formats that are understood in Accept-Patch.',
    status: [415],
    decidedBy: 'application',
    // With a content coding it may be the coding that is refused.
    applies: ({ request }) => request.method === 'PATCH' && !request.has('content-encoding'),
    check: ({ response }) =>
      response.has('accept-patch')
        ? undefined
        : fault('The 415 to PATCH has no Accept-Patch that says which formats would be understood.', response.line),
    remedy: "throw new UnsupportedMediaType({ acceptPatch: ['application/merge-patch+json'] }).",
  },
  {
    id: '5789-3.1-accept-patch-grammar',
    level: 'MUST NOT',
    rfc: '5789',
    section: '3.1',
    topic: 'method',
    statement: 'Accept-Patch is a list of at least one media type, each with its type, subtype and parameters.',
    fields: ['accept-patch'],
    check: ({ response }) => {
      const types = response.list('accept-patch')
      if (types.length === 0)
        return fault('Accept-Patch is empty, and has to name a media type.', response.show('accept-patch'))
      const wrong = types.find((text) => parseMediaType(text) === undefined)
      return wrong === undefined
        ? undefined
        : fault(`Accept-Patch lists media types, and ${quoted(wrong)} is not one.`, response.show('accept-patch'))
    },
    remedy: "throw new UnsupportedMediaType({ acceptPatch: ['application/merge-patch+json'] }).",
  },
  {
    id: '5789-3.1-accept-patch-no-ranges',
    level: 'advice',
    rfc: '5789',
    section: '3.1',
    topic: 'method',
    statement: 'Accept-Patch names media types, neither ranges such as */* nor weights.',
    fields: ['accept-patch'],
    check: ({ response }) => {
      const wrong = response.list('accept-patch').find((text) => {
        const type = parseMediaType(text)
        return type?.essence.includes('*') === true || type?.parameters.some(({ name }) => name === 'q') === true
      })
      return wrong === undefined
        ? undefined
        : fault(
            `Accept-Patch says which patch formats there are, and ${quoted(wrong)} is a range or a wish.`,
            response.show('accept-patch'),
          )
    },
    remedy: "throw new UnsupportedMediaType({ acceptPatch: ['application/merge-patch+json'] }).",
  },
  {
    id: '5789-3.1-accept-patch-implies',
    level: 'advice',
    rfc: '5789',
    section: '3.1',
    topic: 'method',
    statement: 'Accept-Patch says that PATCH is allowed, so it is sent only where it is.',
    fields: ['accept-patch'],
    check: (exchange) => {
      const { response } = exchange
      const { status } = response
      if (response.has('allow') && !response.list('allow').includes('PATCH'))
        return fault(
          'Accept-Patch says that PATCH works here, and Allow does not list it.',
          response.show('allow', 'accept-patch'),
        )
      return (status === 405 || status === 501) && exchange.request.method === 'PATCH'
        ? fault(
            `Accept-Patch says that PATCH works here, and the ${status} that it does not.`,
            `${response.line}\n${response.show('accept-patch')}`,
          )
        : undefined
    },
    remedy: 'Send Accept-Patch for resources with a route for PATCH only, and list PATCH in Allow there.',
  },
]
