import type { ErrorRequestHandler } from 'express'
import { noContent } from 'statuswise'
import * as ofExpress from 'statuswise/express'
import * as ofKoa from 'statuswise/koa'
import { describe, expect, it } from 'vitest'
import { type Framework, frameworks } from '../support/frameworks.ts'
import { answerOf, serve } from '../support/serve.ts'

type Mounted = (...args: never[]) => unknown

const names = ['problems', 'conform', 'audit', 'maintenance', 'moved', 'gone'] as const

/** What each function makes, to be mounted; problems() of Express makes two handlers (Koa itself refuses the array). */
function made(adapter: typeof ofExpress | typeof ofKoa, name: (typeof names)[number]): readonly Mounted[] {
  const { problems, conform, audit, maintenance, moved, gone } = adapter as typeof ofExpress
  const all = {
    problems: () => problems(),
    conform: () => conform(),
    audit: () => audit(),
    maintenance: () => maintenance({ active: true }),
    moved: () => moved({ '/': '/new' }),
    gone: () => gone(['/']),
  }
  return [all[name]()].flat() as readonly Mounted[]
}

/** What the framework hands to who handles errors when a request comes by this middleware. */
async function failure(framework: Framework, middleware: Mounted): Promise<string> {
  const server = await serve(framework, {
    problems: false,
    setup: {
      express: (app) => {
        app.use(middleware as never)
        const tell: ErrorRequestHandler = (error, _req, res, _next) => res.end(`${error.name}: ${error.message}`)
        app.use(tell)
      },
      koa: (app) => {
        app.use(async (ctx, next) => {
          await next().catch((error: Error) => {
            ctx.body = `${error.name}: ${error.message}`
          })
        })
        app.use(middleware as never)
      },
    },
    routes: { '/': ({ body }) => body('the route') },
  })
  return (await answerOf(server)).text()
}

describe.each(frameworks)('$name', (framework) => {
  const [own, other, right, wrong] =
    framework.family === 'koa'
      ? ([ofKoa, ofExpress, 'koa', 'express'] as const)
      : ([ofExpress, ofKoa, 'express', 'koa'] as const)
  const here = framework.family === 'koa' ? 'Koa' : 'Express'

  it('send() of the other adapter says whose it is, also to who does not wait for it', async () => {
    // The context of Koa, the response of Express.
    const handler = (first: unknown, second: unknown): void => {
      void Reflect.apply(other.send, undefined, [framework.family === 'koa' ? first : second, noContent()])
    }
    expect(await failure(framework, handler as Mounted)).toMatch(
      new RegExp(`^TypeError: send\\(\\) of statuswise/${wrong} .* for ${here} import it from statuswise/${right}$`),
    )
  })

  it.each(names)('%s() of the other adapter says whose it is', async (name) => {
    for (const middleware of made(other, name)) {
      expect(await failure(framework, middleware)).toBe(
        `TypeError: ${name}() of statuswise/${wrong} was mounted in ${here}: import it from statuswise/${right}`,
      )
    }
  })

  it.each(names)('%s, mounted without being called, says how it is mounted', async (name) => {
    expect(await failure(framework, own[name] as Mounted)).toMatch(
      new RegExp(`^TypeError: ${name} is to be called: app\\.use\\(${name}\\(.*\\)\\)$`),
    )
  })

  it('without anybody who handles the error, a 500 is sent and the server goes on', async () => {
    for (const name of names) {
      for (const middleware of made(other, name)) {
        const mount = (app: { use(middleware: never): unknown }): unknown => app.use(middleware as never)
        const server = await serve(framework, {
          problems: false,
          setup: { express: (app) => void mount(app), koa: (app) => void mount(app) },
          routes: {},
        })
        expect((await answerOf(server)).status, name).toBe(500)
        expect((await answerOf(server)).status, name).toBe(500)
      }
    }
  })
})
