import cors from 'cors'
import helmet from 'helmet'
import morgan from 'morgan'
import { describe, expect, it, vi } from 'vitest'
import { compared, expectSame, type Neighbour, neighbouring } from '../support/compared.ts'
import { raw } from '../support/conforming.ts'
import { frameworks, type TestApp } from '../support/frameworks.ts'
import { byExpress, folder } from '../support/handlers.ts'
import { exchange, request } from '../support/raw-client.ts'
import type { RequestParts } from '../support/requests.ts'
import { answerOf, serve } from '../support/serve.ts'

const expresses = frameworks.filter(({ family }) => family === 'express')
/** What helmet breaks where there is no TLS. */
const NO_TLS = ['6797-7.2-hsts-not-over-http']
const long = 'a long text; '.repeat(300)
const root = folder(['page.html', 'data.bin', '.secret', 'folder/index.html'], long)

/** Responses with a fault. */
const faulty: TestApp['routes'] = {
  '/bare': byExpress((res) => res.status(404).end()),
  '/bare-head': raw((res) => res.writeHead(404, { 'X-Own': 'a' }).end()),
  '/401': byExpress((res) => res.status(401).json({ long })),
  '/204': raw((res) => res.writeHead(204, { 'Content-Type': 'text/plain', 'Content-Length': '4' }).end('text')),
  '/205': raw((res) => {
    res.statusCode = 205
    res.setHeader('Content-Type', 'text/plain')
    res.write(long)
    res.end(long)
  }),
  '/text': byExpress((res) => res.send('text')),
}

describe.each(expresses)('$name', (framework) => {
  it('morgan logs what was sent, after conform() and before it', async () => {
    for (const place of ['after', 'before'] as const) {
      const write = vi.fn()
      const express: Neighbour['express'] = (app) =>
        void app.use(morgan(':url :status :res[content-length] :res[content-type]', { stream: { write } }))
      const server = await serve(
        framework,
        neighbouring({ routes: faulty }, { express, place }, () => {}),
      )
      const responses = []
      for (const target of ['/bare', '/bare-head', '/204', '/205', '/401', '/text', '/nowhere']) {
        responses.push({ target, ...(await lineOf(server.port, target)) })
      }
      await vi.waitUntil(() => write.mock.calls.length === responses.length)
      expect(write.mock.calls.flat()).toEqual(responses.map(({ target, line }) => `${target} ${line}\n`))
    }
  })

  it('what helmet and cors have set stays on what is mended', async () => {
    const express: Neighbour['express'] = (app) => void app.use(helmet()).use(cors({ origin: true, credentials: true }))
    for (const place of ['after', 'before'] as const) {
      const server = await serve(
        framework,
        neighbouring({ routes: faulty, breaks: NO_TLS }, { express, place }, () => {}),
      )
      const headers = { Origin: 'https://app.example' }
      const correct = await answerOf(server, { target: '/text', headers })
      const lasting = correct.headerLines.filter(([name]) =>
        /^(?:Strict|Content-Sec|X-|Cross|Access|Referrer)/.test(name),
      )
      expect(lasting.length).toBeGreaterThan(10)
      for (const target of ['/bare', '/bare-head', '/401', '/204', '/205']) {
        const response = await answerOf(server, { target, headers })
        expect(response.headerLines).toEqual(expect.arrayContaining([...lasting]))
        expect(response.header('Vary')).toMatch(/Origin/)
      }
    }
  })

  it.each([{}, { optionsSuccessStatus: 200 }])(
    'a preflight is the cors middleware’s, but for the length that a 204 may not have (%o; RFC 9110 §8.6)',
    async (options) => {
      const headers = { Origin: 'https://app.example', 'Access-Control-Request-Method': 'PUT' }
      const [preflight] = await compared(
        framework,
        { routes: faulty },
        { express: (app) => void app.use(cors(options)) },
        [{ method: 'OPTIONS', target: '/text', headers }],
      )
      const expected = preflight?.expected.responses[0]
      const found = preflight?.found.responses[0]
      expect(found?.status).toBe(expected?.status)
      const isLength = ([name]: readonly string[]): boolean => name === 'Content-Length' && expected?.status === 204
      expect(found?.headerLines.map(undatedLine)).toEqual(
        expected?.headerLines.filter((line) => !isLength(line)).map(undatedLine),
      )
      expect(found?.headers('Access-Control-Allow-Methods')).toHaveLength(1)
    },
  )

  it('express.static serves as without conform()', async () => {
    const app: TestApp = {
      routes: {},
      setup: {
        express: (it, own) =>
          void it
            .use('/files', own.static(root, { maxAge: '1d' }))
            .use('/strict', own.static(root, { fallthrough: false })),
      },
    }
    const whole = await answerOf(await serve(framework, app), { target: '/files/page.html' })
    const [etag, modified] = [whole.header('ETag'), whole.header('Last-Modified')]
    const sent: readonly RequestParts[] = [
      { target: '/files/page.html' },
      { target: '/files/page.html', method: 'HEAD' },
      { target: '/files/page.html', headers: { 'If-None-Match': etag } },
      { target: '/files/page.html', headers: { 'If-Modified-Since': modified } },
      { target: '/files/page.html', headers: { Range: 'bytes=5-9' } },
      { target: '/files/page.html', headers: { Range: 'bytes=5-9', 'If-Range': '"other"' } },
      { target: '/files/page.html', headers: { Range: 'bytes=5-9' }, method: 'HEAD' },
      { target: '/files/page.html', headers: { Range: 'bytes=999999-' } },
      { target: '/files/page.html', headers: { 'If-Match': '"other"' } },
      { target: '/files/page.html', version: '1.0' },
      { target: '/files/folder' },
      { target: '/files/folder/' },
      { target: '/files/.secret' },
      { target: '/files/nowhere' },
      { target: '/files/%2e%2e/%2e%2e/etc/passwd' },
      { target: '/files/page.html', method: 'POST', body: 'abc' },
      { target: '/strict/.secret' },
      { target: '/strict/nowhere' },
      { target: '/strict/nowhere', method: 'HEAD' },
    ]
    // In production, Express's own pages have no stacks, which conform() is in.
    for (const problems of [{}, false] as const) {
      const neighbour: Neighbour = { express: app.setup?.express }
      await expectSame(framework, { ...app, problems }, neighbour, sent, { env: 'production' })
    }
  })
})

async function lineOf(port: number, target: string): Promise<{ line: string }> {
  const { responses } = await exchange(port, request({ target }))
  const [response] = responses
  const [length = '-'] = response?.headers('Content-Length') ?? []
  const [type = '-'] = response?.headers('Content-Type') ?? []
  return { line: `${response?.status} ${length} ${type}` }
}

function undatedLine([name, value]: readonly [string, string]): string {
  return name === 'Date' ? name : `${name}: ${value}`
}
