import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { RawResponse } from '../../test/support/raw-client.ts'

/** What a client does to a server, again and again. */
export interface Scenario {
  readonly name: string
  /**
   * Does it once.
   *
   * @param note takes what a reader of the report has to know.
   * @returns how many requests that were.
   * @throws {Error} where the server did not do what it should.
   */
  run(port: number, note: (what: string) => void): Promise<number>
}

/** How long a client waits, in milliseconds: a server that hangs is told from a machine that is busy. */
export const PATIENCE = 30_000

export async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  // From now on it may end in any way.
  return socket.on('error', () => {})
}

/** A whole problem document. */
export function assertProblem(response: RawResponse | undefined, status: number, what: string): void {
  assert.deepEqual([response?.status, response?.complete], [status, true], what)
  assert.equal(response?.header('Content-Type'), 'application/problem+json', what)
  assert.equal(Object(response?.json()).status, status, what)
  assert.doesNotMatch(`${JSON.stringify(response?.headerLines)}${response?.text()}`, /secret|injected/i, what)
}
