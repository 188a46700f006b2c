import assert from 'node:assert/strict'
import { judge } from '../../test/support/oracle.ts'
import { request } from '../../test/support/raw-client.ts'
import { upload } from '../../test/support/upload.ts'
import { assertProblem, PATIENCE, type Scenario } from './scenario.ts'

const GB = 1024 * 1024 * 1024

/** The 8 MiB of an upload that are read after its answer (adapters/node/unread-body.ts), and what is on its way then. */
export const MOST_READ: number = 9 * 1024 * 1024

/** Uploads 1 GB, or as much of it as the server takes, to who refuses it. How much that took is counted by the server. */
export const refusedUploads: Scenario = {
  name: 'uploads of 1 GB',
  async run(port) {
    for (const [target, status] of [
      ['/too-large', 413],
      ['/unauthorized', 401],
    ] as const) {
      for (const framing of [{ 'Content-Length': String(GB) }, { 'Transfer-Encoding': 'chunked' }]) {
        const head = request({ method: 'POST', target, headers: framing })
        const sent = 'Transfer-Encoding' in framing ? `${head}${GB.toString(16)}\r\n` : head
        const { responses, error, closed } = await upload(port, sent, { size: GB, lingerMs: PATIENCE })
        assert.deepEqual([error, closed === 'open'], [undefined, false], target)
        assertProblem(responses[0], status, target)
        judge(port, { sent: Buffer.from(sent), responses, closed, error })
      }
    }
    return 4
  },
}
