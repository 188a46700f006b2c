import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { protect } from 'statuswise/node'
import { expect, onTestFinished } from 'vitest'
import { createApp } from '../../examples/sip-gateway/app.ts'
import { type Caller, type CallerOptions, openCaller } from '../../examples/sip-gateway/caller.ts'
import { checkVerdict } from '../support/oracle.ts'
import { exchange, type RawResponse, request } from '../support/raw-client.ts'

export interface Gateway {
  readonly port: number
  readonly caller: Caller
  call(to: unknown): Promise<RawResponse>
}

/** The gateway of the example before a SIP peer. When the test is over it is closed, and has broken no rule. */
export async function startGateway(options: CallerOptions): Promise<Gateway> {
  const caller = await openCaller(options)
  const server = protect(createServer(createApp({ caller, onProblem: () => {} })))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  onTestFinished(async () => {
    await caller.close()
    await new Promise((resolve) => {
      server.close(resolve)
      server.closeAllConnections()
    })
    checkVerdict(port, { routes: {} })
  })
  return {
    port,
    caller,
    async call(to) {
      const { responses, error } = await exchange(port, placing(to), { timeoutMs: 60_000 })
      expect(error).toBeUndefined()
      return responses[0] as RawResponse
    },
  }
}

/** A request that places a call. */
export function placing(to: unknown): string {
  const headers = { 'Content-Type': 'application/json' }
  return request({ method: 'POST', target: '/calls', headers, body: JSON.stringify({ to }) })
}
