import type { ExchangeView, RequestView } from '../../exchange-view.ts'
import { type Fault, fault, quoted } from '../../fault.ts'
import type { Rule } from '../../rule.ts'
import { isLongerThanAny, isMadeUp, isSuccess } from '../../shared/methods.ts'
import { fromSameClient, sameBefore } from '../../shared/series.ts'

const REMEDY_501 =
  "throw new NotImplemented(). Node refuses methods that it does not know before any handler runs: in server.on('clientError'), answer HPE_INVALID_METHOD with 501."

/** What a server answers to methods that it does not know, and to those that fit other resources only. */
export const supportRules: readonly Rule[] = [
  {
    id: '9110-9.1-501-unknown-method',
    level: 'SHOULD',
    rfc: '9110',
    section: '9.1',
    topic: 'method',
    statement: 'A method that the server does not know, or implements for no resource, is answered with 501.',
    covers: ['9110-9.1-501-unknown'],
    applies: ({ request }) => isMadeUp(request.method),
    check: (exchange) => not501(exchange, 'is no method that a server knows'),
    remedy: REMEDY_501,
  },
  {
    id: '9112-3-501-long-method',
    level: 'SHOULD',
    rfc: '9112',
    section: '3',
    topic: 'method',
    statement: 'A method that is longer than every one that the server implements is answered with 501.',
    applies: ({ request }) => isLongerThanAny(request.method),
    check: (exchange) => not501(exchange, 'is longer than any method there is'),
    remedy: REMEDY_501,
  },
  {
    id: '9110-9.1-405-known-method',
    level: 'SHOULD',
    rfc: '9110',
    section: '9.1',
    topic: 'method',
    statement:
      'A method that the server implements, but not for the target resource, is answered with 405, not with 404.',
    covers: ['9110-9.1-405-known'],
    status: [404],
    needs: ['earlier'],
    // With content, a 404 may be about something that the content names.
    applies: ({ request }) => WRITING.includes(request.method) && !hasContent(request),
    check: (exchange) => {
      const { request, response } = exchange
      const get = sameBefore(
        exchange,
        (earlier) => earlier.request.method === 'GET' && isSuccess(earlier),
        isOneClients,
      )
      // Without it, the 404 may hide what the client has no right to do (RFC 9110 §15.5.5).
      const refusal = sameBefore(exchange, tellsMethods, isOneClients)
      if (get === undefined || refusal === undefined || refusal.response.list('allow').includes(request.method))
        return undefined
      return fault(
        `There is something at ${quoted(request.target)}, as the GET before showed, and Allow does not list ${request.method}: so 405 would be right, not 404.`,
        [get.request, get.response, refusal.request, refusal.response].map(({ line }) => line).join('\n') +
          `\n${refusal.response.show('allow')}\n${request.line}\n${response.line}`,
      )
    },
    remedy: 'Mount problems() after the routes: it answers 405 with the methods of the routes that have the path.',
  },
  {
    id: '9110-9.1-get-and-head-supported',
    level: 'MUST',
    rfc: '9110',
    section: '9.1',
    topic: 'method',
    statement: 'A general-purpose server supports GET and HEAD: where GET works, HEAD is not answered with 501.',
    covers: ['9110-9.1-get-head'],
    status: [501],
    needs: ['earlier'],
    // 404 and 405 speak of one resource; only 501 says that the server has no HEAD (or no such content).
    applies: ({ request }) => request.method === 'HEAD' && !hasContent(request),
    check: (exchange) => {
      const { request, response } = exchange
      const get = exchange.before(
        (earlier) => earlier.request.method === 'GET' && isSuccess(earlier) && fromSameClient(earlier.request, request),
      )
      if (get === undefined) return undefined
      return fault(
        `GET of ${quoted(request.target)} works, and 501 says that the server has no HEAD for any resource.`,
        `${get.request.line}\n${get.response.line}\n${request.line}\n${response.line}`,
      )
    },
    remedy: 'Let the route answer HEAD as well. Express and @koa/router do so by themselves for routes of GET.',
  },
]

const WRITING = ['POST', 'PUT', 'PATCH', 'DELETE']

function isOneClients(one: RequestView, other: RequestView): boolean {
  return one.target === other.target && fromSameClient(one, other)
}

/** Whether Allow tells which methods the target supports. */
function tellsMethods(exchange: ExchangeView): boolean {
  const { request, response } = exchange
  return response.has('allow') && (response.status === 405 || (request.method === 'OPTIONS' && isSuccess(exchange)))
}

function hasContent(request: RequestView): boolean {
  return (
    Boolean(request.message.contentLength) ||
    request.has('transfer-encoding') ||
    request.has('content-type') ||
    (request.get('content-length') ?? '0') !== '0'
  )
}

/** Statuses that a server chooses after it has looked at the method, or in place of looking at it. */
function not501(exchange: ExchangeView, why: string): Fault | undefined {
  const { request, response } = exchange
  const { status } = response
  const hasHost = request.version !== '1.1' || request.all('host').length === 1
  const isWrong =
    isSuccess(exchange) ||
    status === 405 ||
    status === 500 ||
    (status === 400 && hasHost) ||
    (status === 404 && exchange.before(isSuccess) !== undefined)
  return isWrong
    ? fault(
        `${quoted(request.method)} ${why}, so 501 would be right, not ${status}.`,
        `${request.line}\n${response.line}`,
      )
    : undefined
}
