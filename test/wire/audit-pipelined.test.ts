import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, it, vi } from 'vitest'
import { Room } from '../../adapters/node/audit/room.ts'
import type { Exchange } from '../../src/rules/index.ts'
import { mounted, observeMount } from '../support/auditing.ts'
import { frameworks, type TestApp } from '../support/frameworks.ts'
import { request } from '../support/requests.ts'
import { answerOf, serve } from '../support/serve.ts'

const app: TestApp = {
  routes: {
    'GET /held': () => new Promise(() => {}),
    'GET /large': (io) => io.body('x'.repeat(20_000)),
    'GET /small': (io) => io.body('small'),
  },
}

describe.each(frameworks)('audit() on $name', (framework) => {
  it('sees on, after clients that left with answers waiting for their turn (RFC 9112 §9.3.2)', async () => {
    const exchanges: Exchange[] = []
    const room = new Room(1 << 16, 1 << 18)
    const server = await serve(framework, mounted(app, [observeMount(exchanges, room)]))
    const targets = ['/held', ...Array.from({ length: 50 }, () => '/large')]
    for (let client = 0; client < 3; client++) {
      const socket = connect(server.port, '127.0.0.1')
      await once(socket, 'connect')
      socket.write(targets.map((target) => request({ target })).join(''))
      await new Promise((resolve) => setTimeout(resolve, 200))
      socket.destroy()
      await once(socket, 'close')
    }
    await answerOf(server, { target: '/small' })
    await vi.waitFor(() => expect(exchanges.some((one) => one.request?.target === '/small')).toBe(true))
  })
})
