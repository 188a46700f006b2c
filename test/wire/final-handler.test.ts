import { createServer, type RequestListener } from 'node:http'
import express from 'express'
import express4 from 'express4'
import { bearer, NotFound, Unauthorized } from 'statuswise'
import { createHandler, finalHandler } from 'statuswise/node'
import { describe, expect, it, vi } from 'vitest'
import type { Host, RunningServer } from '../support/frameworks.ts'
import { hosts } from '../support/frameworks.ts'
import { answerOf, serve } from '../support/serve.ts'

const node = hosts.at(-1) as Host

/** A server of node:http that does just this. */
const listening = (listener: RequestListener): Promise<RunningServer> =>
  serve(node, { routes: {} }, { createServer: () => createServer(listener) })

describe('finalHandler()', () => {
  it('answers 404 without an error', async () => {
    const server = await listening((req, res) => finalHandler(req, res)())
    const response = await answerOf(server, { target: '/x' })
    expect([response.status, JSON.parse(String(response.body)).status]).toEqual([404, 404])
  })

  it('answers an error with what it is, and the rest with a 500 that says nothing', async () => {
    const errors = [new Unauthorized({ challenges: [bearer()] }), new Error('secret'), 'text', Object.create(null)]
    for (const [at, status] of [401, 500, 500, 500].entries()) {
      const server = await listening((req, res) => finalHandler(req, res, { onProblem: () => {} })(errors[at]))
      const response = await answerOf(server)
      expect(response.status, String(at)).toBe(status)
      expect(String(response.body)).not.toMatch(/secret|text/)
    }
  })

  it('takes no falsy value for an error, as the package finalhandler', async () => {
    for (const error of [undefined, null, false, '', 0, 0n, Number.NaN]) {
      const server = await listening((req, res) => finalHandler(req, res)(error))
      expect((await answerOf(server)).status, String(error)).toBe(404)
    }
  })

  it.each([
    ['5', express],
    ['4', express4],
  ])('is what an Express %s application takes in place of its own', async (_, framework) => {
    const app = framework()
    app.get('/', () => {
      throw new NotFound('No such thing')
    })
    const server = await listening((req, res) => {
      const done = finalHandler(req, res)
      ;(app as unknown as { handle(...all: unknown[]): void }).handle(req, res, done)
    })
    expect(JSON.parse(String((await answerOf(server)).body)).detail).toBe('No such thing')
    expect((await answerOf(server, { target: '/other' })).status).toBe(404)
  })

  it('tells onerror of errors, after the response, as the package finalhandler does; what that throws harms nobody', async () => {
    const onerror = vi.fn(() => {
      throw new Error('of the callback')
    })
    const thrown = new NotFound('No such thing')
    const server = await listening((req, res) => finalHandler(req, res, { onerror, env: 'production' })(thrown))
    expect((await answerOf(server)).status).toBe(404)
    expect(onerror).toHaveBeenCalledExactlyOnceWith(thrown, expect.anything(), expect.anything())
  })

  it('prints server errors, but where onerror gets them', async () => {
    const fail = async (options: object): Promise<string> => {
      const server = await serve(
        node,
        { routes: {} },
        {
          env: 'production',
          createServer: () => createServer((req, res) => finalHandler(req, res, options)(new Error('the reason'))),
        },
      )
      expect((await answerOf(server)).status).toBe(500)
      return server.logged.join()
    }
    expect(await fail({})).toMatch(/the reason/)
    expect(await fail({ onerror: () => {} })).toBe('')
  })

  it('leaves a response alone that somebody wrote, and cuts one that fails half-way', async () => {
    const whole = await listening((req, res) => {
      res.end('whole')
      finalHandler(req, res)()
    })
    expect(String((await answerOf(whole)).body)).toBe('whole')
    const half = await listening((req, res) => {
      res.write('half')
      finalHandler(req, res, { onProblem: () => {} })(new Error('late'))
    })
    await expect(answerOf(half)).rejects.toThrow()
  })

  it.each<[object, RegExp]>([
    [
      { onError: () => {} },
      /^finalHandler\(\) has no option "onError" \(did you mean "onerror"\?\); it has .*allow.*, onProblem, onerror, env$/,
    ],
    [null as never, /^finalHandler\(\) takes its options as an object: \{ /],
    [5 as never, /^finalHandler\(\) takes its options as an object: \{ /],
    [{ onerror: true }, /"onerror" takes/],
    [{ formats: 'html' }, /"formats"/],
  ])('refuses %o', (options, message) => {
    expect(() => finalHandler({} as never, {} as never, options)).toThrow(message)
  })
})

describe('createHandler()', () => {
  it('answers what a function throws, or rejects with, whatever that is', async () => {
    for (const fn of [
      () => {
        throw new NotFound('No such thing')
      },
      async () => {
        throw new NotFound('No such thing')
      },
    ]) {
      const response = await answerOf(await listening(createHandler(fn)))
      expect([response.status, JSON.parse(String(response.body)).detail]).toEqual([404, 'No such thing'])
    }
    for (const thrown of [null, undefined, 0, 'text']) {
      const options = { onProblem: () => {} }
      const sync = createHandler(() => {
        throw thrown
      }, options)
      const async = createHandler(() => Promise.reject(thrown), options)
      for (const handler of [sync, async]) expect((await answerOf(await listening(handler))).status).toBe(500)
    }
  })

  it('takes a function, and options that exist', () => {
    expect(() => createHandler(undefined as never)).toThrow(/takes a function/)
    expect(() => createHandler(() => {}, { allow: 1 } as never)).toThrow(/"allow"/)
    expect(() => createHandler(() => {}, { nothing: 1 } as never)).toThrow(/no option "nothing"/)
  })
})
