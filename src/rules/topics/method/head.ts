import { bytes, fault, quoted } from '../../fault.ts'
import { listElements } from '../../grammar/lists.ts'
import { parseMediaType } from '../../grammar/media-types.ts'
import type { Rule } from '../../rule.ts'
import { asksTheSame } from '../../shared/series.ts'

/** HEAD is GET without content (RFC 9110 §9.3.2). */
export const headRules: readonly Rule[] = [
  {
    id: '9110-9.3.2-head-no-content',
    level: 'MUST NOT',
    rfc: '9110',
    section: '9.3.2',
    topic: 'method',
    statement: 'A response to HEAD has no content, whatever its status.',
    covers: ['9112-6.3-head-ends-at-headers', '9112-6.3-head-no-body'],
    applies: ({ request }) => request.method === 'HEAD',
    check: ({ request, response }) =>
      response.bytesAfterFields > 0
        ? fault(
            `The response to HEAD has content (${bytes(response.bytesAfterFields)}), which its client takes for the beginning of the next response.`,
            `${request.line}\n${response.line}`,
          )
        : undefined,
    remedy: 'Answer HEAD by the handler of GET: Node drops the content. Write none to the socket.',
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
        return fault(
          `The response to GET has ${quoted(missing)}, and the response to HEAD does not.`,
          evidence(missing),
        )
      const other = COMPARABLE.find(([name, part]) => {
        const value = get.response.get(name)
        return value !== undefined && part(value) !== part(response.get(name) ?? '')
      })
      return (
        other && fault(`${quoted(other[0])} of the response to HEAD is another than that of GET.`, evidence(other[0]))
      )
    },
    remedy: 'Answer HEAD by the route of GET, and let the framework drop the content.',
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
const COMPARABLE: readonly (readonly [name: string, part: (value: string) => string | undefined])[] = [
  ['content-type', (value) => parseMediaType(value)?.essence],
  ['content-language', (value) => value.toLowerCase()],
  ['location', (value) => value.split(/[?#]/)[0]],
  ['allow', (value) => listElements(value).sort().join()],
]
