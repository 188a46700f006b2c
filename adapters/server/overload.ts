import type { IncomingMessage } from 'node:http'
import { type EventLoopUtilization, type IntervalHistogram, monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { formatRetryAfter } from '../../src/headers/index.ts'
import { type HttpProblem, ServiceUnavailable } from '../../src/problems/index.ts'
import { withoutStack } from '../../src/problems/internal.ts'
import { ask } from '../../src/recognize/index.ts'
import { say } from '../../src/text/index.ts'
import { checkMilliseconds } from '../node/milliseconds.ts'
import { checkOpenPaths, isOpen } from '../node/open-paths.ts'
import { complain, print } from '../node/report.ts'
import type { AnyServer } from './types.ts'

/** What a process can bear. At least one limit has to be given. */
export interface OverloadOptions {
  /** The longest mean delay of the event loop, in milliseconds. */
  readonly maxEventLoopDelay?: number | undefined
  /** The largest share of time that the event loop is busy, over 0 and up to 1. */
  readonly maxEventLoopUtilization?: number | undefined
  /** The most heap in use, in bytes. */
  readonly maxHeapUsed?: number | undefined
  /** When to try again: seconds, or a date. Default: 10. */
  readonly retryAfter?: number | Date | undefined
  /** Paths of health checks, which are let through, compared as a whole; or a function that knows them. Default: none. */
  readonly exempt?: readonly string[] | ((req: IncomingMessage) => boolean) | undefined
  /** How often to look, in milliseconds. Default: 1000. */
  readonly interval?: number | undefined
}

/** How the process fares. */
export interface Load {
  readonly eventLoopDelay: number
  readonly eventLoopUtilization: number
  readonly heapUsed: number
}

/** Once over a limit, the load has to fall to this share of all of them: else the answer would change with every look. */
const RECOVERED = 0.8

/** What a request gets while there is too much to do; undefined: the application's answer. */
export type Gate = (req: IncomingMessage) => HttpProblem | undefined

/** A gate that looks at the load from time to time, until its server is closed. */
export function createGate(server: AnyServer, options: OverloadOptions, measure: Meter = createMeter()): Gate {
  const { retryAfter = 10, exempt = [], interval = 1000 } = options
  const limits = limitsOf(options)
  let isOverloaded = false
  const timer = setInterval(() => {
    const load = measure.load()
    const over = limits.find(([name, most]) => load[name] > (isOverloaded ? most * RECOVERED : most))
    if ((over !== undefined) === isOverloaded) return
    isOverloaded = over !== undefined
    print(() => `statuswise: ${over === undefined ? 'no longer overloaded' : told(over, load)}`)
  }, interval)
  timer.unref()
  server.once('close', () => {
    clearInterval(timer)
    measure.stop()
    isOverloaded = false
  })
  return (req) => {
    if (!isOverloaded || isExempt(req, exempt)) return undefined
    return withoutStack(() => new ServiceUnavailable({ retryAfter, detail: say('overloaded') }))
  }
}

type Limit = readonly [name: keyof Load, most: number]

function limitsOf({ maxEventLoopDelay, maxEventLoopUtilization, maxHeapUsed }: OverloadOptions): Limit[] {
  const limits: [keyof Load, number | undefined][] = [
    ['eventLoopDelay', maxEventLoopDelay],
    ['eventLoopUtilization', maxEventLoopUtilization],
    ['heapUsed', maxHeapUsed],
  ]
  return limits.filter((limit): limit is [keyof Load, number] => limit[1] !== undefined)
}

function told([name, most]: Limit, load: Load): string {
  return `overloaded, so requests get 503: ${name} is ${Math.round(load[name] * 100) / 100}, and may be ${most}`
}

function isExempt(req: IncomingMessage, exempt: Exclude<OverloadOptions['exempt'], undefined>): boolean {
  if (typeof exempt !== 'function') return isOpen(req.url ?? '', exempt)
  return ask('overload.exempt', isBoolean, () => exempt(req), complain) === true
}

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean'

interface Meter {
  /** Since the last time that it was asked. */
  load(): Load
  stop(): void
}

export function createMeter(): Meter {
  const histogram: IntervalHistogram = monitorEventLoopDelay({ resolution: RESOLUTION })
  histogram.enable()
  let before: EventLoopUtilization = performance.eventLoopUtilization()
  let counted = 0
  let summed = 0

  /** The mean of what came since the last time. A reset would lose the interval in which it happens. */
  function delay(): number {
    const { count } = histogram
    if (count === counted) return 0
    const sum = histogram.mean * count
    // The histogram holds the time between two ticks of a timer, in nanoseconds.
    const mean = (sum - summed) / (count - counted) / 1e6 - RESOLUTION
    counted = count
    summed = sum
    return Math.max(0, mean)
  }

  return {
    load() {
      const now = performance.eventLoopUtilization()
      const { utilization } = performance.eventLoopUtilization(now, before)
      before = now
      return { eventLoopDelay: delay(), eventLoopUtilization: utilization, heapUsed: process.memoryUsage().heapUsed }
    },
    stop: () => void histogram.disable(),
  }
}

const RESOLUTION = 10

/** @throws {TypeError} */
export function readOverload(options: OverloadOptions): OverloadOptions {
  if (typeof options !== 'object' || options === null) throw new TypeError('the option "overload" takes an object')
  const { retryAfter, exempt, interval, ...limits } = options
  for (const [name, value] of Object.entries(limits)) {
    if (!LIMITS.includes(name)) {
      throw new TypeError(`overload has no "${name}"; it has ${LIMITS.join(', ')}, retryAfter, exempt and interval`)
    }
    if (value !== undefined && !(Number.isFinite(value) && value > 0))
      throw new TypeError(`overload.${name} takes a number over 0`)
  }
  if (limitsOf(options).length === 0) throw new TypeError(`overload takes at least one of ${LIMITS.join(', ')}`)
  if (limits.maxEventLoopUtilization !== undefined && limits.maxEventLoopUtilization > 1) {
    throw new TypeError('overload.maxEventLoopUtilization takes a share: over 0 and up to 1')
  }
  if (interval !== undefined) checkMilliseconds('overload.interval', interval, 100)
  checkOpenPaths('overload.exempt', exempt)
  if (retryAfter !== undefined) formatRetryAfter(retryAfter)
  return options
}

const LIMITS = ['maxEventLoopDelay', 'maxEventLoopUtilization', 'maxHeapUsed']
