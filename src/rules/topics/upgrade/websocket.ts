import type { ExchangeView } from '../../exchange-view.ts'
import { brief, fault, quoted } from '../../fault.ts'
import { trimBlanks } from '../../grammar/lists.ts'
import type { Rule } from '../../rule.ts'
import { differOnlyIn } from '../../shared/series.ts'
import { acceptOf, faultOfHandshake, offersWebSocket } from './handshake.ts'

/** The opening handshake of WebSocket (RFC 6455 §4.2). */
export const webSocketRules: readonly Rule[] = [
  {
    id: '9110-7.8-101-semantics-preserved',
    level: 'MUST NOT',
    rfc: '9110',
    section: '7.8',
    topic: 'upgrade',
    statement: 'A server switches only to a protocol that can do what the request asks for.',
    status: [101],
    applies: switchesToWebSocket,
    // OPTIONS can be honoured by any protocol.
    check: ({ request }) =>
      request.method === 'GET' || request.method === 'OPTIONS'
        ? undefined
        : fault(
            `The request was ${brief(request.method, 20)}, which WebSocket cannot carry out, yet the server switched to it.`,
            request.line,
          ),
    remedy: "In server.on('upgrade'), refuse every method but GET.",
  },
  {
    id: '6455-4.2.1-websocket-bad-handshake-error',
    level: 'MUST',
    rfc: '6455',
    section: '4.2.1',
    topic: 'upgrade',
    statement: 'An opening handshake that is not as it has to be is answered with an error, such as 400.',
    applies: ({ request }) => offersWebSocket(request) && faultOfHandshake(request) !== undefined,
    check: ({ request, response }) =>
      response.status === 101 && response.lists('upgrade', 'websocket')
        ? fault(
            `The server accepted a wrong handshake: ${faultOfHandshake(request)}.`,
            request.show('upgrade', 'connection', 'sec-websocket-key', 'sec-websocket-version'),
          )
        : undefined,
    remedy: 'Leave the handshake to a library, such as ws, which refuses such requests with 400.',
  },
  {
    id: '6455-4.2.2-101-websocket-upgrade-value',
    level: 'MUST',
    rfc: '6455',
    section: '4.2.2',
    topic: 'upgrade',
    statement: 'A 101 to WebSocket says Upgrade: websocket and Connection: Upgrade.',
    status: [101],
    applies: ({ request }) => offersWebSocket(request) && request.list('upgrade').length === 1,
    check: ({ response }) =>
      response.get('upgrade')?.toLowerCase() === 'websocket' && response.lists('connection', 'upgrade')
        ? undefined
        : fault(
            'The 101 lacks Upgrade: websocket or Connection: Upgrade, so that clients give the connection up.',
            response.show('upgrade', 'connection'),
          ),
    remedy: "In server.on('upgrade'), write both fields into the head of the 101, or leave it to ws.",
  },
  {
    id: '6455-4.2.2-101-websocket-accept-hash',
    level: 'MUST',
    rfc: '6455',
    section: '4.2.2',
    topic: 'upgrade',
    statement: 'A 101 to WebSocket answers Sec-WebSocket-Key by the Sec-WebSocket-Accept that belongs to it.',
    status: [101],
    applies: (exchange) => switchesToWebSocket(exchange) && exchange.request.all('sec-websocket-key').length === 1,
    check: ({ request, response }) => {
      const right = acceptOf(request.all('sec-websocket-key').join())
      if (response.get('sec-websocket-accept') === right) return undefined
      return fault(
        `The 101 does not prove that the server has read the handshake: Sec-WebSocket-Accept has to be ${right}.`,
        response.show('sec-websocket-accept'),
      )
    },
    remedy: 'Take the SHA-1 of the key as sent, followed by the GUID of RFC 6455, in Base64, or leave it to ws.',
  },
  {
    id: '6455-4.2.2-101-websocket-subprotocol-offered',
    level: 'MUST NOT',
    rfc: '6455',
    section: '4.2.2',
    topic: 'upgrade',
    statement: 'A 101 to WebSocket names a subprotocol only if the client offered it, and one at most.',
    status: [101],
    fields: ['sec-websocket-protocol'],
    applies: switchesToWebSocket,
    check: ({ request, response }) => {
      // A combined value of several is none of those that were offered. Case matters, as it does to browsers.
      const chosen = response.all('sec-websocket-protocol').join(', ')
      if (request.list('sec-websocket-protocol').includes(chosen)) return undefined
      return fault(
        'Sec-WebSocket-Protocol does not name one subprotocol of those that the client offered.',
        `request: ${request.show('sec-websocket-protocol')}\nresponse: ${response.show('sec-websocket-protocol')}`,
      )
    },
    remedy: 'Choose one of the offered subprotocols (handleProtocols of ws), or leave the field out.',
  },
  {
    id: '6455-4.2.2-101-websocket-extensions-offered',
    level: 'MUST NOT',
    rfc: '6455',
    section: '4.2.2',
    topic: 'upgrade',
    statement: 'A 101 to WebSocket names only extensions that the client offered.',
    status: [101],
    fields: ['sec-websocket-extensions'],
    applies: switchesToWebSocket,
    check: ({ request, response }) => {
      const offered = new Set(request.list('sec-websocket-extensions').map(extensionName))
      const other = response.list('sec-websocket-extensions').find((one) => !offered.has(extensionName(one)))
      if (other === undefined) return undefined
      return fault(
        `The client did not offer the extension ${quoted(extensionName(other), 40)}.`,
        `request: ${request.show('sec-websocket-extensions')}\nresponse: ${response.show('sec-websocket-extensions')}`,
      )
    },
    remedy: 'Name in Sec-WebSocket-Extensions only what the request lists there, or leave it to ws.',
  },
  {
    id: '6455-4.4-websocket-bad-version-lists-versions',
    level: 'MUST',
    rfc: '6455',
    section: '4.4',
    topic: 'upgrade',
    statement: 'A handshake of a version that the server does not speak is refused with the versions that it speaks.',
    status: [400, 426],
    applies: (exchange) =>
      offersWebSocket(exchange.request) &&
      faultOfHandshake(exchange.request) === undefined &&
      exchange.request.get('sec-websocket-version') !== '13' &&
      isAboutVersion(exchange),
    check: ({ request, response }) =>
      response.has('sec-websocket-version')
        ? undefined
        : fault(
            `The ${response.status} refuses a version of WebSocket and does not say in Sec-WebSocket-Version which would do.`,
            request.show('sec-websocket-version'),
          ),
    remedy: "throw new UpgradeRequired({ protocols: ['websocket'], headers: { 'Sec-WebSocket-Version': '13' } }).",
  },
]

function switchesToWebSocket({ request, response }: ExchangeView): boolean {
  return offersWebSocket(request) && response.lists('upgrade', 'websocket')
}

/** Whether it is certain that the version is what was refused: no other reason is left. */
function isAboutVersion({ request, response, earlier }: ExchangeView): boolean {
  if (response.status === 426 && response.lists('upgrade', 'websocket')) return true
  const isOfVersion = (name: string): boolean => name === 'sec-websocket-version' || name === 'sec-websocket-key'
  return earlier.some(
    (before) =>
      before.response.status === 101 &&
      switchesToWebSocket(before) &&
      differOnlyIn(before.request, request, isOfVersion),
  )
}

function extensionName(element: string): string {
  return trimBlanks(element.replace(/;.*/, ''))
}
