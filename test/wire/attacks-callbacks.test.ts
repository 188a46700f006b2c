import { runInNewContext } from 'node:vm'
import { NotFound } from 'statuswise'
import { describe, expect, it } from 'vitest'
import { type AnyRequest, frameworks, type TestApp } from '../support/frameworks.ts'
import { exchange, request } from '../support/raw-client.ts'
import { answerOf, serve, throwing } from '../support/serve.ts'

/** A thenable of somebody else's making: nobody waits for the promise that its then() gives. */
function leakingThenable(): PromiseLike<never> {
  // biome-ignore lint/suspicious/noThenProperty: that is the point
  return { then: () => Promise.reject(new Error('a broken callback')) }
}

const callbacks = ['extend', 'instance', 'cacheControl', 'onProblem'].map(
  (name) => [name, { [name]: leakingThenable }] as const,
)
const leaking = [...callbacks, ['recognize', { recognize: [leakingThenable] }] as const]

describe.each(frameworks)('$name', (framework) => {
  it.each(leaking)('%s may return a thenable whose then() rejects', async (_, options) => {
    const problems = options as NonNullable<TestApp['problems']>
    const server = await serve(framework, throwing(new NotFound(), problems))
    const { responses, error, closed } = await exchange(server.port, [request(), request()])
    expect(responses.map(({ status }) => status)).toEqual([404, 404])
    expect({ error, closed }).toEqual({ error: undefined, closed: 'open' })
    expect(server.errors).toEqual([])
  })
})

describe.each(frameworks)('$name', (framework) => {
  it('onProblem may return a promise of another realm that rejects', async () => {
    const problems = { onProblem: () => runInNewContext('Promise.reject(new Error("a broken callback"))') }
    const server = await serve(framework, throwing(new NotFound(), problems))
    expect((await answerOf(server)).status).toBe(404)
    await new Promise(setImmediate)
    expect(server.errors).toEqual([])
  })
})

const onProblem = ({ request: { res } }: { readonly request: AnyRequest }): void => void res?.end('again')

describe.each(frameworks)('$name', (framework) => {
  it.each<[string, TestApp]>([
    ['a thrown value', throwing(new NotFound())],
    ['nobody answering', { routes: {} }],
  ])('onProblem may end the response to %s again', async (_, app) => {
    const server = await serve(framework, { ...app, problems: { onProblem } })
    const { responses, error } = await exchange(server.port, [request(), request({ method: 'HEAD' }), request()])
    expect(responses).toMatchObject([{ status: 404 }, { status: 404 }, { status: 404 }])
    expect(error).toBeUndefined()
    expect(server.errors).toEqual([])
  })
})

describe.each(frameworks.filter(({ family }) => family === 'koa'))('$name', (framework) => {
  it('onProblem may end the response before middleware further out is done with it', async () => {
    const setup: TestApp['setup'] = { koa: (koa) => void koa.use((_ctx, next) => next()) }
    const server = await serve(framework, { ...throwing(new NotFound()), setup, problems: { onProblem } })
    // What it writes does not have the announced length; that is its own affair.
    const { responses } = await exchange(server.port, request({ method: 'HEAD' }))
    expect(responses).toMatchObject([{ status: 404 }])
    expect(server.errors).toEqual([])
  })
})
