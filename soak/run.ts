/**
 * What does a server with statuswise bear? `npm run soak`, about 2 minutes; `-- --seconds 10` for the short version, which
 * the tests run, and `-- --only "koa 3"` for one host that has the machine to itself.
 *
 * A server on each host (Express 5 and 4, Koa 3 and 2, node:http), each in a process of its own behind protect(), meets
 * clients that send one byte per second, stop reading, reset, upload 1 GB to who refuses it, open 1,000 connections and say
 * nothing, send garbage, TLS, and what may be read as one request or as two; handlers that throw in every way; streams that
 * fail; callbacks that throw, reject, hang or give nonsense. Then nothing but errors, at half the rate of its 200s.
 *
 * In the end nothing may have crashed; no rejection or warning is unhandled; no connection is left; the heap is as it was;
 * and every response that came back is valid by the rulebook. The exit code is not zero where something of it does not hold.
 */
import { parseArgs } from 'node:util'
import { soak } from './soak.ts'
import { tables } from './table.ts'

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '120' }, only: { type: 'string', default: '' } },
})
const seconds = Number(values.seconds)
if (!(seconds >= 1)) throw new Error('--seconds takes a number, 1 or more')

const reports = await soak({ seconds, only: values.only, say: (what) => console.log(what) })
if (reports.length === 0) throw new Error(`no host is called ${values.only}`)
console.log(`\n${tables(reports)}`)
const failures = reports.flatMap((report) => report.failures).length
console.log(failures === 0 ? 'All of it holds.' : `${failures} did not hold.`)
process.exitCode = failures === 0 ? 0 : 1
