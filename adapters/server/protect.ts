import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { HttpProblem } from '../../src/problems/index.ts'
import { isQueued } from '../node/end.ts'
import { Settings } from '../node/settings.ts'
import { ignoreFurtherRequests } from '../node/unread-body.ts'
import { type NodeResponse, write } from '../node/write.ts'
import { willEndGently } from './end-gently.ts'
import { expectsContinue, expectsNothing, inviteContent, unknownExpectation } from './expectations.ts'
import { quiet } from './framework.ts'
import { type ProtectOptions, readProtectOptions } from './options.ts'
import { createGate } from './overload.ts'
import { protocolErrors } from './protocol-errors.ts'
import { faultOf, wantsClose } from './request-faults.ts'
import { track } from './shutdown.ts'
import { losesNext, noTunnel, refuseTunnel, unwantedUpgrade } from './tunnels.ts'
import type { AnyServer } from './types.ts'

/**
 * Answers what Node would answer by itself, without Date or content, or not at all: messages that are no HTTP, requests
 * that take too long, none or several Hosts, other versions, expectations, CONNECT. For servers of node:http, node:https
 * and node:http2; to be called once, before the server listens. Listeners that the application has for `clientError`,
 * `connect`, `checkContinue` and `checkExpectation` keep their say, whenever they are added.
 *
 * @returns the server.
 * @throws {TypeError} for an option of the wrong form, one that does not exist, a server that is none, or one that is
 *   protected already.
 * @example protect(createServer(app)).listen(3000)
 */
export function protect<Server extends AnyServer>(server: Server, options: ProtectOptions = {}): Server {
  if (typeof server?.emit !== 'function' || typeof server.close !== 'function') {
    throw new TypeError('protect() takes a server of node:http, node:https or node:http2')
  }
  const { answers, continueAfter, upgrade, overload } = readProtectOptions(options)
  const settings = new Settings(quiet, answers)
  const state = track(server)
  const gate = overload === undefined ? undefined : createGate(server, overload)

  const answer = (problem: HttpProblem, req: IncomingMessage, res: NodeResponse): void => {
    void settings.answer(problem, req, req, res, (reply) => write(res, reply))
  }
  const problemOf = (req: IncomingMessage, fault = faultOf(req)): HttpProblem | undefined =>
    fault ?? unwantedUpgrade(req, upgrade) ?? state.refusal() ?? gate?.(req)
  /** Whether a request was answered here, because the application must not see it. */
  const isRefused = (req: IncomingMessage, res: NodeResponse): boolean => {
    const fault = faultOf(req)
    if (res.stream === undefined) {
      // RFC 9112 §6.1: never to HTTP/1.0, though Node takes `TE: chunked` there for a wish.
      if (req.httpVersion === '1.0') res.useChunkedEncodingByDefault = false
      // Who does not speak HTTP as we do is not to be trusted with where the next message begins.
      if (fault !== undefined || wantsClose(req) || losesNext(req)) {
        res.shouldKeepAlive = false
        ignoreFurtherRequests(req)
        willEndGently(req.socket)
      }
      // It waits for others (pipelining), and more may follow it.
      if (isQueued(res)) willEndGently(req.socket)
    }
    const problem = problemOf(req, fault)
    if (problem !== undefined) answer(problem, req, res)
    return problem !== undefined
  }

  // Node would answer a request without Host by itself.
  if ('requireHostHeader' in server) server.requireHostHeader = false
  const errors = protocolErrors(settings)
  const isAlone = (event: string): boolean => server.listenerCount(event) === 1
  server.on('clientError', (error: Error, socket: Duplex) => {
    if (isAlone('clientError')) errors(error, socket)
  })
  server.on('connect', (req: IncomingMessage, target: Duplex | NodeResponse) => {
    if (isAlone('connect')) refuseTunnel(settings, req, target, noTunnel(req))
  })
  server.on('checkContinue', (req: IncomingMessage, res: NodeResponse) => {
    if (!isAlone('checkContinue')) return
    if (!expectsContinue(req)) return void server.emit('checkExpectation', req, res)
    inviteContent(req, res, continueAfter)
    server.emit('request', req, res)
  })
  server.on('checkExpectation', (req: IncomingMessage, res: NodeResponse) => {
    if (!isAlone('checkExpectation')) return
    // node:http2 knows it in lower case only.
    if (expectsContinue(req)) server.emit('checkContinue', req, res)
    else if (expectsNothing(req)) server.emit('request', req, res)
    else answer(unknownExpectation(), req, res)
  })

  // The one place that every request comes by before any listener, whenever that was added.
  const { emit } = server
  server.emit = (event: string | symbol, ...args: unknown[]): boolean => {
    if (event === 'request' || event === 'checkExpectation' || (event === 'checkContinue' && !isAlone(event))) {
      const [req, res] = args as [IncomingMessage, NodeResponse]
      if (!state.begin(res) || isRefused(req, res)) return true
    }
    if (event === 'connect' && !isAlone(event) && !('setHeader' in Object(args[1])))
      state.beginTunnel(args[1] as Duplex)
    if (event === 'upgrade') {
      const [req, socket] = args as [IncomingMessage, Duplex]
      const problem = problemOf(req)
      if (problem !== undefined) {
        refuseTunnel(settings, req, socket, problem)
        return true
      }
      state.beginTunnel(socket)
    }
    return Reflect.apply(emit, server, [event, ...args])
  }
  return server
}
