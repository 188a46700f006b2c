import { EventEmitter } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  createGate,
  createMeter,
  type Load,
  type OverloadOptions,
  readOverload,
} from '../../../adapters/server/overload.ts'
import type { AnyServer } from '../../../adapters/server/types.ts'

const idle: Load = { eventLoopDelay: 0, eventLoopUtilization: 0, heapUsed: 0 }

/** A gate, and what it sees. */
function gateAt(options: OverloadOptions) {
  const server = new EventEmitter() as AnyServer
  const meter = { load: vi.fn(() => idle), stop: vi.fn() }
  const gate = createGate(server, readOverload(options), meter)
  return {
    server,
    meter,
    /** What a request gets after a look at this load. */
    at(load: Partial<Load>, url = '/'): number | undefined {
      meter.load.mockReturnValue({ ...idle, ...load })
      vi.advanceTimersByTime(options.interval ?? 1000)
      return this.now(url)
    },
    now: (url = '/'): number | undefined => gate({ url } as IncomingMessage)?.status,
    problem: () => gate({ url: '/' } as IncomingMessage),
  }
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

describe('the gate before an application that has too much to do', () => {
  it.each<[keyof OverloadOptions, keyof Load, number]>([
    ['maxEventLoopDelay', 'eventLoopDelay', 100],
    ['maxEventLoopUtilization', 'eventLoopUtilization', 0.9],
    ['maxHeapUsed', 'heapUsed', 1_000_000],
  ])('closes over %s, and opens well below it', (option, name, most) => {
    const gate = gateAt({ [option]: most })
    expect(gate.now()).toBeUndefined()
    expect(gate.at({ [name]: most })).toBeUndefined()
    expect(gate.at({ [name]: most * 1.01 })).toBe(503)
    expect(gate.at({ [name]: most * 0.81 })).toBe(503)
    expect(gate.at({ [name]: most * 0.8 })).toBeUndefined()
    expect(gate.at({ [name]: most * 0.81 })).toBeUndefined()
  })

  it('looks at all limits', () => {
    const gate = gateAt({ maxEventLoopDelay: 100, maxHeapUsed: 100 })
    expect(gate.at({ eventLoopDelay: 101 })).toBe(503)
    expect(gate.at({ eventLoopDelay: 0, heapUsed: 90 })).toBe(503)
    expect(gate.at({ eventLoopDelay: 0, heapUsed: 70 })).toBeUndefined()
    expect(gate.at({ eventLoopUtilization: 1 })).toBeUndefined()
  })

  it('says when to try again: 10 seconds, or as it was told', () => {
    const gate = gateAt({ maxHeapUsed: 1 })
    gate.at({ heapUsed: 2 })
    expect(gate.problem()?.headers).toMatchObject({ 'Retry-After': '10' })
    const other = gateAt({ maxHeapUsed: 1, retryAfter: 3 })
    other.at({ heapUsed: 2 })
    expect(other.problem()?.headers).toMatchObject({ 'Retry-After': '3' })
  })

  it('lets health checks through', () => {
    const gate = gateAt({ maxHeapUsed: 1, exempt: ['/healthz'] })
    expect(gate.at({ heapUsed: 2 }, '/healthz?full=1')).toBeUndefined()
    expect(gate.now('http://shop.example/healthz'), 'RFC 9112 §3.2.2').toBeUndefined()
    expect(gate.now('/healthz/x')).toBe(503)
    const other = gateAt({ maxHeapUsed: 1, exempt: ({ url }) => url === '/live' })
    expect(other.at({ heapUsed: 2 }, '/live')).toBeUndefined()
    expect(other.now('/')).toBe(503)
  })

  it('lets nobody through where the function for it throws', () => {
    const gate = gateAt({
      maxHeapUsed: 1,
      exempt: () => {
        throw new Error('broken')
      },
    })
    expect(gate.at({ heapUsed: 2 })).toBe(503)
  })

  it('no longer looks once the server is closed', () => {
    const { server, meter } = gateAt({ maxHeapUsed: 1 })
    server.emit('close')
    expect(meter.stop).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(10_000)
    expect(meter.load).not.toHaveBeenCalled()
  })

  it('looks as often as it was told', () => {
    const gate = gateAt({ maxHeapUsed: 1, interval: 150 })
    expect(gate.at({ heapUsed: 2 })).toBe(503)
  })
})

describe('the load of this process', () => {
  beforeEach(() => void vi.useRealTimers())

  it('is measured since the last look', async () => {
    const meter = createMeter()
    onTestFinished(() => meter.stop())
    // Delays are measured from the first tick of the histogram's timer on.
    await vi.waitFor(() => expect(meter.load().eventLoopDelay).toBeGreaterThan(0), PATIENCE)
    const blocked = performance.now() + 3000
    while (performance.now() < blocked);
    const seen: Load[] = []
    // The histogram hears of the delay when its own timer gets its turn.
    await vi.waitFor(() => {
      seen.push(meter.load())
      expect(Math.max(...seen.map(({ eventLoopDelay }) => eventLoopDelay))).toBeGreaterThan(100)
    }, PATIENCE)
    expect(seen[0]?.eventLoopUtilization).toBeGreaterThan(0.5)
    expect(seen[0]?.eventLoopUtilization).toBeLessThanOrEqual(1)
    expect(seen[0]?.heapUsed).toBeGreaterThan(1_000_000)
    await vi.waitFor(() => expect(meter.load()).toMatchObject({ eventLoopDelay: below(100) }), PATIENCE)
    await vi.waitFor(() => expect(meter.load()).toMatchObject({ eventLoopUtilization: below(0.5) }), PATIENCE)
  })

  it('has no delay before the first measurement', () => {
    const meter = createMeter()
    onTestFinished(() => meter.stop())
    expect(meter.load().eventLoopDelay).toBe(0)
  })
})

const PATIENCE = { timeout: 20_000, interval: 100 }
const below = (limit: number) => expect.toSatisfy((value: number) => value < limit)

describe('the option overload', () => {
  it.each<[unknown, RegExp]>([
    [null, /takes an object/],
    [{}, /at least one of/],
    [{ retryAfter: 1 }, /at least one of/],
    [{ maxHeapUsed: 0 }, /number over 0/],
    [{ maxEventLoopDelay: '100' }, /number over 0/],
    [{ maxEventLoopDelay: Number.NaN }, /number over 0/],
    [{ maxEventLoopUtilization: 90 }, /share/],
    [{ maxRss: 1 }, /no "maxRss"/],
    [{ maxHeapUsed: 1, interval: 99 }, /interval/],
    [{ maxHeapUsed: 1, interval: '1000' }, /interval/],
    [{ maxHeapUsed: 1, interval: 2 ** 31 }, /interval/],
    [{ maxHeapUsed: 1, exempt: ['healthz'] }, /paths/],
    [{ maxHeapUsed: 1, exempt: '/healthz' }, /paths/],
    [{ maxHeapUsed: 1, exempt: ['/health/*'] }, /overload\.exempt compares paths as a whole, so that "\/health\/\*"/],
    [{ maxHeapUsed: 1, retryAfter: -1 }, /Retry-After/],
  ])('is not %o', (options, message) => {
    expect(() => readOverload(options as OverloadOptions)).toThrow(message)
  })
})
