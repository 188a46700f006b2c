import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { parseUpgrade } from '../../src/headers/index.ts'
import { type HttpProblem, MethodNotAllowed, UpgradeRequired } from '../../src/problems/index.ts'
import { withoutStack } from '../../src/problems/internal.ts'
import { say } from '../../src/text/index.ts'
import type { Settings } from '../node/settings.ts'
import { type NodeResponse, write } from '../node/write.ts'
import { afterResponses } from './after-responses.ts'
import { answerSocket } from './socket-answer.ts'

/** Answers CONNECT, which is for proxies: no target of ours has it (RFC 9110 §9.3.6, §15.5.6). Node would cut the socket. */
export function refuseTunnel(
  settings: Settings<IncomingMessage>,
  req: IncomingMessage,
  target: Duplex | NodeResponse,
): void {
  const problem = withoutStack(() => new MethodNotAllowed({ allow: [], detail: say('no-tunnels') }))
  if ('setHeader' in target) {
    void settings.answer(problem, req, req, target, (reply) => write(target, reply))
    return
  }
  target.on('error', () => {})
  afterResponses(target, (mayAnswer) => {
    if (mayAnswer) answerSocket(settings, target, problem, { thrown: problem, method: 'CONNECT', req })
    else target.destroy()
  })
}

/** What a request gets that asks to upgrade to nothing that is on offer (RFC 9110 §7.8, §15.5.22). */
export function unwantedUpgrade(
  { headers, httpVersionMajor }: IncomingMessage,
  offered: readonly string[] | undefined,
): HttpProblem | undefined {
  if (offered === undefined || headers.upgrade === undefined || httpVersionMajor > 1) return undefined
  const asked = parseUpgrade(headers.upgrade) ?? []
  if (asked.some((one) => offered.some((protocol) => protocol.toLowerCase() === one.toLowerCase()))) return undefined
  return withoutStack(() => new UpgradeRequired({ protocols: offered as [string, ...string[]] }))
}
