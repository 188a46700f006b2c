import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { parseUpgrade } from '../../src/headers/index.ts'
import { type HttpProblem, MethodNotAllowed, UpgradeRequired } from '../../src/problems/index.ts'
import { withoutStack } from '../../src/problems/internal.ts'
import type { Settings } from '../node/settings.ts'
import { type NodeResponse, write } from '../node/write.ts'
import { afterResponses } from './after-responses.ts'
import { faultOf } from './request-faults.ts'
import { answerSocket } from './socket-answer.ts'
import type { Connection } from './types.ts'

/** What CONNECT gets, which is for proxies: no target of ours has it (RFC 9110 §9.3.6, §15.5.6). Node would cut the socket. */
export function noTunnel(req: IncomingMessage): HttpProblem {
  return (
    faultOf(req) ?? withoutStack(() => new MethodNotAllowed({ allow: [], detail: 'This server opens no tunnels.' }))
  )
}

/** Answers a request for another protocol, for which Node has no response object on HTTP/1. */
export function refuseTunnel(
  settings: Settings<IncomingMessage>,
  req: IncomingMessage,
  target: Duplex | NodeResponse,
  problem: HttpProblem,
): void {
  if ('setHeader' in target) {
    void settings.answer(problem, req, req, target, (reply) => write(target, reply))
    return
  }
  target.on('error', () => {})
  const stop = attend(target)
  afterResponses(target, (mayAnswer) => {
    stop()
    if (mayAnswer) answerSocket(settings, target, problem, { thrown: problem, method: req.method ?? 'GET', req })
    else target.destroy()
  })
}

/** What a request gets that asks to upgrade to nothing that is on offer (RFC 9110 §7.8, §15.5.22). */
export function unwantedUpgrade(req: IncomingMessage, offered: readonly string[] | undefined): HttpProblem | undefined {
  if (offered === undefined || !asksForUpgrade(req)) return undefined
  const asked = parseUpgrade(req.headers.upgrade ?? '') ?? []
  // What is no protocol is no wish.
  if (asked.length === 0) return undefined
  if (asked.some((one) => offered.some((protocol) => protocol.toLowerCase() === one.toLowerCase()))) return undefined
  return withoutStack(() => new UpgradeRequired({ protocols: offered as [string, ...string[]] }))
}

/**
 * Whether requests are lost behind one whose wish to upgrade is ignored: Node's parser takes what came with it for the other
 * protocol and drops it, so that later answers would go to the wrong requests.
 */
export function losesNext(req: IncomingMessage): boolean {
  const { headers, httpVersionMajor, socket } = req
  if (httpVersionMajor > 1 || !wantsUpgrade(req)) return false
  // What follows content comes in a packet that is not here yet.
  if (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0) return true
  const packet = (socket as Connection).parser?.getCurrentBuffer?.()
  return packet === undefined || packet.length < 4 || packet.indexOf('\r\n\r\n') !== packet.length - 4
}

/** RFC 9110 §7.8: in HTTP/1.1 only, and with both fields. */
function asksForUpgrade(req: IncomingMessage): boolean {
  return req.httpVersion === '1.1' && wantsUpgrade(req)
}

// As Node's parser sees it, in HTTP/1.0, too.
function wantsUpgrade({ headers }: IncomingMessage): boolean {
  return headers.upgrade !== undefined && /upgrade/i.test(headers.connection ?? '')
}

/** A tunnel is not refused later than this, in milliseconds. */
const LONGEST_WAIT = 5000

/**
 * Does for a connection what node:http does no more once CONNECT has come: the responses before it would stop at the first
 * full buffer, and nobody would see that the client has gone.
 *
 * @returns what ends it.
 */
function attend(socket: Connection): () => void {
  const destroy = (): void => void socket.destroy()
  const drained = (): void => {
    const res = socket._httpMessage
    if (res?.writableNeedDrain) res.emit('drain')
  }
  const timer = setTimeout(destroy, LONGEST_WAIT)
  socket.on('drain', drained).once('end', destroy).resume()
  return () => {
    clearTimeout(timer)
    socket.off('drain', drained).off('end', destroy)
  }
}
