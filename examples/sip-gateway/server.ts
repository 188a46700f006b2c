// npm run build && npx tsx examples/sip-gateway/server.ts
import { createServer } from 'node:http'
import { drain, protect } from 'statuswise/node'
import { createApp } from './app.ts'
import { openCaller } from './caller.ts'
import { startResponder } from './responder.ts'

// SIP_PEER=192.0.2.1:5060 calls for real; else a responder on this machine plays all the parts.
const { PORT = '3000', SIP_PEER } = process.env
const [address = '', port = '5060'] = SIP_PEER?.split(':') ?? []

const responder = SIP_PEER === undefined ? await startResponder() : undefined
const caller = await openCaller({ peer: responder ?? { address, port: Number(port) } })
const server = protect(createServer(createApp({ caller })))

server.listen(Number(PORT), () => {
  console.log(`A gateway to SIP: curl -i localhost:${PORT}/calls --json '{"to":"busy"}'`)
})

process.once('SIGTERM', async () => {
  const { cut } = await drain(server, { timeout: 15_000 })
  await caller.close()
  await responder?.close()
  process.exit(cut === 0 ? 0 : 1)
})
