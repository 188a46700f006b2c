import type { ResponseView } from '../../exchange-view.ts'
import { fault, quoted } from '../../fault.ts'
import type { Rule } from '../../rule.ts'
import { asksTheSame } from '../../series.ts'

/** HEAD is GET without content (RFC 9110 §9.3.2). */
export const headRules: readonly Rule[] = [
  {
    id: '9110-9.3.2-head-no-content',
    level: 'MUST NOT',
    rfc: '9110',
    section: '9.3.2',
    topic: 'method',
    statement: 'A response to HEAD has no content, whatever its status.',
    needs: ['length'],
    applies: ({ request }) => request.method === 'HEAD',
    check: ({ request, response }) =>
      response.contentLength
        ? fault(
            `The response to HEAD has ${response.contentLength} bytes of content, and must have none, whatever its Content-Length says.`,
            `${request.line}\n${response.line}`,
          )
        : undefined,
    remedy: 'Leave HEAD to the framework and to Node, which drop the content; write none to the socket.',
  },
  {
    id: '9110-9.3.2-head-same-fields',
    level: 'SHOULD',
    rfc: '9110',
    section: '9.3.2',
    topic: 'method',
    statement:
      'HEAD is answered with the fields that GET would be answered with; only what is known with the content may be left out.',
    needs: ['earlier'],
    applies: ({ request }) => request.method === 'HEAD',
    check: (exchange) => {
      const { request, response } = exchange
      const get = exchange.before(
        (earlier) =>
          earlier.request.method === 'GET' &&
          earlier.response.status === response.status &&
          asksTheSame(earlier.request, request),
      )
      if (get === undefined) return undefined
      const evidence = (name: string): string => `GET: ${get.response.show(name)}\nHEAD: ${response.show(name)}`
      const missing = KNOWN_BEFOREHAND.find((name) => get.response.has(name) && !response.has(name))
      if (missing !== undefined)
        return fault(`The response to GET has ${quoted(missing)}, and that to HEAD has not.`, evidence(missing))
      const other = COMPARABLE.find(
        ([name, part]) => response.has(name) && get.response.has(name) && part(response) !== part(get.response),
      )
      return other && fault(`${quoted(other[0])} of the response to HEAD is not that of GET.`, evidence(other[0]))
    },
    remedy:
      'Answer HEAD by the route of GET, and let the framework drop the content; conform() keeps the fields of GET.',
  },
]

/** Fields that do not depend on the bytes of the content. */
const KNOWN_BEFOREHAND = [
  'content-type',
  'content-language',
  'location',
  'allow',
  'www-authenticate',
  'proxy-authenticate',
  'retry-after',
  'upgrade',
  'cache-control',
]

/** Fields with what of them is the same each time: no random boundary, state parameter, or remaining lifetime. */
const COMPARABLE: readonly (readonly [name: string, part: (response: ResponseView) => string | undefined])[] = [
  ['content-type', (response) => response.contentType?.essence],
  ['content-language', (response) => response.get('content-language')?.toLowerCase()],
  ['location', (response) => response.get('location')?.replace(/[?#].*$/s, '')],
  ['allow', (response) => [...response.list('allow')].sort().join(', ')],
]
