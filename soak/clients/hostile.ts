import assert from 'node:assert/strict'
import type { Socket } from 'node:net'
import { smugglers } from '../../test/faults/smugglers.ts'
import { exchange, request } from '../../test/support/raw-client.ts'
import { assertProblem, open, PATIENCE, type Scenario } from './scenario.ts'

/** All that may be read as one request or as two. What the application saw is counted by the server. */
export const smuggling: Scenario = {
  name: 'smuggling',
  async run(port) {
    const usual = smugglers.filter(({ isBegun }) => !isBegun)
    for (const { name, sent, status } of usual) {
      const options = { methods: ['POST'], keepOpen: true, timeoutMs: PATIENCE }
      const { responses, error, closed } = await exchange(port, sent, options)
      assert.deepEqual([error, closed, responses.length], [undefined, 'fin', 1], name)
      assertProblem(responses[0], status, name)
    }
    return usual.length
  },
}

const CLIENT_HELLO = Buffer.from('16030100a5010000a10303', 'hex')

/** Nothing of this is HTTP: 400 and the end of the connection; to who speaks TLS only the end. */
export const garbage: Scenario = {
  name: 'garbage, TLS',
  async run(port) {
    const noise = Array.from({ length: 8 }, (_, index) =>
      Buffer.from(`\0${'\x80\xff\x01'.repeat(1 + index * 300)}`, 'latin1'),
    )
    for (const sent of noise) {
      const options = { methods: ['GET'], keepOpen: true, timeoutMs: PATIENCE }
      const { responses, error, closed } = await exchange(port, sent, options)
      assert.deepEqual([error, closed], [undefined, 'fin'])
      assertProblem(responses[0], 400, 'garbage')
    }
    const tls = await exchange(port, CLIENT_HELLO, { methods: ['GET'], keepOpen: true, timeoutMs: PATIENCE })
    assert.deepEqual([tls.responses.length, tls.closed], [0, 'fin'])
    return noise.length + 1
  },
}

/** How many connections say nothing at once. */
export const IDLE = 1000

let turn: Promise<unknown> = Promise.resolve()

/** One server at a time: this process has to hold them all, too. */
export const idle: Scenario = {
  name: `${IDLE} idle connections`,
  run(port, note) {
    const run = turn.then(() => beIdle(port, note))
    turn = run.catch(() => {})
    return run
  },
}

async function beIdle(port: number, note: (what: string) => void): Promise<number> {
  const sockets: Socket[] = []
  try {
    while (sockets.length < IDLE && (await openSome(port, sockets)));
    if (sockets.length < IDLE) note(`only ${sockets.length} connections: the system has no more (ulimit -n)`)
    const { responses } = await exchange(port, request({ target: '/problem' }), { timeoutMs: PATIENCE })
    assertProblem(responses[0], 404, 'a request beside idle connections')
  } finally {
    for (const socket of sockets) socket.destroy()
  }
  return 1
}

/** Opens some connections more; false where the system lets nobody open any more, and then some are closed again. */
async function openSome(port: number, sockets: Socket[]): Promise<boolean> {
  const opened = await Promise.allSettled(Array.from({ length: 50 }, () => open(port)))
  for (const one of opened) if (one.status === 'fulfilled') sockets.push(one.value)
  const failed = opened.find((one) => one.status === 'rejected')
  if (failed === undefined) return true
  if (failed.reason.code !== 'EMFILE') throw failed.reason
  for (const socket of sockets.splice(0, 50)) socket.destroy()
  return false
}
