import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer, type Server, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { campaign, type Order, tryPlan } from '../../fuzz/campaign.ts'
import { check } from '../../fuzz/check/check.ts'
import { planOf } from '../../fuzz/generate/connection.ts'
import { hostNames } from '../../fuzz/hosts/names.ts'
import { startHost, type Target } from '../../fuzz/hosts/target.ts'
import { shrink } from '../../fuzz/shrink.ts'
import { talk } from '../../fuzz/talk.ts'

const PATIENCE = 20_000
const order: Order = { seed: 5, seconds: 60, requests: 1000, from: 0, patience: PATIENCE }

describe('the fuzzer', () => {
  it.each(hostNames)(
    'finds nothing in a thousand requests to the application on %s',
    { timeout: 180_000 },
    async (name) => {
      const target = await startHost(name)
      onTestFinished(() => target.close())
      const { findings, sent, answered } = await campaign(target, order)
      expect(findings).toEqual([])
      expect(sent).toBeGreaterThan(100)
      expect(answered).toBeGreaterThan(sent / 2)
    },
  )

  it('sends the same bytes for the same seed, and others for another', () => {
    expect(planOf(7, 3)).toEqual(planOf(7, 3))
    expect(planOf(7, 3)).not.toEqual(planOf(8, 3))
    expect(planOf(7, 3)).not.toEqual(planOf(7, 4))
  })

  it('finds a planted fault, and makes what shows it short', { timeout: 120_000 }, async () => {
    const target = await serverThat((request) => {
      const status = /^range:/im.test(request) ? '405 Method Not Allowed' : '404 Not Found'
      return `HTTP/1.1 ${status}\r\nDate: ${new Date().toUTCString()}\r\nContent-Length: 0\r\n\r\n`
    })
    const rule = '9110-15.5.6-allow'
    const { findings } = await campaign(target, { ...order, requests: 200, patience: 300 })
    const found = findings.find(({ kind }) => kind === rule)
    if (found === undefined) throw new Error(`Nothing was found but ${findings.map(({ kind }) => kind)}`)
    const plan = planOf(order.seed, found.connections[0] ?? -1)
    const small = await shrink(plan, async (one) => {
      const faults = await tryPlan(target, one, 300)
      return faults.some(({ kind }) => kind === rule)
    })
    const bytes = Buffer.concat(small.packets).toString('latin1')
    expect(bytes).toMatch(/range:/i)
    expect(bytes.length).toBeLessThan(Buffer.concat(plan.packets).length / 2)
    expect(bytes.split('\r\n').length).toBeLessThan(9)
  })

  it.each<[fault: string, answer: string, kind: string, sent?: string]>([
    ['no answer', '', 'hang'],
    ['two answers to one request', 'HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n', 'malformed'],
    [
      'an interim response that nobody expects',
      'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n',
      'interim',
    ],
    ['a stack', `HTTP/1.1 500 x\r\nContent-Length: 24\r\n\r\n    at f (/srv/app.js:1:1)`, 'leak: /srv/'],
    ['a broken rule', 'HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 0\r\n\r\n', '9110-15.5.6-allow'],
    [
      'what is no request accepted',
      'HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n',
      'accepted',
      'GET / HTTP/1.1\r\nHost : a\r\n\r\n',
    ],
    ['bytes that are no HTTP', 'HTTP/2 204\r\n\r\n', 'malformed'],
    [
      'content behind the answer to HEAD',
      'HTTP/1.1 404 x\r\nContent-Length: 2\r\n\r\n{}',
      'malformed',
      'HEAD / HTTP/1.1\r\nHost: a\r\n\r\n',
    ],
  ])('notices %s', async (_, answer, kind, sent = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n') => {
    const target = await serverThat(() => answer)
    const carried = await talk(target.port, { packets: [Buffer.from(sent)], ends: 'when answered' }, 1000)
    expect(check(carried).map((fault) => fault.kind)).toContain(kind)
  })

  it('notices a connection that is closed, or reset, without an answer', async () => {
    for (const end of [(socket: Socket) => socket.destroy(), (socket: Socket) => socket.resetAndDestroy()]) {
      const target = await serverThat((_, socket) => {
        end(socket)
        return ''
      })
      const plan = { packets: [Buffer.from('GET / HTTP/1.1\r\nHost: a\r\n\r\n')], ends: 'when answered' } as const
      expect(check(await talk(target.port, plan, PATIENCE)).map(({ kind }) => kind)).toContain('unanswered')
    }
  })
})

/** A server that answers as it is told to whatever looks like a request. */
async function serverThat(answer: (request: string, socket: Socket) => string): Promise<Target> {
  const server: Server = createServer({ allowHalfOpen: true }, (socket) => {
    let received = ''
    socket.on('error', () => {})
    socket.on('end', () => socket.end())
    socket.on('data', (bytes) => {
      received += bytes.toString('latin1')
      for (let end = received.indexOf('\r\n\r\n'); end !== -1; end = received.indexOf('\r\n\r\n')) {
        const text = answer(received.slice(0, end + 4), socket)
        received = received.slice(end + 4)
        if (socket.writable) socket.write(text)
      }
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return { name: 'planted', port, faults: () => [], revive: async () => {}, close: async () => {} }
}
