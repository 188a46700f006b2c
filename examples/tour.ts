// npm run tour: both example applications, asked over raw sockets, each answer beside the rule that it obeys.
import { startHosts } from './tour/hosts.ts'
import { createPrinter } from './tour/print.ts'
import { takeTour } from './tour/take-tour.ts'

const { stdout, env } = process
const colours = stdout.isTTY === true && (env.NO_COLOR ?? '') === ''
const printer = createPrinter((text) => stdout.write(text), colours)

const hosts = await startHosts()
const misses = await takeTour(hosts, printer)
await Promise.all(hosts.map((host) => host.close()))
process.exitCode = misses === 0 ? 0 : 1
