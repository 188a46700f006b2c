import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type Koa from 'koa'
import type { Reply, StreamedContent } from 'statuswise'
import { send as sendOnExpress } from 'statuswise/express'
import { send as sendOnKoa } from 'statuswise/koa'
import { onTestFinished } from 'vitest'
import { type Framework, frameworks, type Io, type TestApp } from './frameworks.ts'

/** `send()` of the framework's own adapter. */
export const send = (io: Io, reply: Reply): Promise<void> =>
  io.ctx === undefined ? sendOnExpress(io.res, reply) : sendOnKoa(io.ctx, reply)

/** Every framework, with `problems()` and without; on Koa also where Koa itself is told to send nothing. */
export const mountings: readonly Mounting[] = frameworks.flatMap((framework): Mounting[] => [
  [framework.name, framework, {}],
  [`${framework.name} without problems()`, framework, { problems: false }],
  ...(framework.family === 'koa' ? [bypassing(framework)] : []),
])

type Mounting = readonly [name: string, framework: Framework, app: Pick<TestApp, 'problems' | 'before'>]

function bypassing(framework: Framework): Mounting {
  const koa: Koa.Middleware = (ctx, next) => {
    ctx.respond = ctx.path === '/good'
    return next()
  }
  return [`${framework.name} with ctx.respond = false`, framework, { before: { koa: [koa] } }]
}

/** A reply with content that is made while it is sent, and with fields that only a success has. */
export function streamed(open: StreamedContent['open'], length?: number): Reply {
  return { status: 200, headers: { 'Content-Type': 'text/plain', ETag: '"v1"' }, body: { length, open } }
}

/** An application that answers `/` with such a reply, whatever the method, and `/good` with text. */
export function sending(open: StreamedContent['open'], length?: number): Pick<TestApp, 'routes'> {
  return { routes: { '/': (io) => send(io, streamed(open, length)), '/good': (io) => io.body('good') } }
}

/** Parts of content, one after the other; an error among them is thrown, each in a turn of the event loop of its own. */
export async function* parts(...given: unknown[]): AsyncGenerator<string> {
  for (const part of given) {
    await new Promise(setImmediate)
    if (part instanceof Error) throw part
    yield part as string
  }
}

/** A client that reads nothing of what it asks for, until it is resumed. */
export async function unreading(port: number, sent: string | Buffer): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1' }).on('error', () => {})
  onTestFinished(() => void socket.destroy())
  await once(socket, 'connect')
  socket.pause()
  socket.write(sent)
  return socket
}
