import compression from 'compression'
import type { RequestHandler } from 'express'
import compress from 'koa-compress'
import { describe, expect, it } from 'vitest'
import { auditMount, conformMount, type Mount, mounted } from '../support/auditing.ts'
import { masked } from '../support/compared.ts'
import { type Framework, frameworks, type TestApp } from '../support/frameworks.ts'
import { exchange, pipeline, request } from '../support/raw-client.ts'
import type { RequestParts } from '../support/requests.ts'
import { serve } from '../support/serve.ts'
import { spectrum } from '../support/spectrum.ts'

const audit = auditMount({ onViolation: () => {}, page: true })

const compressing: Mount = {
  express: (app) => void app.use(compression({ threshold: 0 }) as RequestHandler),
  koa: (app) => void app.use(compress({ threshold: 0 })),
}

/** Middleware in front of the routes: without audit(), and with it. */
const stacks: Readonly<Record<string, { without: readonly Mount[]; with: readonly Mount[] }>> = {
  'audit() alone': { without: [], with: [audit] },
  'audit() twice': { without: [], with: [audit, audit] },
  'audit(), conform()': { without: [conformMount], with: [audit, conformMount] },
  'conform(), audit()': { without: [conformMount], with: [conformMount, audit] },
  'audit(), compression': { without: [compressing], with: [audit, compressing] },
  'compression, audit(), conform()': { without: [compressing, conformMount], with: [compressing, audit, conformMount] },
}

/** What is asked of each target: over one connection, in one write. */
const asked: readonly (readonly RequestParts[])[] = [
  [{}, { method: 'HEAD' }, { headers: { 'Accept-Encoding': 'gzip' } }],
  [{ version: '1.0' }],
  // Alone: node:http puts the 100 behind the head of a response whose turn has not come.
  [{ method: 'POST', body: 'content', headers: { Expect: '100-continue' } }],
]

describe.each(frameworks)('on $name, every byte is the same', (framework) => {
  it.each(Object.keys(stacks))('%s', async (name) => {
    const stack = stacks[name] ?? { without: [], with: [] }
    // Among these are some that break rules.
    const app: TestApp = { routes: spectrum, problems: false }
    // The `compression` of Express forgets callbacks, so that who waits for one never ends.
    const forgets = framework.family === 'express' && name.includes('compression')
    const targets = [...Object.keys(spectrum), '/nowhere'].filter((one) => !forgets || one !== '/raw/callbacks')
    const without = await responsesOf(framework, mounted(app, stack.without), targets)
    const found = await responsesOf(framework, mounted(app, stack.with), targets)
    expect(found.size).toBe(without.size)
    for (const [what, bytes] of without) expect(found.get(what), what).toBe(bytes)
  })
})

async function responsesOf(
  framework: Framework,
  app: TestApp,
  targets: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { port, logged, errors } = await serve(framework, app, { handle: 'async', env: 'production' })
  const all = new Map<string, string>()
  for (const target of targets) {
    for (const requests of target === '/raw/close' ? [[{}]] : asked) {
      const bytes = requests.map((parts) => request({ target, ...parts }))
      const seen = await exchange(port, pipeline(bytes), { timeoutMs: 3000 })
      const text = seen.bytes.length > 1 << 16 ? `${seen.bytes.length}` : masked(seen.bytes)
      all.set(`${JSON.stringify(requests)} ${target}`, `${text}${seen.closed}${seen.error !== undefined}`)
    }
  }
  all.set('logged', String(logged.length))
  all.set('errors', String(errors.length))
  return all
}
