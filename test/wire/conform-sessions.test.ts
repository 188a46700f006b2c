import session from 'express-session'
import type Koa from 'koa'
import { describe, expect, it, vi } from 'vitest'
import { documentOf } from '../support/compared.ts'
import { serveConforming } from '../support/conforming.ts'
import { frameworks, type TestApp } from '../support/frameworks.ts'
import { byExpress, visiting } from '../support/handlers.ts'
import { converse, exchange, request } from '../support/raw-client.ts'
import { answerOf } from '../support/serve.ts'

// Has no types of its own for this.
const { default: koaSession } = (await import('koa-session' as string)) as {
  default(options: object, app: Koa): Koa.Middleware
}

const expresses = frameworks.filter(({ family }) => family === 'express')

const routes: TestApp['routes'] = {
  '/': byExpress((res) => res.status(404).send('no such thing')),
  '/bare': byExpress((res) => res.status(404).end()),
  '/bare-visit': visiting(byExpress((res) => res.status(404).end())),
  '/text': byExpress((res) => res.send('text')),
}

describe.each(expresses)('$name with express-session', (framework) => {
  it('has saved the session when the mended response is complete, as without conform()', async () => {
    const saved: string[] = []
    const store = slowStore(saved)
    const { server } = await serveConforming(framework, {
      setup: {
        express: (app) =>
          void app.use(session({ secret: 'a', resave: false, saveUninitialized: false, store, genid: () => 'same' })),
      },
      routes,
    })
    const first = await answerOf(server, { target: '/bare-visit' })
    expect(saved).toEqual(['set same'])
    expect(documentOf(first)).toMatchObject({ status: 404 })
    const [cookie = ''] = first.headers('Set-Cookie')
    const second = await answerOf(server, { target: '/bare-visit', headers: { Cookie: cookie.split(';', 1)[0] } })
    expect(documentOf(second)).toMatchObject({ status: 404 })
    expect(second.headers('Set-Cookie')).toEqual([])
    expect(saved).toEqual(['set same', 'touch same'])
  })

  it('sends all but the last byte ahead of the saving, and that after it', async () => {
    const store = new session.MemoryStore()
    const { set } = store
    const saving: (() => void)[] = []
    store.set = (...args) => void saving.push(() => Reflect.apply(set, store, args))
    const { server } = await serveConforming(framework, {
      setup: {
        express: (app) => void app.use(session({ secret: 'a', resave: false, saveUninitialized: true, store })),
      },
      routes,
    })
    await converse(server.port, {}, async (conversation) => {
      conversation.send(request())
      const { bytes } = await conversation.until((seen) => seen.bytes.includes('no such thin'))
      expect(bytes.toString()).toMatch(/no such thin$/)
      saving.pop()?.()
      expect((await conversation.response()).text()).toBe('no such thing')
      conversation.send(request({ target: '/bare' }))
      await vi.waitUntil(() => saving.length > 0)
      saving.pop()?.()
      expect((await conversation.response()).json()).toMatchObject({ status: 404 })
    })
  })

  it('answers when the store fails, and the connection goes on', async () => {
    const store = new session.MemoryStore()
    store.set = (_id, _session, callback) => void setTimeout(() => callback?.(new Error('a secret')), 2)
    const { server } = await serveConforming(framework, {
      problems: { onProblem: () => {} },
      setup: {
        express: (app) => void app.use(session({ secret: 'a', resave: false, saveUninitialized: true, store })),
      },
      routes,
    })
    const sent = [request({ target: '/bare' }), request({ target: '/text' })]
    const { responses, error } = await exchange(server.port, sent)
    expect(error).toBeUndefined()
    expect(responses.map(({ status }) => status)).toEqual([404, 200])
  })
})

describe.each(frameworks.filter(({ family }) => family === 'koa'))('$name with koa-session', (framework) => {
  it('has saved the session when the mended response is sent, and sends its cookie', async () => {
    const saved = new Map<string, unknown>()
    const store = {
      get: async (key: string) => saved.get(key),
      set: async (key: string, value: unknown) => {
        await new Promise((resolve) => setTimeout(resolve, 5))
        saved.set(key, value)
      },
      destroy: async (key: string) => void saved.delete(key),
    }
    for (const isThere of [true, false]) {
      saved.clear()
      const { server } = await serveConforming(framework, {
        ...(isThere ? {} : { problems: false }),
        setup: {
          koa(app) {
            app.keys = ['a']
            app.use(koaSession({ store }, app))
          },
        },
        routes: { '/bare-visit': visiting(({ status }) => status(404)) },
      })
      const response = await answerOf(server, { target: '/bare-visit' })
      expect(documentOf(response)).toMatchObject({ status: 404 })
      expect([...saved.values()]).toMatchObject([{ seen: true }])
      const [cookie = ''] = response.headers('Set-Cookie')
      expect(saved.has(/=([^;]+)/.exec(cookie)?.[1] ?? '')).toBe(true)
    }
  })
})

/** A store of sessions that takes its time. */
function slowStore(saved: string[]): session.Store {
  const store = new session.MemoryStore()
  const { set, touch } = store
  store.set = (id, ...others) => {
    setTimeout(() => {
      saved.push(`set ${id}`)
      set.call(store, id, ...others)
    }, 2)
  }
  store.touch = (id, ...others) => {
    setTimeout(() => {
      saved.push(`touch ${id}`)
      touch?.call(store, id, ...others)
    }, 2)
  }
  return store
}
