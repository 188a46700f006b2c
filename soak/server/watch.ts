import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { inspect } from 'node:util'
import type { Vitals } from '../vitals.ts'
import { isBeyondReach } from './failures.ts'

/** What the server itself knows. */
export interface Counts {
  requests: number
  smuggled: number
  readonly outcomes: Record<string, number>
}

/** Follows a process from now on. */
export function watch(server: Server, counts: Counts): () => Promise<Vitals> {
  const troubles = new Map<string, number>()
  let beyondReach = 0
  let mostRead = 0
  const note = (kind: string, what: unknown): void => {
    const trouble = `${kind}: ${inspect(what).slice(0, 1000)}`
    troubles.set(trouble, (troubles.get(trouble) ?? 0) + 1)
  }
  process.on('uncaughtException', (error, origin) => {
    if (origin === 'uncaughtException' && isBeyondReach(error)) beyondReach += 1
    else note(origin, error)
  })
  process.on('unhandledRejection', (reason) => note('unhandled rejection', reason))
  process.on('warning', (warning) => note('warning', warning))
  server.on('connection', (socket: Socket) => {
    socket.once('close', () => {
      mostRead = Math.max(mostRead, socket.bytesRead)
    })
  })
  return async () => {
    collect()
    const { heapUsed, rss } = process.memoryUsage()
    const connections = await new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)))
    return { ...counts, heapUsed, rss, connections, beyondReach, troubles: [...told(troubles), ...domains()], mostRead }
  }
}

function told(troubles: ReadonlyMap<string, number>): string[] {
  return [...troubles].map(([trouble, times]) => (times === 1 ? trouble : `${times} times ${trouble}`))
}

/** Objects with finalizers and weak references go only with the second collection. */
function collect(): void {
  if (globalThis.gc === undefined) throw new Error('this process needs --expose-gc')
  for (let times = 0; times < 2; times++) globalThis.gc()
}

/** Nobody here uses domains, which change where errors go. */
function domains(): string[] {
  const isLoaded = (Reflect.get(process, 'moduleLoadList') as readonly string[]).includes('NativeModule domain')
  return isLoaded ? ['node:domain was loaded'] : []
}
