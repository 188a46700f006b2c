import type { ExchangeView, ResponseView } from '../../exchange-view.ts'
import { fault, quoted } from '../../fault.ts'
import type { Rule } from '../../rule.ts'

/** OPTIONS (RFC 9110 §9.3.7) */
export const optionsRules: readonly Rule[] = [
  {
    id: '9110-9.3.7-200-options-lists-features',
    level: 'SHOULD',
    rfc: '9110',
    section: '9.3.7',
    topic: 'method',
    statement: 'A successful answer to OPTIONS has the fields that tell what the resource supports, above all Allow.',
    covers: ['9110-9.3.7-options-allow'],
    status: ['2xx'],
    applies: ({ request }) =>
      request.method === 'OPTIONS' && request.target !== '*' && !request.has('access-control-request-method'),
    check: (exchange) => {
      const { request, response } = exchange
      if (namesFeatures(response) || mayDescribe(exchange)) return undefined
      return fault(
        `The answer to OPTIONS says nothing of what ${quoted(request.target)} supports: it has no Allow.`,
        `${request.line}\n${response.line}`,
      )
    },
    remedy:
      "Mount problems(): it answers OPTIONS with the methods of the routes. By hand: res.set('Allow', 'GET, HEAD').",
  },
  {
    id: '9110-9.3.7-options-star',
    level: 'advice',
    rfc: '9110',
    section: '9.3.7',
    topic: 'method',
    statement: 'OPTIONS * asks about the server as a whole, so it is not answered as if "*" were a resource.',
    status: ['2xx', '4xx', '5xx'],
    applies: ({ request }) => request.method === 'OPTIONS' && request.target === '*',
    check: ({ request, response }) =>
      [404, 405, 410].includes(response.status)
        ? fault(
            `OPTIONS * asks about the server, which is there, so a ${response.status} makes no sense: 204 would do.`,
            `${request.line}\n${response.line}`,
          )
        : undefined,
    remedy: 'Mount conform(): it answers OPTIONS * before any route sees it.',
  },
  {
    id: '5789-3.1-accept-patch-on-options',
    level: 'SHOULD',
    rfc: '5789',
    section: '3.1',
    topic: 'method',
    statement: 'Where PATCH is supported, the answer to OPTIONS names the patch formats in Accept-Patch.',
    covers: ['5789-3.1-accept-patch-options'],
    status: ['2xx'],
    fields: ['allow'],
    decidedBy: 'application',
    applies: ({ request }) => request.method === 'OPTIONS' && request.target !== '*',
    check: ({ response }) =>
      response.list('allow').includes('PATCH') && !response.has('accept-patch')
        ? fault(
            'Allow lists PATCH, and no Accept-Patch says which patch formats are understood.',
            response.show('allow'),
          )
        : undefined,
    remedy: "problems({ accepts: { patch: ['application/merge-patch+json'] } }) names them in the answer to OPTIONS.",
  },
]

/** Fields that say what a resource supports; and all that begin with Accept: Accept-Patch, Accept-CH, Accept-Signature. */
const FEATURES: ReadonlySet<string> = new Set([
  'access-control-allow-methods',
  'allow',
  'dasl',
  'dav',
  'link',
  'ms-author-via',
  'public',
  'tus-version',
  'upgrade',
])

/** Content may describe the resource as well (RFC 9110 §9.3.7); what names a method or cannot be read is taken for such. */
function mayDescribe({ mayHaveContent, response }: ExchangeView): boolean {
  if (!mayHaveContent || response.contentLength === 0) return false
  return response.text === undefined || /\b(?:GET|HEAD|POST|PUT|PATCH|DELETE|QUERY)\b/.test(response.text)
}

function namesFeatures(response: ResponseView): boolean {
  for (const name of response.names()) if (FEATURES.has(name) || /^accept(?:-|$)/.test(name)) return true
  return false
}
