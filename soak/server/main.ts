// The process of one server: node … main.ts <name of the host>. It tells its port, and its vitals whenever it is asked.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { protect } from '../../adapters/server/index.ts'
import { smuggled } from '../../test/faults/smugglers.ts'
import { hosts } from '../../test/support/frameworks.ts'
import { allMisbehaviours, contexts, createApplication } from './application.ts'
import { type Counts, watch } from './watch.ts'

const host = hosts.find(({ name }) => name === process.argv[2])
if (host === undefined) throw new Error(`there is no host ${process.argv[2]}`)

const counts: Counts = { requests: 0, smuggled: 0, outcomes: {} }
const told = (outcome: string): void => {
  counts.outcomes[outcome] = (counts.outcomes[outcome] ?? 0) + 1
}
const listener = await host.mount(createApplication(told))
const server = createServer((req, res) => {
  counts.requests += 1
  if (req.url?.includes(smuggled)) counts.smuggled += 1
  const { trace = '', misbehaviour } = req.headers
  const context = { trace: String(trace), misbehaviour: allMisbehaviours[Number(misbehaviour ?? Number.NaN)] }
  contexts.run(context, () => listener(req, res))
})
// The gate is there, and never closes.
protect(server, { onProblem: ({ outcome }) => told(outcome), overload: { maxEventLoopDelay: 600_000, interval: 100 } })
// The load comes in parts, on connections that stay.
server.keepAliveTimeout = 60_000
const vitals = watch(server, counts)

process.on('message', async () => process.send?.(await vitals()))
process.on('disconnect', () => process.exit())
server.listen({ port: 0, host: '127.0.0.1', backlog: 2048 }, () => {
  process.send?.((server.address() as AddressInfo).port)
})
