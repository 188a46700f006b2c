import { AsyncLocalStorage } from 'node:async_hooks'
import { Readable } from 'node:stream'
import { bearer, ContentTooLarge, NotFound, Unauthorized } from '../../src/index.ts'
import { type Misbehaviour, misbehaviours, unwritable } from '../../test/faults/misbehaviour.ts'
import { smuggled } from '../../test/faults/smugglers.ts'
import type { Handler, TestApp } from '../../test/support/frameworks.ts'
import { beyondReach, fail, pause } from './failures.ts'

/** What belongs to a request, wherever it is handled. */
export interface Context {
  /** What its client calls it. */
  readonly trace: string
  /** What the application's callbacks do to it, instead of what they should. */
  readonly misbehaviour: Misbehaviour | undefined
}

export const contexts: AsyncLocalStorage<Context> = new AsyncLocalStorage()

/** All that a callback may be told to do, by number. */
export const allMisbehaviours: readonly Misbehaviour[] = [...misbehaviours, ...unwritable]

/** How large `/large` and `/large-error` are, in bytes. */
export const LARGE: number = 4 * 1024 * 1024

const large = 'x'.repeat(LARGE)

const text = (content: string): Handler => {
  return (io) => {
    io.header('Content-Type', 'text/plain; charset=utf-8')
    io.body(content)
  }
}

const good = text('good')

/** An application that fails in every way there is. Its handlers are async where they wait, as Express 4 needs it. */
export function createApplication(told: (outcome: string) => void): TestApp {
  return {
    problems: {
      onProblem: ({ outcome }) => {
        told(outcome)
        return misbehave()
      },
      // The trace shows that each failure is handled in the context of its own request.
      instance: () => (misbehave() as undefined) ?? `/${contexts.getStore()?.trace}`,
      extend: (problem) => (problem.message === 'large' ? { large } : (misbehave() as undefined)),
      cacheControl: () => misbehave() as undefined,
      recognize: [() => misbehave() as undefined],
    },
    routes: {
      '/good': good,
      '/large': text(large),
      '/large-error': () => fail(new NotFound('large')),
      '/echo': async (io) => {
        let length = 0
        for await (const chunk of io.req) length += chunk.length
        text(String(length))(io)
      },
      '/throws': () => fail(new Error('a secret')),
      '/rejects': async () => pause().then(() => fail(new Error('a secret'))),
      '/problem': () => fail(new NotFound('Not here')),
      '/getters': () => fail(withThrowingGetters()),
      '/thrown-in-timer': beyondReach((io, die) => void io.res.once('close', () => setTimeout(die, 1)), good),
      '/thrown-in-finish': beyondReach((io, die) => void io.res.once('finish', die), good),
      '/answers-and-throws': async (io) => {
        if (io.ctx) io.ctx.respond = false
        io.res.setHeader('Content-Type', 'text/plain; charset=utf-8')
        io.res.end('good')
        await pause()
        fail(new Error('a secret'))
      },
      '/next-twice': (io) => {
        if (io.express === undefined) fail(new NotFound())
        io.express?.next(new NotFound())
        io.express?.next(new Error('a secret'))
      },
      '/destroys-and-throws': async (io) => {
        io.res.destroy()
        fail(new Error('a secret'))
      },
      '/stream-fails-before': streaming(async function* () {
        fail(new NotFound())
        yield ''
      }),
      '/stream-fails-during': streaming(async function* () {
        yield 'half'
        await pause()
        fail(new NotFound())
      }),
      '/stream-fails-after': streaming(async function* () {
        yield 'good'
      }, 'fails behind its end'),
      '/too-large': () => fail(new ContentTooLarge()),
      '/unauthorized': () => fail(new Unauthorized({ challenges: [bearer({ realm: 'soak' })] })),
      [smuggled]: good,
    },
  }
}

function misbehave(): unknown {
  return contexts.getStore()?.misbehaviour?.act()
}

function streaming(source: () => AsyncGenerator<string>, how?: 'fails behind its end'): Handler {
  return async (io) => {
    io.header('Content-Type', 'text/plain; charset=utf-8')
    const stream = Readable.from(source(), { autoDestroy: how === undefined })
    if (how !== undefined) stream.once('end', () => setImmediate(() => stream.emit('error', new Error('a secret'))))
    if (io.ctx) return io.body(stream)
    stream.pipe(io.res)
    await new Promise((_, reject) => void stream.on('error', reject))
  }
}

function withThrowingGetters(): Error {
  const error = new Error('a secret')
  for (const name of ['status', 'statusCode', 'expose', 'headers', 'message', 'stack', 'name', 'cause']) {
    Object.defineProperty(error, name, { get: () => fail(new Error('a secret')) })
  }
  return error
}
