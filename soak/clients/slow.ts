import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { converse, request } from '../../test/support/raw-client.ts'
import { assertProblem, PATIENCE } from './scenario.ts'

const upload = request({ method: 'POST', target: '/echo', body: 'x'.repeat(100) })

/** What is sent byte by byte, from where on, and what the client gets. */
const requests = [
  { sent: request({ target: '/throws' }), quick: 0, status: 500 },
  { sent: upload, quick: upload.length - 100, status: 200 },
  { sent: request({ method: 'POST', target: '/too-large', body: 'x'.repeat(100) }), quick: 70, status: 413 },
] as const

/** Node waits a minute for a head. */
const LONGEST = 30

/**
 * Sends one byte per second, and the rest at once when the time is up.
 *
 * @param seconds how long.
 * @returns how many requests that were.
 */
export async function sendSlowly(port: number, seconds: number): Promise<number> {
  const end = performance.now() + seconds * 1000
  let count = 0
  do {
    const bytes = Math.min(LONGEST, Math.max(0, Math.floor((end - performance.now()) / 1000)))
    await Promise.all(requests.map((one) => sendOne(port, one, bytes)))
    count += requests.length
  } while (performance.now() < end - 1000)
  return count
}

async function sendOne(port: number, { sent, quick, status }: (typeof requests)[number], bytes: number): Promise<void> {
  await converse(port, { timeoutMs: PATIENCE }, async (conversation) => {
    conversation.send(sent.slice(0, quick))
    for (let at = quick; at < quick + bytes; at++) {
      conversation.send(sent.charAt(at))
      await pause(1000)
    }
    conversation.send(sent.slice(quick + bytes))
    const response = await conversation.response()
    if (status === 200) assert.equal(response.text(), '100')
    else assertProblem(response, status, 'a slow request')
  })
}
