import { describe, expect, it } from 'vitest'
import { hosts, type TestApp } from '../support/frameworks.ts'
import { protectedServer } from '../support/protected.ts'
import { exchange } from '../support/raw-client.ts'
import { smuggled, smugglers } from './smugglers.ts'

describe.each(hosts)('on $name, behind protect(), nothing is taken for a second request', (host) => {
  it.each(smugglers)('in $name', async ({ sent, status, isBegun }) => {
    const seen: string[] = []
    const app: TestApp = {
      routes: {
        '/': async (io) => {
          seen.push(String(io.req.url))
          for await (const _ of io.req);
          io.header('Content-Type', 'text/plain; charset=utf-8')
          io.body('good')
        },
        [smuggled]: (io) => {
          seen.push(String(io.req.url))
          io.body('smuggled')
        },
      },
    }
    const server = await protectedServer(host, {}, {}, app)
    const { responses, error, closed } = await exchange(server.port, sent, {
      methods: ['POST'],
      keepOpen: true,
      timeoutMs: 20_000,
    })
    expect(error).toBeUndefined()
    expect(closed).toBe('fin')
    expect(responses).toMatchObject([{ status, complete: true }])
    expect(seen).toEqual(isBegun ? ['/'] : [])
    expect(server.errors).toEqual([])
  })
})
