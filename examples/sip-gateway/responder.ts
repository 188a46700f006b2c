import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import type { Endpoint } from './messages.ts'

/** A SIP server for those who have none: its users do always the same. */
export interface Responder extends Endpoint {
  /** The methods that came, in order, each with who was called. */
  readonly received: readonly string[]
  close(): Promise<void>
}

/** What comes back when somebody is called: responses, each with the fields that it has beyond the usual ones. */
const users: ReadonlyMap<string, readonly string[]> = new Map([
  ['bob', ['180 Ringing', '200 OK']],
  ['busy', ['100 Trying', '486 Busy Here\r\nRetry-After: 120 (in a meeting);duration=3600']],
  ['away', ['480 Temporarily Unavailable']],
  ['moved', ['302 Moved Temporarily\r\nContact: <sip:private@192.0.2.9>']],
  ['shy', ['180 Ringing', '603 Decline']],
  // The phone rings, and nobody comes.
  ['ringing', ['180 Ringing']],
  // Not even that.
  ['silent', []],
])

/** Starts a responder on loopback. Not made for more than examples and tests: it has no state and trusts who calls. */
export async function startResponder(port = 0): Promise<Responder> {
  const socket = createSocket('udp4')
  const received: string[] = []
  socket.on('message', (bytes, from) => {
    const request = bytes.toString()
    const [, method = '', user = ''] = /^([A-Z]+) sips?:([\w.+-]+)@/.exec(request) ?? []
    received.push(`${method} ${user}`)
    for (const response of responsesTo(method, user)) {
      const reply =
        method === 'CANCEL' && !response.startsWith('200')
          ? request.replace(/^(CSeq: .*) CANCEL/m, '$1 INVITE')
          : request
      socket.send(responseText(response, reply, socket.address()), from.port, from.address)
    }
  })
  socket.bind(port, '127.0.0.1')
  await once(socket, 'listening')
  return {
    address: '127.0.0.1',
    port: socket.address().port,
    received,
    async close() {
      socket.close()
      await once(socket, 'close')
    },
  }
}

function responsesTo(method: string, user: string): readonly string[] {
  if (method === 'INVITE') return users.get(user) ?? ['404 Not Found']
  // RFC 3261 §9.2: the cancelled INVITE gets its own final response.
  if (method === 'CANCEL') return ['200 OK', '487 Request Terminated']
  return method === 'ACK' ? [] : ['200 OK']
}

// RFC 3261 §8.2.6: a response repeats what tells whose it is, and adds a tag of its own.
function responseText(response: string, request: string, { port }: { readonly port: number }): string {
  const [head = ''] = request.split('\r\n\r\n')
  const repeated = head.split('\r\n').filter((line) => /^(?:Via|From|To|Call-ID|CSeq):/i.test(line))
  const lines = repeated.map((line) => (/^To:/i.test(line) && !line.includes(';tag=') ? `${line};tag=here` : line))
  const contact = /^2/.test(response) ? [`Contact: <sip:answered@127.0.0.1:${port}>`] : []
  return `${[`SIP/2.0 ${response}`, ...lines, ...contact, 'Content-Length: 0'].join('\r\n')}\r\n\r\n`
}
