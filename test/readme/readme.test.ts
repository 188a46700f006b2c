import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import * as expressAdapter from '../../adapters/express/index.ts'
import { protect } from '../../adapters/server/index.ts'
import * as statuswise from '../../src/index.ts'
import { rules } from '../../src/rules/index.ts'
import { statuses } from '../../src/status/index.ts'
import { exchange, request } from '../support/raw-client.ts'
import { block, languages, readme, type ShownExchange, snippets } from './readme.ts'

const folder = new URL('./generated/', import.meta.url)

/** The listeners for signals of a snippet would outlive it. */
const signals = process.listeners('SIGTERM')

describe('README', () => {
  beforeAll(() => {
    mkdirSync(folder, { recursive: true })
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
    for (const one of process.listeners('SIGTERM')) if (!signals.includes(one)) process.off('SIGTERM', one)
  })

  for (const { name, code, exchanges } of snippets()) {
    it(`snippet "${name}" runs, and answers as shown`, async () => {
      vi.spyOn(console, 'log').mockImplementation(() => {})
      vi.spyOn(console, 'error').mockImplementation(() => {})
      onTestFinished(() => {
        vi.restoreAllMocks()
      })
      const server = await run(name, code)
      expect(server === undefined, 'a snippet with exchanges starts a server, and no other does').toBe(
        exchanges.length === 0,
      )
      if (server === undefined) return
      onTestFinished(async () => {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      })
      const { port } = server.address() as AddressInfo
      for (const shown of exchanges) await compare(port, shown)
    })
  }

  it('shows what audit() prints', async () => {
    const { code } = snippets().find(({ name }) => name === 'audit') ?? { code: '' }
    const printed = vi.spyOn(console, 'warn').mockImplementation(() => {})
    onTestFinished(() => {
      vi.restoreAllMocks()
    })
    const server = await run('audit-print', code)
    const address = server?.address() as AddressInfo | undefined
    await exchange(address?.port ?? 0, request({ target: '/orders/42' }))
    await vi.waitFor(() => expect(printed).toHaveBeenCalled())
    server?.closeAllConnections()
    server?.close()
    expect(`${printed.mock.calls.flat().join('\n')}\n`).toBe(block('text', 'audit'))
  })

  it('shows a test that check-package.js runs', () => {
    const test = readFileSync(new URL('../package/runners/problems.vitest.test.ts', import.meta.url), 'utf8')
    const [imports = '', body = ''] = block('ts', 'in-tests').split('\n\n')
    for (const line of [...imports.split('\n'), body]) expect(test).toContain(line)
  })

  it('counts the rules that there are', () => {
    expect([...readme.matchAll(/(\d+) rules/g)].map(([, count]) => Number(count))).toEqual([rules.length, rules.length])
  })

  it('has code in no other language than those that are tested or can only be read', () => {
    expect(new Set(languages())).toEqual(new Set(['js', 'http', 'sh', 'ts', 'text']))
    expect(new Set(snippets().map(({ name }) => name)).size).toBe(snippets().length)
  })

  it('has no placeholder', () => {
    expect(readme).not.toMatch(/\b(?:BENCH|TODO|TBD|FIXME)\b/)
  })

  it('lists every error class with its status', () => {
    const listed = [...readme.matchAll(/^\| (\d{3}) \| `(\w+)` \|/gm)].map(([, code, name]) => [Number(code), name])
    const registered = statuses.filter(({ code, unused }) => code >= 400 && unused !== true)
    expect(listed).toEqual(registered.map(({ code, phrase }) => [code, phrase.replaceAll(/[^A-Za-z]/g, '')]))
    for (const [, name] of listed) expect(statuswise).toHaveProperty(String(name))
  })

  it.each([
    ['problems()', expressAdapter.problems, '## Options', '## What happens to other errors'],
    ['conform()', expressAdapter.conform, '## Responses written by hand', '## 405 and OPTIONS'],
    ['audit()', expressAdapter.audit, '## Finding what breaks the rules', '## What there is to know of a status'],
    ['maintenance()', expressAdapter.maintenance, '### Maintenance', '## Finding what breaks the rules'],
  ])('lists every option of %s, and no other', (name, middleware: (options: never) => unknown, begin, end) => {
    const section = (from: string, to: string): string => readme.slice(readme.indexOf(from), readme.indexOf(to))
    const options = (text: string): unknown[] => [...text.matchAll(/^\| `(\w+)/gm)].map(([, option]) => option)
    const shared = name === 'conform()' ? section('## Options', '## What happens to other errors') : ''
    const known = optionsOf(() => middleware({ nothing: 1 } as never))
    expect([...options(section(begin, end)), ...options(shared)].toSorted()).toEqual(known)
  })

  it('lists every option of protect() that problems() has not', () => {
    const listed = [...readme.matchAll(/^\| `(\w+)` \| `protect` \|/gm)].map(([, option]) => option)
    const shared = optionsOf(() => expressAdapter.problems({ nothing: 1 } as never))
    const mine = optionsOf(() => protect(new Server(), { nothing: 1 } as never))
    expect(listed.toSorted()).toEqual(mine.filter((option) => !shared.includes(option)))
  })
})

/** The options that a function says it has when it is given another one. */
function optionsOf(call: () => unknown): string[] {
  try {
    call()
  } catch (error) {
    return String(error)
      .replace(/.*it has /, '')
      .split(', ')
      .toSorted()
  }
  return []
}

/** Runs a snippet as a module; gives the server that it started. */
async function run(name: string, code: string): Promise<Server | undefined> {
  const file = new URL(`${name}.js`, folder)
  writeFileSync(file, code.replace('.listen(3000)', '.listen(0)'))
  const listen = vi.spyOn(Server.prototype, 'listen')
  await import(/* @vite-ignore */ file.pathname)
  const [server] = listen.mock.contexts as Server[]
  if (server !== undefined && !server.listening) await new Promise((resolve) => server.once('listening', resolve))
  return server
}

async function compare(port: number, shown: ShownExchange): Promise<void> {
  const [method, target] = shown.requestLine.split(' ')
  const { responses, error } = await exchange(
    port,
    request({ method: method ?? '', target: target ?? '', headers: shown.requestHeaders }),
  )
  const [response] = responses
  expect(error).toBeUndefined()
  expect(`HTTP/1.1 ${response?.status} ${response?.reason}`).toBe(shown.statusLine)
  for (const [name, value] of shown.headers) expect([name, response?.header(name)]).toEqual([name, value])
  if (shown.body === undefined) return
  const isJson = response?.header('Content-Type')?.includes('json')
  if (isJson) expect(response?.json()).toEqual(JSON.parse(shown.body))
  // A block of the README ends with a line break, whether its text does or not.
  else expect(response?.text().trimEnd()).toBe(shown.body.trimEnd())
}
