import type { IncomingMessage, ServerResponse } from 'node:http'
import express from 'express'
import { NotFound } from 'statuswise'
import { handle, problems } from 'statuswise/express'
import { describe, expect, it, vi } from 'vitest'

type Next = (error?: unknown) => void
type Handler = (req: IncomingMessage, res: ServerResponse, next: Next) => unknown

const call = (handler: Handler, next: Next): unknown => handle(handler)(req, res, next)

const req = {} as IncomingMessage
const res = {} as ServerResponse

describe('handle', () => {
  it('calls the handler with what it was called with', () => {
    const handler = vi.fn<Handler>()
    const next = vi.fn()
    call(handler, next)
    expect(handler).toHaveBeenCalledExactlyOnceWith(req, res, next)
    expect(next).not.toHaveBeenCalled()
  })

  it('leaves it to the handler to call next()', () => {
    const next = vi.fn()
    call((_req, _res, next) => next(), next)
    expect(next).toHaveBeenCalledExactlyOnceWith()
  })

  it('hands an Error that is thrown to next() as it is', () => {
    const next = vi.fn()
    const thrown = new NotFound()
    call(() => {
      throw thrown
    }, next)
    expect(next).toHaveBeenCalledExactlyOnceWith(thrown)
  })

  it('hands an Error that a promise rejects with to next() as it is', async () => {
    const next = vi.fn()
    const thrown = new NotFound()
    call(async () => {
      throw thrown
    }, next)
    await vi.waitUntil(() => next.mock.calls.length > 0)
    expect(next).toHaveBeenCalledExactlyOnceWith(thrown)
  })

  it('does nothing where a promise is fulfilled', async () => {
    const next = vi.fn()
    call(async () => 'value', next)
    await new Promise(setImmediate)
    expect(next).not.toHaveBeenCalled()
  })

  it('takes any thenable for a promise', () => {
    const next = vi.fn()
    const thrown = new NotFound()
    // biome-ignore lint/suspicious/noThenProperty: that is the point
    call(() => ({ then: (_: unknown, reject: (reason: unknown) => void) => reject(thrown) }), next)
    expect(next).toHaveBeenCalledExactlyOnceWith(thrown)
  })

  it('hands on what a thenable itself throws', () => {
    const next = vi.fn()
    const thrown = new NotFound()
    call(
      () => ({
        // biome-ignore lint/suspicious/noThenProperty: that is the point
        get then() {
          throw thrown
        },
      }),
      next,
    )
    expect(next).toHaveBeenCalledExactlyOnceWith(thrown)
  })

  it.each([[null], [undefined], ['route'], ['router'], [0], ['a string']])(
    'makes an Error of %o, which problems() takes apart again',
    (thrown) => {
      const next = vi.fn()
      call(() => {
        throw thrown
      }, next)
      const [error] = next.mock.lastCall ?? []
      expect(error).toBeInstanceOf(Error)
      const onProblem = vi.fn()
      const [, onError] = problems({ onProblem })
      const gone = { headersSent: false, destroyed: true, getHeaders: () => ({}) } as unknown as ServerResponse
      onError(error, { headers: {} } as IncomingMessage, gone, vi.fn())
      expect(onProblem.mock.lastCall).toMatchObject([{ thrown, outcome: 'aborted' }])
    },
  )

  it('is an error handler where it is given one: Express knows it by its four parameters', async () => {
    const handler = vi.fn(async (_error: unknown, _req: IncomingMessage, _res: ServerResponse, _next: unknown) => {
      throw new NotFound()
    })
    const next = vi.fn()
    const thrown = new Error('the first')
    const wrapped = handle((error: unknown, req: IncomingMessage, res: ServerResponse, next: Next) =>
      handler(error, req, res, next),
    )
    expect(wrapped).toHaveLength(4)
    wrapped(thrown, req, res, next)
    await vi.waitUntil(() => next.mock.calls.length > 0)
    expect(handler).toHaveBeenCalledExactlyOnceWith(thrown, req, res, next)
    expect(next).toHaveBeenCalledExactlyOnceWith(expect.any(NotFound))
  })

  it('is a request handler in the eyes of Express where it is given one', () => {
    expect(handle(() => {})).toHaveLength(3)
  })

  it('lets Express’s own types through', () => {
    const router = express.Router()
    router.get(
      '/orders/:id',
      handle(async (req, res) => {
        const id: string = req.params.id
        res.json({ id })
      }),
    )
    router.use(
      handle((error: unknown, _req: express.Request, res: express.Response, next: express.NextFunction) => {
        res.status(500)
        next(error)
      }),
    )
    expect(router.stack).toHaveLength(2)
  })

  it.each([[undefined], [null], ['handler'], [{}], [Promise.resolve()]])('refuses %o when it is mounted', (wrong) => {
    expect(() => handle(wrong as never)).toThrow(new TypeError('handle() takes a request handler'))
  })
})
