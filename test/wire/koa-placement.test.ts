import createError from 'http-errors'
import { bearer, MethodNotAllowed, NotFound, RangeNotSatisfiable, Unauthorized, UpgradeRequired } from 'statuswise'
import { describe, expect, it } from 'vitest'
import { frameworks, type TestApp } from '../support/frameworks.ts'
import { type RawResponse, request } from '../support/raw-client.ts'
import type { RequestParts } from '../support/requests.ts'
import { answerOf, serve, throwing } from '../support/serve.ts'

const failures: readonly (readonly [string, unknown])[] = [
  ['a 401', new Unauthorized({ challenges: [bearer({ realm: 'a' }), bearer({ realm: 'b' })] })],
  ['a 404', new NotFound('No order 42 – für niemanden')],
  ['a 405', new MethodNotAllowed({ allow: [] })],
  ['a 413', createError(413)],
  ['a 416', new RangeNotSatisfiable({ size: 7 })],
  ['a 426', new UpgradeRequired({ protocols: ['websocket'] })],
  ['a 500', new Error('a secret')],
  ['null', null],
]

const requests: readonly (readonly [string, RequestParts])[] = [
  ['GET', {}],
  ['HEAD', { method: 'HEAD' }],
  ['a browser', { headers: { Accept: 'text/html' } }],
  ['HTTP/1.0', { version: '1.0' }],
  ['an upload', { method: 'POST', headers: { 'Content-Length': '1000000' } }],
]

/** Somebody further out, who has a say in the response after problems(). */
const further: TestApp['setup'] = {
  koa: (koa) => {
    koa.silent = true
    koa.use((_ctx, next) => next())
  },
}
const outermost: TestApp['setup'] = {
  koa: (koa) => {
    koa.silent = true
  },
}

describe.each(frameworks.filter(({ family }) => family === 'koa'))('$name', (framework) => {
  it.each(failures)('%s is answered alike wherever problems() is mounted', async (_, thrown) => {
    for (const [, parts] of requests) {
      const answers: RawResponse[] = []
      for (const setup of [outermost, further]) {
        const app: TestApp = {
          ...throwing(thrown),
          setup,
          before: {
            koa: [
              (ctx, next) => {
                ctx.set({ ETag: '"v1"', 'Content-Length': '5', 'X-Request-Id': '7', Vary: 'Origin' })
                return next()
              },
            ],
          },
        }
        answers.push(await answerOf(await serve(framework, app), parts))
      }
      const [now, later] = answers.map((response) => ({ ...response, headerLines: undated(response) }))
      expect(now).toEqual(later)
      expect(now?.complete, request(parts)).toBe(true)
    }
  })

  it('middleware further out can still change the response', async () => {
    const app: TestApp = {
      ...throwing(new NotFound('No order 42')),
      setup: {
        koa: (koa) =>
          koa.use(async (ctx, next) => {
            await next()
            ctx.set('X-Status', `${ctx.status}`)
            ctx.body = `told: ${ctx.body}`
          }),
      },
    }
    const response = await answerOf(await serve(framework, app))
    expect(response.header('X-Status')).toBe('404')
    expect(response.text()).toMatch(/^told: \{.*No order 42.*\}$/)
  })
})

function undated({ headerLines }: RawResponse): string[] {
  return headerLines
    .filter(([name]) => name !== 'Date')
    .map(([name, value]) => `${name}: ${value}`)
    .sort()
}
