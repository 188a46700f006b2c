// What runs in a process of its own, so that its end is seen: a server of ours, and all that nobody catches.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createHost } from './create.ts'
import type { HostName } from './names.ts'

const tell = (fault: string): void => void process.send?.({ fault })

// What nobody catches ends the process, and a rejection is no better (Node's default).
process.on('warning', (warning) => tell(`A warning: ${warning.stack}`))
// Who started this is gone.
process.on('disconnect', () => process.exit())

const server = createHost(process.argv[2] as HostName, tell)
await once(server.listen(0, '127.0.0.1'), 'listening')
process.send?.({ port: (server.address() as AddressInfo).port })
