import assert from 'node:assert/strict'
import { once } from 'node:events'
import { parseResponses } from '../../test/support/http-message.ts'
import { exchange, pipeline, request } from '../../test/support/raw-client.ts'
import { open, PATIENCE, type Scenario } from './scenario.ts'

const KB = 1024

/** Goes away while it uploads, while it is answered, and between its pipelined requests. */
export const resets: Scenario = {
  name: 'resets',
  async run(port) {
    const upload = (target: string, headers: Record<string, string>): string =>
      `${request({ method: 'POST', target, headers })}fff0\r\n${'x'.repeat(60 * KB)}`
    const sent = [
      upload('/echo', { 'Content-Length': String(1024 * KB) }),
      upload('/echo', { 'Transfer-Encoding': 'chunked' }),
      upload('/too-large', { 'Content-Length': String(1024 * KB) }),
      request({ target: '/rejects' }),
    ]
    for (const one of sent) {
      const socket = await open(port)
      await new Promise((resolve) => void socket.write(one, resolve))
      socket.resetAndDestroy()
    }
    const answered = [
      request({ target: '/large' }),
      request({ target: '/large-error' }),
      pipeline(
        ['/good', '/rejects', '/problem', '/large-error', '/stream-fails-during'].map((target) => request({ target })),
      ),
    ]
    for (const one of answered) {
      const socket = await open(port)
      socket.write(one)
      await once(socket, 'readable')
      socket.resetAndDestroy()
    }
    return sent.length + answered.length
  },
}

/** Stops reading, so that the server has to keep what it has to say; and reads on, or leaves. */
export const notReading: Scenario = {
  name: 'stops reading',
  async run(port) {
    for (const target of ['/large', '/large-error']) {
      const socket = await open(port)
      socket.write(request({ target, headers: { Connection: 'close' } }))
      await once(socket, 'readable')
      const { responses } = await exchange(port, request({ target: '/good' }), { timeoutMs: PATIENCE })
      assert.equal(responses[0]?.text(), 'good')
      const received: Buffer[] = []
      for await (const chunk of socket) received.push(chunk)
      const { responses: late, error } = parseResponses(Buffer.concat(received), ['GET'], true)
      assert.deepEqual([error, late[0]?.complete], [undefined, true], target)

      const leaving = await open(port)
      leaving.write(request({ target }))
      await once(leaving, 'readable')
      leaving.destroy()
    }
    return 6
  },
}
