import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Room } from '../../adapters/node/audit/room.ts'
import { type Exchange, ruleOf } from '../../src/rules/index.ts'
import { auditMount, mounted, notingMount, observeMount } from '../support/auditing.ts'
import { raw } from '../support/conforming.ts'
import { frameworks, type TestApp } from '../support/frameworks.ts'
import { converse, exchange, request } from '../support/raw-client.ts'
import { answerOf, serve } from '../support/serve.ts'

afterEach(() => void vi.restoreAllMocks())

const bare: TestApp = { routes: { '/': raw((res) => res.writeHead(401).end('Who?')) }, problems: false }
const later = (ms = 50): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

// The clients of other tests ask the rulebook, too.
async function statusOf(port: number): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}/`)
  await response.text()
  return response.status
}

describe.each(frameworks)('audit() on $name', (framework) => {
  it('tells once of a rule that throws, and asks the others', async () => {
    const rule = ruleOf('9110-15.5.2-www-authenticate')
    if (rule === undefined) throw new Error('there is no such rule')
    vi.spyOn(rule, 'check').mockImplementation(() => {
      throw new Error('a rule that throws')
    })
    const server = await serve(framework, mounted(bare, [auditMount()]))
    for (let count = 0; count < 3; count++) expect(await statusOf(server.port)).toBe(401)
    await later()
    expect(server.warned.filter((line) => line.includes('a rule that throws'))).toHaveLength(1)
    expect(server.warned.find((line) => line.includes('a rule that throws'))).toContain(
      'statuswise: audit(): The rule 9110-15.5.2-www-authenticate failed: ',
    )
    expect(server.errors).toEqual([])
  })

  it('tells once where rules throw before they are asked', async () => {
    const rule = ruleOf('9110-15.5.2-www-authenticate')
    Object.assign(rule ?? {}, {
      applies: () => {
        throw new Error('a condition that throws')
      },
    })
    try {
      const server = await serve(framework, mounted(bare, [auditMount()]))
      for (let count = 0; count < 3; count++) expect(await statusOf(server.port)).toBe(401)
      await later()
      expect(server.warned.filter((line) => line.includes('a condition that throws'))).toHaveLength(1)
      expect(server.errors).toEqual([])
    } finally {
      Reflect.deleteProperty(rule ?? {}, 'applies')
    }
  })

  it('says nothing of a response that had begun before it came', async () => {
    const { mount, events } = notingMount({ level: 'advice' })
    const begun: TestApp = {
      ...bare,
      routes: {},
      setup: {
        express: (app) => void app.use((_req, res, next) => next(void res.writeHead(401).write('Who?'))),
        koa: (app) =>
          void app.use((ctx, next) => {
            ctx.respond = false
            ctx.res.writeHead(401).write('Who?')
            return next()
          }),
      },
    }
    const ended: TestApp['before'] = {
      express: [(_req, res) => void res.end()],
      koa: [(ctx) => void ctx.res.end()],
    }
    const after: TestApp = {
      ...begun,
      before: ended,
      setup: {
        express: (app, express) => {
          begun.setup?.express?.(app, express)
          mount.express(app)
        },
        koa: (app) => {
          begun.setup?.koa?.(app)
          mount.koa(app)
        },
      },
    }
    const server = await serve(framework, after)
    expect((await answerOf(server)).text()).toBe('Who?')
    await later()
    expect(events).toEqual([])
  })

  it('keeps nothing of a stream without an end but its head', async () => {
    const exchanges: Exchange[] = []
    const room = new Room(4000, 4000)
    let written = 0
    const endless = raw((res) => {
      res.writeHead(200, { 'Content-Type': 'text/event-stream' })
      const timer = setInterval(() => {
        for (let count = 0; count < 100; count++) res.write(`data: ${written++}\n\n`)
      }, 1)
      res.on('close', () => clearInterval(timer))
    })
    const app: TestApp = { routes: { '/': endless, '/short': (io) => io.body('short') }, problems: false }
    const { port } = await serve(framework, mounted(app, [observeMount(exchanges, room)]))
    await converse(port, {}, async (conversation) => {
      conversation.send(request())
      await conversation.until(() => written > 500)
      // What it had taken, others can have while it goes on.
      await exchange(port, request({ target: '/short' }))
      expect(exchanges.at(-1)?.response.contentLength).toBe(5)
    })
    await expect.poll(() => exchanges.length).toBe(2)
    expect(exchanges[1]?.response).toMatchObject({ status: 200, content: undefined, complete: undefined })
    await expect.poll(() => room.share().take(3800)).toBe(true)
  })

  it('gives back its room after each response, also of clients that leave', async () => {
    const exchanges: Exchange[] = []
    const room = new Room(4000, 4000)
    const app: TestApp = {
      routes: { '/': (io) => io.body('x'.repeat(1000)), '/slow': raw((res) => res.write('never ends')) },
      problems: false,
    }
    const { port } = await serve(framework, mounted(app, [observeMount(exchanges, room)]))
    for (let count = 0; count < 20; count++) {
      await exchange(port, request())
      await converse(port, {}, async (conversation) => {
        conversation.send(request({ target: '/slow' }))
        await conversation.until(({ bytes }) => bytes.includes('never'))
      })
    }
    await expect.poll(() => exchanges.length).toBe(40)
    expect(exchanges.filter(({ response }) => response.content?.length === 1000)).toHaveLength(20)
    await expect.poll(() => room.share().take(3800)).toBe(true)
  })
})

it('holds up neither the end of a process nor that of a server', async () => {
  const script = `
    import express from 'express'
    import { createServer } from 'node:http'
    import { audit } from './adapters/express/index.ts'
    const app = express().use(audit({ page: true, onViolation: () => new Promise(() => {}) }))
    app.get('/', (_req, res) => void res.status(401).end())
    const server = createServer(app).listen(0, '127.0.0.1', async () => {
      await (await fetch('http://127.0.0.1:' + server.address().port)).text()
      server.close(() => console.log('closed'))
      server.closeIdleConnections()
    })`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { stdio: 'pipe' })
  let output = ''
  child.stdout.on('data', (data) => {
    output += data
  })
  child.stderr.on('data', (data) => {
    output += data
  })
  const timer = setTimeout(() => child.kill(), 20_000)
  const [code] = await once(child, 'exit')
  clearTimeout(timer)
  expect([code, output.trim()]).toEqual([0, 'closed'])
})
