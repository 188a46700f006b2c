import { Readable } from 'node:stream'
import { pipeline as pipe } from 'node:stream/promises'
import { NotFound } from 'statuswise'
import { describe, expect, it, vi } from 'vitest'
import { type Handler, hosts, type Io, type RunningServer, type TestApp } from '../support/frameworks.ts'
import { protectedServer } from '../support/protected.ts'
import { converse, exchange, pipeline, request } from '../support/raw-client.ts'

// The streams that send() takes are in test/wire/streamed-*.test.ts; here are those that handlers pipe by themselves.

/** When a stream of the application fails. */
type Moment = 'before' | 'during' | 'after'

function failing(moment: Moment): Readable {
  const stream = Readable.from(
    (async function* () {
      if (moment === 'before') throw new NotFound('a secret')
      yield 'half'
      await new Promise((resolve) => setTimeout(resolve, 5))
      if (moment === 'during') throw new NotFound('a secret')
      yield ' full'
    })(),
    { autoDestroy: moment !== 'after' },
  )
  if (moment === 'after') stream.once('end', () => setImmediate(() => stream.emit('error', new Error('a secret'))))
  return stream
}

/** Pipes as is usual on a host, and hands on what fails. */
const piping =
  (moment: Moment): Handler =>
  (io) => {
    io.header('Content-Type', 'text/plain; charset=utf-8')
    const stream = failing(moment)
    if (io.ctx) return io.body(stream)
    stream.pipe(io.res)
    return new Promise((_, reject) => void stream.on('error', reject))
  }

const thenGood = pipeline([request(), request({ target: '/good' })])

function beside(handler: Handler, outcomes: string[]): TestApp {
  const onProblem = ({ outcome }: { outcome: string }): void => void outcomes.push(outcome)
  const good = (io: Io): void => {
    io.header('Content-Type', 'text/plain; charset=utf-8')
    io.body('good')
  }
  // Express 4 hears of rejections through handle(), which is mounted for what is async.
  return { problems: { onProblem }, routes: { '/': async (io) => handler(io), '/good': good } }
}

const connections = ({ server }: RunningServer): Promise<number> =>
  new Promise((resolve) => server.getConnections((_, count) => resolve(count)))

describe.each(hosts)('on $name, behind protect(), a stream', (host) => {
  it('that fails before its first byte is answered, and the connection goes on', async () => {
    const outcomes: string[] = []
    const server = await protectedServer(host, {}, {}, beside(piping('before'), outcomes))
    const { responses, error, closed } = await exchange(server.port, thenGood)
    expect({ error, closed }).toEqual({ error: undefined, closed: 'open' })
    expect(responses.map((response) => response.status)).toEqual([404, 200])
    expect(responses[0]?.header('Content-Type')).toBe('application/problem+json')
    expect(outcomes).toEqual(['sent'])
    expect(server.errors).toEqual([])
  })

  it('that fails half-way is cut, and with it the connection (RFC 9112 §8)', async () => {
    const outcomes: string[] = []
    const server = await protectedServer(host, {}, {}, beside(piping('during'), outcomes))
    const { responses, bytes, closed } = await exchange(server.port, thenGood, { methods: ['GET', 'GET'] })
    expect(responses).toMatchObject([{ status: 200, complete: false }])
    expect(closed).not.toBe('open')
    expect(String(bytes)).not.toContain('secret')
    expect(outcomes).toEqual(['cut'])
    await vi.waitFor(async () => expect(await connections(server)).toBe(0), 20_000)
    expect(server.errors).toEqual([])
  })

  it('that fails behind its end leaves the response whole', async () => {
    const outcomes: string[] = []
    const server = await protectedServer(host, {}, {}, beside(piping('after'), outcomes))
    const { responses, error, closed } = await exchange(server.port, thenGood)
    expect({ error, closed }).toEqual({ error: undefined, closed: 'open' })
    expect(responses.map((response) => response.text())).toEqual(['half full', 'good'])
    // Koa does not listen to a stream that is over.
    expect(outcomes.filter((outcome) => outcome !== 'late')).toEqual([])
  })

  // pipeline() of node:stream destroys its destination with its source: there is nothing left to answer on.
  it.each<Moment>(['before', 'during'])(
    'in a pipeline() that fails %s ends the connection, and no more',
    async (when) => {
      const outcomes: string[] = []
      const handler: Handler = (io) => {
        if (io.ctx) io.ctx.respond = false
        io.res.setHeader('Content-Type', 'text/plain; charset=utf-8')
        return pipe(failing(when), io.res)
      }
      const server = await protectedServer(host, {}, {}, beside(handler, outcomes))
      const { responses, closed } = await exchange(server.port, request())
      expect(responses.filter(({ complete }) => complete)).toEqual([])
      expect(closed).not.toBe('open')
      await vi.waitFor(() => expect(outcomes).not.toEqual([]), 20_000)
      expect(new Set(outcomes)).toEqual(new Set(['aborted']))
      expect((await exchange(server.port, request({ target: '/good' }))).responses).toMatchObject([{ status: 200 }])
      expect(server.errors).toEqual([])
    },
  )

  it.each([1000, 60_000])(
    'of a request with %i bytes of content that its handler gives up is answered, and the connection goes on',
    async (size) => {
      const outcomes: string[] = []
      const handler: Handler = async (io) => {
        // A loop that is left destroys the request.
        for await (const _ of io.req) throw new NotFound()
      }
      const server = await protectedServer(host, {}, {}, beside(handler, outcomes))
      await converse(server.port, {}, async (conversation) => {
        conversation.send(`${request({ method: 'POST', headers: { 'Content-Length': String(size) } })}half`)
        expect((await conversation.response()).status).toBe(404)
        conversation.send(`${'x'.repeat(size - 4)}${request({ target: '/good' })}`)
        expect((await conversation.response()).text()).toBe('good')
      })
      expect(outcomes).toEqual(['sent'])
      expect(server.errors).toEqual([])
    },
  )
})
