import type { IncomingMessage } from 'node:http'
import type { Application, IRouter, RequestHandler } from 'express'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { routedMethods } from '../../../adapters/express/routes.ts'
import { type Express, passThrough, type Version, versions } from './versions.ts'

// Express is asked: a route has a path where Express runs its handler for it.

const methods = ['GET', 'PUT', 'POST'] as const

/** What a router has, in order: routes, routers and applications, and places to ask from. */
type Part =
  | { readonly kind: 'route'; readonly path: string | RegExp; readonly method: (typeof methods)[number] }
  | {
      readonly kind: 'router' | 'application'
      readonly mount: string | RegExp
      readonly parts: Parts
      readonly options: Options
    }
  | { readonly kind: 'ask'; readonly mount: string | RegExp }

interface Options {
  readonly strict: boolean
  readonly caseSensitive: boolean
}

type Parts = readonly Part[]

function arbitraryParts({ major }: Version): fc.Arbitrary<Parts> {
  const own = major === 4 ? ['/a/*', '/:x?', '/a.:x', '*'] : ['/a/*y', '{/:x}', '/a.:x', '/{*y}']
  const path = fc.constantFrom<string | RegExp>(
    '/',
    '/a',
    '/a/',
    '/A',
    '/a/b',
    '/:x',
    '/:x/b',
    '/b/:x/',
    /^\/a/,
    /b/,
    ...own,
  )
  const mount = fc.constantFrom<string | RegExp>('/', '/a', '/b/', '/a/b', '/:x', '/A/:x', /^\/[ab]/, ...own)
  const options = fc.record({ strict: fc.boolean(), caseSensitive: fc.boolean() })
  const { parts } = fc.letrec<{ parts: Parts; part: Part }>((tie) => ({
    parts: fc.array(tie('part'), { minLength: 1, maxLength: 5, depthIdentifier: 'parts' }),
    part: fc.oneof(
      { depthSize: 'small', depthIdentifier: 'parts' },
      {
        weight: 4,
        arbitrary: fc.record({ kind: fc.constant('route' as const), path, method: fc.constantFrom(...methods) }),
      },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('ask' as const), mount }) },
      {
        weight: 3,
        arbitrary: fc.record({ kind: fc.constantFrom('router', 'application'), mount, parts: tie('parts'), options }),
      },
    ),
  }))
  return parts
}

const target = fc
  .tuple(
    fc.array(fc.constantFrom('a', 'b', 'A', 'a.b', 'c', '%20', ''), { maxLength: 4 }),
    fc.constantFrom('', '/', '?x=/a'),
  )
  .map(([segments, end]) => `${segments.map((segment) => `/${segment}`).join('') || '/'}${end}`)

/** What handlers were run of an application, and what was answered inside it. */
interface Log {
  readonly ran: Map<unknown, Set<string>>
  readonly answers: { readonly app: unknown; readonly methods: readonly string[] | undefined }[]
}

function build(express: Express, into: IRouter, app: Application, parts: Parts, log: Log): void {
  for (const part of parts) {
    if (part.kind === 'route') {
      const handler: RequestHandler = (req, _res, next) => {
        if (req.method === part.method) log.ran.get(app)?.add(part.method)
        next()
      }
      into.route(part.path as string)[part.method.toLowerCase() as 'get'](handler)
    } else if (part.kind === 'ask') {
      into.use(part.mount, (req, _res, next) => {
        log.answers.push({ app, methods: answer(req) })
        next()
      })
    } else if (part.kind === 'router' || into !== app) {
      // Where a router, and no application, mounts an application, Express leaves the request in it.
      const router = express.Router(part.options)
      build(express, router, app, part.parts, log)
      into.use(part.mount, router)
    } else {
      const inner = application(express, part.options)
      log.ran.set(inner, new Set())
      build(express, inner, inner, part.parts, log)
      into.use(part.mount, inner)
    }
  }
}

function application(express: Express, { strict, caseSensitive }: Options): Application {
  const app = express()
  app.set('strict routing', strict)
  app.set('case sensitive routing', caseSensitive)
  return app
}

function answer(req: IncomingMessage): readonly string[] | undefined {
  const found = routedMethods(req, { catchAllRoutes: true })
  return found && [...found].sort()
}

for (const version of versions) {
  describe(`routedMethods on ${version.name}`, () => {
    it('tells of what Express routes, or nothing', async () => {
      const options = fc.record({ strict: fc.boolean(), caseSensitive: fc.boolean() })
      await fc.assert(
        fc.asyncProperty(arbitraryParts(version), options, target, async (parts, options, target) => {
          const app = application(version.express, options)
          const log: Log = { ran: new Map([[app, new Set()]]), answers: [] }
          build(version.express, app, app, parts, log)
          for (const method of methods) {
            const req = await passThrough(app, target, method)
            log.answers.push({ app, methods: answer(req) })
          }
          for (const { app, methods } of log.answers) {
            if (methods === undefined) continue
            expect(methods).toEqual([...(log.ran.get(app) ?? [])].sort())
          }
          // At the end of the outermost application only doubled slashes leave doubt.
          if (target.includes('//')) return
          const ran = [...(log.ran.get(app) ?? [])].sort()
          expect(log.answers.at(-1)?.methods ?? []).toEqual(ran)
        }),
        { numRuns: 300 },
      )
    })
  })
}
