import type { RequestView } from '../../exchange-view.ts'
import { fault } from '../../fault.ts'
import { parseHttpDate, parseObsoleteDate } from '../../grammar/dates.ts'
import { parseUri } from '../../grammar/uris.ts'
import type { Rule } from '../../rule.ts'
import { sameBefore, showBoth } from '../../shared/series.ts'

/** More than this nobody has to take (RFC 9110 §5.4); servers differ, but with less it is not the size. */
const OVERSIZED = 8000

/** How requests have to be understood, where the response shows that they were not. */
export const requestRules: readonly Rule[] = [
  {
    id: '9110-5.4-oversized-fields-4xx',
    level: 'MUST',
    rfc: '9110',
    section: '5.4',
    topic: 'syntax',
    statement:
      'Request fields that are larger than the server wants to process are refused with a 4xx, not with a 5xx.',
    status: ['4xx', 500, 502],
    needs: ['earlier'],
    applies: ({ request }) => sizeOf(request) > OVERSIZED,
    check: (exchange) => {
      const { request, response } = exchange
      if (response.status < 500) return undefined
      const answered = exchange.before((earlier) => {
        return (
          earlier.request.method === request.method &&
          earlier.response.status < 400 &&
          sizeOf(earlier.request) < OVERSIZED
        )
      })
      if (answered === undefined) return undefined
      return fault(
        `With ${sizeOf(request)} bytes of fields the request fails with ${response.status}; with less it did not. 431 says why.`,
        `${answered.response.line}\n${response.line}`,
      )
    },
    remedy: 'Node answers 431 beyond maxHeaderSize; give a gateway in front a lower limit than its backends have.',
  },
  {
    id: '9110-5.6.7-ims-all-date-formats',
    level: 'MUST',
    rfc: '9110',
    section: '5.6.7',
    topic: 'syntax',
    statement: 'A date in a request is understood in the two obsolete forms too.',
    status: [200, 304],
    needs: ['earlier'],
    applies: ({ request }) =>
      (request.method === 'GET' || request.method === 'HEAD') &&
      request.has('if-modified-since') &&
      !request.has('if-none-match'),
    check: (exchange) => {
      const { request, response } = exchange
      const modified = parseHttpDate(response.get('last-modified') ?? '')
      if (response.status !== 200 || modified === undefined || response.date === undefined) return undefined
      const since = parseObsoleteDate(request.get('if-modified-since') ?? '', response.date)
      if (since === undefined || since < modified || since > response.date) return undefined
      const understood = sameBefore(exchange, (earlier) => {
        return (
          earlier.response.status === 304 && parseHttpDate(earlier.request.get('if-modified-since') ?? '') === since
        )
      })
      if (understood === undefined) return undefined
      return fault(
        'The date of If-Modified-Since gets 304 in the form of today, but not in an obsolete form, which servers still have to read.',
        `${request.show('if-modified-since')}\n${showBoth(understood, exchange, 'last-modified')}`,
      )
    },
    remedy: 'preconditions(request, validators) and representation() read all three forms.',
  },
  {
    id: '9112-3.2.2-redirect-uses-absolute-form-host',
    level: 'MUST',
    rfc: '9112',
    section: '3.2.2',
    topic: 'syntax',
    statement: 'Where the target of a request is an absolute URI, its host counts and not Host, also for Location.',
    status: [201, '3xx'],
    fields: ['location'],
    applies: ({ request }) => authorityOf(request.target) !== undefined,
    check: ({ request, response }) => {
      const target = authorityOf(request.target)
      // Any other host might be where the server wants its clients to be; no server is under .invalid (RFC 6761 §6.4).
      const host = request
        .all('host')
        .find((each) => /\.invalid(?::[0-9]*)?$/i.test(each))
        ?.toLowerCase()
      const isNamed = response.all('location').some((location) => authorityOf(location) === host)
      if (host === undefined || !isNamed || target === host) return undefined
      return fault(
        `Location names the host of the field Host, which does not count here: the target names ${target}.`,
        `${request.line}\n${request.show('host')}\n${response.show('location')}`,
      )
    },
    remedy:
      "Redirect to a path, as seeOther('/orders/43') does; or take the host from the configuration, never from Host.",
  },
]

function sizeOf(request: RequestView): number {
  return request.lines.reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0)
}

/** Host and port of an absolute URI, in lower case. */
function authorityOf(uri: string): string | undefined {
  return parseUri(uri)?.authority?.toLowerCase()
}
