import { describe, expect, it } from 'vitest'
import { type Framework, frameworks, type ServeOptions } from '../support/frameworks.ts'
import type { RawResponse } from '../support/raw-client.ts'
import { answerOf, serve } from '../support/serve.ts'

// Values are made anew for every request: a rejected promise must not be rejected before it is thrown.
const falsy: readonly (readonly [string, () => unknown])[] = [
  ['null', () => null],
  ['undefined', () => undefined],
  ["''", () => ''],
  ['0', () => 0],
  ['false', () => false],
  ['NaN', () => Number.NaN],
]

const directions: readonly (readonly [string, () => unknown])[] = [
  ["'route'", () => 'route'],
  ["'router'", () => 'router'],
]

const others: readonly (readonly [string, () => unknown])[] = [
  ["'string'", () => 'a secret'],
  ['42', () => 42],
  ['404', () => 404],
  ['a bigint', () => 10n],
  ['a promise', () => Promise.resolve('a secret')],
  ['a promise that never settles', () => new Promise(() => {})],
  ['a promise that rejects', () => rejecting()],
  ['a function', () => () => 'a secret'],
  ['a symbol', () => Symbol('a secret')],
  ['an object', () => ({ status: 404, message: 'a secret', expose: true })],
  ['an object without prototype', () => Object.assign(Object.create(null), { message: 'a secret' })],
  ['an array', () => ['a secret']],
  ['a Response', () => new Response('a secret', { status: 404 })],
  ['an Error with status 200', () => withStatus(200)],
  ['an Error with status 99', () => withStatus(99)],
  ['an Error with status 1000', () => withStatus(1000)],
  ["an Error with status 'abc'", () => withStatus('abc')],
  ["an Error with status '404'", () => withStatus('404')],
  ['an Error with status NaN', () => withStatus(Number.NaN)],
  ['an Error with status 404.5', () => withStatus(404.5)],
  ['an Error with status -404', () => withStatus(-404)],
  ['an Error with status null', () => withStatus(null)],
  ['an Error whose getters throw', () => withThrowingGetters()],
  ['a frozen Error', () => Object.freeze(new Error('a secret'))],
  ['a proxy whose traps throw', () => hostileProxy()],
  ['a revoked proxy', () => revokedProxy()],
]

describe.each(frameworks)('$name', (framework) => {
  it.each(others)('throw %s is a 500 that says nothing of it', async (_, make) => {
    expectSilent500(await throwSync(framework, make))
  })

  it.each([...falsy, ...directions, ...others])(
    'a rejection with %s is a 500 that says nothing of it',
    async (_, make) => {
      expectSilent500(await rejectWith(framework, make, { handle: 'all' }))
    },
  )
})

describe.each(frameworks.filter(({ family }) => family === 'koa'))('$name', (framework) => {
  it.each([...falsy, ...directions])('throw %s is a 500', async (_, make) => {
    expectSilent500(await throwSync(framework, make))
  })
})

describe.each(frameworks.filter(({ family }) => family === 'express'))('$name', (framework) => {
  it.each([...falsy, ...directions, ...others])('throw %s in handle() is a 500', async (_, make) => {
    expectSilent500(await throwSync(framework, make, { handle: 'all' }))
  })

  // Express itself calls next(thrown): there is nothing to tell the two apart by.
  it.each([...falsy, ...directions.slice(0, 1)])(
    'throw %s without handle() means "next", so that nothing answers',
    async (_, make) => {
      const response = await throwSync(framework, make)
      expect(response.json()).toMatchObject({ status: 404, title: 'Not Found' })
    },
  )

  it("throw 'router' without handle() leaves the router, and problems() with it", async () => {
    const response = await throwSync(framework, () => 'router')
    expect(response.status).toBe(404)
    expect(response.header('Content-Type')).toBe('text/html; charset=utf-8')
  })
})

describe.each(frameworks.filter(({ name }) => name === 'Express 5'))('$name', (framework) => {
  // Express 5 puts an Error of its own in place of a falsy reason.
  it.each([...falsy, ...others])('a rejection with %s needs no handle()', async (_, make) => {
    expectSilent500(await rejectWith(framework, make, { handle: 'none' }))
  })
})

async function throwSync(framework: Framework, make: () => unknown, options?: ServeOptions): Promise<RawResponse> {
  const app = {
    routes: {
      '/': () => {
        throw make()
      },
    },
  }
  const server = await serve(framework, app, options)
  return answerOf(server)
}

async function rejectWith(framework: Framework, make: () => unknown, options: ServeOptions): Promise<RawResponse> {
  const app = {
    routes: {
      '/': async () => {
        await undefined
        throw make()
      },
    },
  }
  const server = await serve(framework, app, options)
  return answerOf(server)
}

function expectSilent500(response: RawResponse): void {
  expect(response).toMatchObject({ status: 500, reason: 'Internal Server Error', complete: true })
  expect(response.header('Content-Type')).toBe('application/problem+json')
  expect(response.json()).toMatchObject({ type: 'about:blank', status: 500, title: 'Internal Server Error' })
  expect(response.header('Cache-Control')).toBe('no-store')
  expect(JSON.stringify(response.headerLines) + response.text()).not.toContain('secret')
}

function withStatus(status: unknown): Error {
  return Object.assign(new Error('a secret'), { status, statusCode: status, expose: true })
}

// Its rejection is nobody's but the thrower's.
function rejecting(): Promise<never> {
  const promise = Promise.reject<never>(new Error('a secret'))
  promise.catch(() => {})
  return promise
}

function withThrowingGetters(): Error {
  const error = new Error('a secret')
  for (const name of ['status', 'statusCode', 'expose', 'message', 'stack', 'headers', 'cause', 'name', 'toString']) {
    Object.defineProperty(error, name, {
      get() {
        throw new Error('a secret')
      },
    })
  }
  return error
}

function hostileProxy(): object {
  const trap = (): never => {
    throw new Error('a secret')
  }
  return new Proxy(new Error('a secret'), { get: trap, has: trap, getPrototypeOf: trap, ownKeys: trap, set: trap })
}

function revokedProxy(): object {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}
