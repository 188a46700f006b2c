import createError from 'http-errors'
import { BadRequest, HttpProblem, NotFound } from 'statuswise'
import { describe, expect, it, vi } from 'vitest'
import type { ProblemEvent } from '../../adapters/node/report.ts'
import { type AnyRequest, frameworks, type ServeOptions, type TestApp } from '../support/frameworks.ts'
import { exchange, request } from '../support/raw-client.ts'
import { answerOf, serve, throwing } from '../support/serve.ts'

type Event = ProblemEvent<AnyRequest>

describe.each(frameworks)('$name', (framework) => {
  it('onProblem gets what was thrown, what it was taken for, what was sent, and to whom', async () => {
    const onProblem = vi.fn<(event: Event) => void>()
    const thrown = createError(405, 'not here')
    const server = await serve(framework, throwing(thrown, { onProblem }))
    const response = await answerOf(server, { method: 'PUT', target: '/?a=1' })
    expect(onProblem).toHaveBeenCalledOnce()
    const event = onProblem.mock.calls[0]?.[0]
    expect(event?.thrown).toBe(thrown)
    expect(event?.problem).toBeInstanceOf(HttpProblem)
    expect(event?.problem).toMatchObject({ status: 405, cause: thrown })
    expect(event).toMatchObject({ outcome: 'sent', dropped: [], request: { url: '/?a=1', method: 'PUT' } })
    expect(event?.reply).toMatchObject({ status: 405, headers: { Allow: '' }, body: response.text() })
  })

  it('a problem of the application’s own is handed on as it is', async () => {
    const onProblem = vi.fn<(event: Event) => void>()
    const thrown = new NotFound('No order 42')
    await answerOf(await serve(framework, throwing(thrown, { onProblem })))
    expect(onProblem.mock.calls[0]?.[0].problem).toBe(thrown)
  })

  it('onProblem hears of nobody answering', async () => {
    const onProblem = vi.fn<(event: Event) => void>()
    const server = await serve(framework, { problems: { onProblem }, routes: {} })
    await answerOf(server)
    expect(onProblem).toHaveBeenCalledOnce()
    expect(onProblem.mock.calls[0]?.[0]).toMatchObject({ outcome: 'sent', problem: { status: 404 } })
  })

  it('onProblem hears of nothing where nothing failed', async () => {
    const onProblem = vi.fn()
    const server = await serve(framework, { problems: { onProblem }, routes: { '/': (io) => io.body('good') } })
    await answerOf(server)
    expect(onProblem).not.toHaveBeenCalled()
  })

  it('dropped names what was left out, and why', async () => {
    const onProblem = vi.fn<(event: Event) => void>()
    const headers = { 'X-Powered-By': 'upstream', 'Retry-After': 'soon' }
    await answerOf(await serve(framework, throwing(createError(503, { headers }), { onProblem })))
    expect(onProblem.mock.calls[0]?.[0].dropped).toEqual([
      { kind: 'header', name: 'X-Powered-By', reason: expect.any(String) },
      { kind: 'header', name: 'Retry-After', reason: expect.any(String) },
    ])
  })

  it('a callback that throws is left out, and named', async () => {
    const onProblem = vi.fn<(event: Event) => void>()
    const extend = (): never => {
      throw new Error('a broken callback')
    }
    const server = await serve(framework, throwing(new NotFound('here'), { onProblem, extend }))
    expect((await answerOf(server)).json()).toMatchObject({ status: 404, detail: 'here' })
    expect(onProblem.mock.calls[0]?.[0].dropped).toMatchObject([{ kind: 'callback', name: 'extend' }])
  })

  it.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('a broken callback')
      },
    ],
    [
      'throws null',
      () => {
        throw null
      },
    ],
    ['rejects', () => Promise.reject(new Error('a broken callback'))],
    ['returns a thenable that rejects', () => rejectingThenable()],
    ['returns an object whose then throws', () => throwingThenable()],
    ['never settles', () => new Promise(() => {})],
  ])('an onProblem that %s is harmless', async (_, onProblem) => {
    const server = await serve(framework, throwing(new NotFound(), { onProblem }))
    const { responses, error } = await exchange(server.port, [request(), request()])
    expect(responses).toMatchObject([{ status: 404 }, { status: 404 }])
    expect(error).toBeUndefined()
  })

  it('an onProblem that throws or rejects is told to the operator', async () => {
    for (const failing of [
      () => {
        throw new Error('a broken callback')
      },
      () => Promise.reject(new Error('a broken callback')),
    ]) {
      const server = await serve(framework, throwing(new NotFound(), { onProblem: failing }), { env: undefined })
      await answerOf(server)
      expect(server.logged).toEqual([expect.stringContaining('onProblem failed: Error: a broken callback')])
    }
  })

  it('the options’ callbacks get the request of the framework', async () => {
    const seen: unknown[] = []
    const targetOf = (asked: AnyRequest): string => ('originalUrl' in asked ? asked.originalUrl : '')
    const server = await serve(
      framework,
      throwing(new NotFound(), {
        instance: (asked) => targetOf(asked),
        extend: (problem, asked) => ({ extended: [problem.status, targetOf(asked)] }),
        cacheControl: (problem, asked) => {
          seen.push([problem.status, targetOf(asked)])
          return 'max-age=5'
        },
      }),
    )
    const response = await answerOf(server, { target: '/?a=1' })
    expect(response.json()).toMatchObject({ instance: '/?a=1', extended: [404, '/?a=1'] })
    expect(response.header('Cache-Control')).toBe('max-age=5')
    expect(seen).toEqual([[404, '/?a=1']])
  })

  it('recognize turns the application’s own errors into problems', async () => {
    class Invalid extends Error {}
    const recognize = [(thrown: unknown) => (thrown instanceof Invalid ? new BadRequest(thrown.message) : undefined)]
    const server = await serve(framework, throwing(new Invalid('no such colour'), { recognize }))
    expect((await answerOf(server)).json()).toMatchObject({ status: 400, detail: 'no such colour' })
  })
})

describe.each(frameworks.filter(({ family }) => family === 'express'))('$name logging', (framework) => {
  const logged = async (
    app: TestApp,
    env: string | undefined,
    options: ServeOptions = {},
  ): Promise<readonly string[]> => {
    const server = await serve(framework, app, { env, ...options })
    await answerOf(server)
    return server.logged
  }

  it.each([undefined, 'development', 'production'])(
    'a 5xx is printed with its stack and causes (NODE_ENV %s)',
    async (env) => {
      const cause = new TypeError('the cause')
      const [text, ...others] = await logged(throwing(new Error('the failure', { cause })), env)
      expect(others).toEqual([])
      expect(text).toMatch(/^Error: the failure\n\s+at /)
      expect(text).toMatch(/\[cause\]: TypeError: the cause\n\s+at /)
    },
  )

  it('never with the properties of the error, which hold tokens', async () => {
    const thrown = Object.assign(new Error('upstream failed'), {
      config: { headers: { Authorization: 'Bearer hunter2' } },
      response: { body: 'hunter2' },
    })
    const [text] = await logged(throwing(thrown), undefined)
    expect(text).toContain('upstream failed')
    expect(text).not.toContain('hunter2')
  })

  it('a value that is no Error is printed as what it is', async () => {
    expect(await logged(throwing('a string'), undefined)).toEqual(['non-error thrown: a string'])
    expect(await logged(throwing(null), undefined, { handle: 'all' })).toEqual(['non-error thrown: null'])
  })

  it('a 4xx is not printed', async () => {
    expect(await logged(throwing(new NotFound()), undefined)).toEqual([])
    expect(await logged(throwing(createError(400)), 'production')).toEqual([])
    expect(await logged({ routes: {} }, undefined)).toEqual([])
  })

  it('nothing is printed under NODE_ENV=test', async () => {
    expect(await logged(throwing(new Error('the failure')), 'test')).toEqual([])
  })

  it('nothing is printed where onProblem is given', async () => {
    expect(await logged(throwing(new Error('the failure'), { onProblem: () => {} }), undefined)).toEqual([])
  })

  it('a callback that fails is printed, also with a 4xx', async () => {
    const instance = (): never => {
      throw new Error('a broken callback')
    }
    expect(await logged(throwing(new NotFound(), { instance }), undefined)).toEqual([
      expect.stringMatching(/^statuswise: callback instance: it threw: Error: a broken callback\n/),
    ])
  })

  it('a field that the application’s own problem loses is printed', async () => {
    const thrown = new NotFound({ headers: { Allow: 'no such, thing' } })
    expect(await logged(throwing(thrown), undefined)).toEqual([expect.stringMatching(/^statuswise: header Allow: /)])
  })

  it('a field that a foreign error loses is not printed', async () => {
    const thrown = createError(405, { headers: { Allow: 'no such, thing' } })
    expect(await logged(throwing(thrown), undefined)).toEqual([])
  })

  it('a failure after the head is printed, too', async () => {
    const app: TestApp = {
      routes: {
        '/': async (io) => {
          await new Promise((resolve) => io.res.write('half', resolve))
          throw new Error('the failure')
        },
      },
    }
    expect(await logged(app, undefined)).toEqual([expect.stringMatching(/^Error: the failure\n/)])
  })
})

function rejectingThenable(): unknown {
  // biome-ignore lint/suspicious/noThenProperty: that is the point
  return { then: (_: unknown, reject: (reason: unknown) => void) => reject(new Error('a broken callback')) }
}

function throwingThenable(): unknown {
  return {
    // biome-ignore lint/suspicious/noThenProperty: that is the point
    get then() {
      throw new Error('a broken callback')
    },
  }
}
