import { EventEmitter } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { whenOver } from '../../../adapters/node/when-over.ts'
import type { NodeResponse } from '../../../adapters/node/write.ts'

/** A response that waits for its turn on a connection. */
function waiting(connection: EventEmitter): NodeResponse {
  return Object.assign(new EventEmitter(), { socket: null, req: { socket: connection } }) as never
}

describe('a response that waits for its turn', () => {
  it('is over when its connection is', () => {
    const connection = new EventEmitter()
    const callbacks = [vi.fn(), vi.fn()]
    for (const callback of callbacks) whenOver(waiting(connection), callback)
    connection.emit('close')
    for (const callback of callbacks) expect(callback).toHaveBeenCalledTimes(1)
  })

  it('is no longer watched when nobody wants to know', () => {
    const connection = new EventEmitter()
    const callback = vi.fn()
    const response = waiting(connection)
    whenOver(response, callback)()
    connection.emit('close')
    response.emit('close')
    expect(callback).not.toHaveBeenCalled()
  })

  it('has one listener in common with all others on its connection', () => {
    const connection = new EventEmitter()
    for (let index = 0; index < 20; index++) whenOver(waiting(connection), () => {})
    expect(connection.listenerCount('close')).toBe(1)
  })
})
