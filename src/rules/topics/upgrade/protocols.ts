import type { FieldsView } from '../../exchange-view.ts'
import { fault } from '../../fault.ts'
import type { Rule } from '../../rule.ts'

/** Upgrade (RFC 9110 §7.8): who offers, who chooses. */
export const protocolRules: readonly Rule[] = [
  {
    id: '9110-7.8-101-upgrade-in-connection',
    level: 'MUST',
    rfc: '9110',
    section: '7.8',
    topic: 'upgrade',
    statement: 'Whoever sends Upgrade also lists it in Connection.',
    fields: ['upgrade'],
    applies: ({ response }) => response.version.startsWith('1.'),
    check: ({ response }) =>
      response.lists('connection', 'upgrade')
        ? undefined
        : fault(
            'The response has Upgrade, but Connection does not list it: a proxy would pass it on as its own.',
            response.show('upgrade', 'connection'),
          ),
    remedy: "throw new UpgradeRequired({ protocols: ['websocket'] }), or send Connection: Upgrade beside Upgrade.",
  },
  {
    id: '9110-7.8-101-only-offered-protocol',
    level: 'MUST NOT',
    rfc: '9110',
    section: '7.8',
    topic: 'upgrade',
    statement: 'A server switches only to a protocol that the Upgrade of the request offers.',
    status: [101],
    applies: ({ response }) => response.version.startsWith('1.'),
    check: ({ request, response }) => {
      const offered = new Set(protocolNames(request))
      const chosen = protocolNames(response)
      // Layers below or above the one that was asked for may be named as well.
      if (offered.size > 0 && (chosen.length === 0 || chosen.some((name) => offered.has(name)))) return undefined
      return fault(
        offered.size === 0
          ? 'The server switched protocols, though the request offered none in Upgrade.'
          : 'The server switched to a protocol that the request did not offer.',
        `request: ${request.show('upgrade')}\nresponse: ${response.show('upgrade')}`,
      )
    },
    remedy: "In server.on('upgrade'), look at req.headers.upgrade before you answer.",
  },
  {
    id: '9110-7.8-101-not-for-http10',
    level: 'MUST',
    rfc: '9110',
    section: '7.8',
    topic: 'upgrade',
    statement: 'Upgrade in a request of HTTP/1.0 is ignored.',
    applies: ({ request }) => request.version === '1.0' && request.has('upgrade'),
    check: ({ request, response }) =>
      response.status === 101
        ? fault('A request of HTTP/1.0 cannot ask for another protocol, yet the server switched.', request.line)
        : undefined,
    remedy: "In server.on('upgrade'), refuse requests whose req.httpVersion is '1.0'.",
  },
  {
    id: '9110-7.8-100-before-101',
    level: 'MUST',
    rfc: '9110',
    section: '7.8',
    topic: 'upgrade',
    statement: 'Where a request expects 100-continue and offers Upgrade, the 100 comes before the 101.',
    status: [101],
    needs: ['interim'],
    // Without content there is nothing to go on with, and the 100 may be left out (§10.1.1).
    applies: ({ request }) =>
      request.version === '1.1' &&
      request.lists('expect', '100-continue') &&
      (request.has('transfer-encoding') || Number(request.get('content-length')) > 0),
    check: ({ request, interim }) =>
      interim.some(({ status }) => status === 100)
        ? undefined
        : fault(
            'The client holds its content back until a 100 comes, yet the 101 came without one.',
            request.show('expect', 'upgrade'),
          ),
    remedy: "In server.on('upgrade'), write HTTP/1.1 100 Continue before the head of the 101.",
  },
]

function protocolNames(message: FieldsView): string[] {
  return message.list('upgrade').map((protocol) => protocol.replace(/\/.*/, '').toLowerCase())
}
