import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { describe, expect, it, vi } from 'vitest'
import { raw, serveConforming } from '../support/conforming.ts'
import { frameworks, type RunningServer, type TestApp } from '../support/frameworks.ts'
import { exchange, type RawResponse, request } from '../support/raw-client.ts'
import { serve } from '../support/serve.ts'

type Log = (...seen: unknown[]) => void
type Use = (res: ServerResponse, status: number, log: Log) => unknown

/** What users of Node's responses do, and see; `log` takes note of the latter. It has to end the response. */
const uses: Readonly<Record<string, Use>> = {
  'headersSent, by writeHead': (res, status, log) => {
    log(res.headersSent, res.writableEnded)
    res.writeHead(status)
    log(res.headersSent, res.writableEnded)
    res.end('text')
    log(res.headersSent, res.writableEnded)
  },
  'headersSent, by end': (res, status, log) => {
    res.statusCode = status
    log(res.headersSent)
    res.end()
    log(res.headersSent, res.writableEnded)
  },
  'headersSent, by write': (res, status, log) => {
    res.statusCode = status
    res.write('te')
    log(res.headersSent)
    res.end('xt')
  },
  'headersSent, by an empty write': (res, status, log) => {
    res.statusCode = status
    res.write('')
    log(res.headersSent)
    res.end()
  },
  'headersSent, by flushHeaders': (res, status, log) => {
    res.statusCode = status
    res.flushHeaders()
    log(res.headersSent)
    res.end()
  },
  'what is returned': (res, status, log) => {
    log(res.writeHead(status) === res, res.write('te'), res.write(''), res.flushHeaders(), res.end('xt') === res)
  },
  'what end() returns': (res, status, log) => {
    res.statusCode = status
    log(res.end('text') === res, res.end() === res)
  },
  'writeHead twice': (res, status, log) => {
    res.writeHead(status)
    log(thrownBy(() => res.writeHead(200)))
    res.end()
  },
  'writeHead after write': (res, status, log) => {
    res.statusCode = status
    res.write('text')
    log(thrownBy(() => res.writeHead(200)))
    res.end()
  },
  'writeHead after an empty write': (res, status, log) => {
    res.statusCode = status
    res.write('')
    log(thrownBy(() => res.writeHead(200)))
    res.end()
  },
  'writeHead after flushHeaders': (res, status, log) => {
    res.statusCode = status
    res.flushHeaders()
    log(thrownBy(() => res.writeHead(200)))
    res.end()
  },
  'writeHead after end': (res, status, log) => {
    res.statusCode = status
    res.end()
    log(thrownBy(() => res.writeHead(200)))
  },
  'fields after writeHead': (res, status, log) => {
    res.setHeader('X-Own', 'a')
    res.writeHead(status)
    log(thrownBy(() => res.setHeader('X-Own', 'b')))
    log(thrownBy(() => res.appendHeader('X-Own', 'b')))
    log(thrownBy(() => res.removeHeader('X-Own')))
    log(res.getHeader('x-own'))
    res.end()
  },
  'fields after end': (res, status, log) => {
    res.statusCode = status
    res.end('text')
    log(thrownBy(() => res.setHeader('X-Own', 'b')))
  },
  'statusCode after writeHead': (res, status, log) => {
    res.writeHead(status)
    log(res.statusCode)
    res.end('text')
  },
  'a status that is none': (res, status, log) => {
    log(
      thrownBy(() => res.writeHead(99)),
      thrownBy(() => res.writeHead(1000)),
      thrownBy(() => res.writeHead(NaN)),
    )
    log(res.headersSent)
    res.writeHead(status).end('text')
  },
  'a status that is none, in end()': (res, status, log) => {
    res.statusCode = 1000
    log(thrownBy(() => res.end('text')))
    log(res.headersSent)
    res.statusCode = status
    res.end('text')
  },
  'a status that is none, in write()': (res, status, log) => {
    res.statusCode = 1000
    log(thrownBy(() => res.write('text')))
    log(thrownBy(() => res.flushHeaders()))
    log(res.headersSent)
    res.statusCode = status
    res.end('text')
  },
  'a phrase with a line break': (res, status, log) => {
    log(thrownBy(() => res.writeHead(status, 'a\nb')))
    log(res.headersSent)
    res.statusMessage = ''
    res.writeHead(status).end('text')
  },
  'a phrase with a line break, in end()': (res, status, log) => {
    res.statusCode = status
    res.statusMessage = 'a\nb'
    log(thrownBy(() => res.end()))
    log(res.headersSent)
    res.statusMessage = ''
    res.end('text')
  },
  'a field value with a line break': (res, status, log) => {
    log(thrownBy(() => res.writeHead(status, { 'X-Own': 'a\nb' })))
    log(thrownBy(() => res.writeHead(status, ['X-Own', 'a\nb'])))
    log(res.headersSent)
    res.writeHead(status).end('text')
  },
  'a field without a value': (res, status, log) => {
    log(thrownBy(() => res.writeHead(status, { 'X-Own': undefined })))
    log(thrownBy(() => res.setHeader('X-Own', undefined as never)))
    res.writeHead(status).end('text')
  },
  'a field name that is none': (res, status, log) => {
    log(thrownBy(() => res.writeHead(status, { 'X Own': 'a' })))
    res.writeHead(status).end('text')
  },
  'half a list of fields': (res, status, log) => {
    log(thrownBy(() => res.writeHead(status, ['X-Own'])))
    res.writeHead(status).end('text')
  },
  'a trailer without chunks': (res, status, log) => {
    res.setHeader('Trailer', 'X-Sum')
    log(thrownBy(() => res.writeHead(status, { 'Content-Length': 4 })))
    res.removeHeader('Trailer')
    res.writeHead(status).end('text')
  },
  'content that is none': (res, status, log) => {
    res.statusCode = status
    for (const content of [1, {}, [], true, Symbol('a'), 10n]) {
      log(
        thrownBy(() => res.end(content)),
        thrownBy(() => res.write(content)),
        res.headersSent,
      )
    }
    log(
      thrownBy(() => res.write(null)),
      thrownBy(() => res.write(undefined)),
      thrownBy(() => res.write(0)),
    )
    log(res.headersSent)
    res.writeHead(status).end('text')
  },
  'content that is none, after writeHead': (res, status, log) => {
    res.writeHead(status)
    log(
      thrownBy(() => res.end({})),
      thrownBy(() => res.write(null)),
      thrownBy(() => res.write(1)),
    )
    res.end('text')
  },
  callbacks: async (res, status, log) => {
    res.statusCode = status
    res.write('te', () => log('written'))
    res.write('x', 'utf8', () => log('written with an encoding'))
    res.end('t', () => log('ended'))
    await finished(res)
  },
  'the callback of an empty write': async (res, status, log) => {
    res.statusCode = status
    await new Promise((resolve) => res.write('', resolve))
    log('written')
    await new Promise<void>((resolve) => res.end(resolve))
    log('ended')
  },
  'the callback of end()': async (res, status, log) => {
    res.statusCode = status
    await new Promise<void>((resolve) => res.end(resolve))
    log('ended')
  },
  'the callback of end(text)': async (res, status, log) => {
    res.writeHead(status)
    await new Promise<void>((resolve) => res.end('text', resolve))
    log('ended')
  },
  'the callback of end(text, encoding)': async (res, status, log) => {
    res.writeHead(status)
    await new Promise<void>((resolve) => res.end('text', 'utf8', resolve))
    log('ended')
  },
  'the callback of a second end()': async (res, status, log) => {
    res.statusCode = status
    res.end('text')
    await new Promise<void>((resolve) => res.end(resolve))
    await finished(res)
    await new Promise<void>((resolve) => res.end((error?: Error) => resolve(log(Object(error).code))))
  },
  events: async (res, status, log) => {
    for (const name of ['prefinish', 'finish', 'close', 'error', 'drain']) res.on(name, () => log(name))
    res.statusCode = status
    res.end('text')
    log(res.writableEnded, res.writableFinished)
    await finished(res)
    log(res.writableFinished)
  },
  'the events of a pipe': async (res, status, log) => {
    for (const name of ['pipe', 'unpipe', 'finish', 'close']) res.on(name, () => log(name))
    res.statusCode = status
    const source = Readable.from(['te', 'xt'])
    source.on('end', () => log('end of the source'))
    source.pipe(res)
    await finished(res)
  },
}

const statuses = [200, 404, 205, 204, 304, 401]

describe.each(frameworks)('conform() on $name changes nothing of what Node does about', (framework) => {
  describe.each(Object.entries(uses))('%s', (_, use) => {
    it.each(statuses)('of a %d', async (status) => {
      const expected = await outcome(use, status, (app) => serve(framework, { ...app, breaks: 'anything' }))
      const found = await outcome(use, status, async (app) => (await serveConforming(framework, app)).server)
      expect(found.seen).toEqual(expected.seen)
      expect(found.responses).toMatchObject([{ status, complete: true }])
    })
  })
})

interface Outcome {
  readonly seen: readonly unknown[]
  readonly responses: readonly RawResponse[]
}

async function outcome(use: Use, status: number, start: (app: TestApp) => Promise<RunningServer>): Promise<Outcome> {
  const seen: unknown[] = []
  let isOver = false
  const handler = raw(async (res) => {
    await use(res, status, (...values) => void seen.push(values))
    isOver = true
  })
  const { port } = await start({ routes: { '/': handler } })
  const { responses, error } = await exchange(port, request())
  expect(error).toBeUndefined()
  await vi.waitUntil(() => isOver)
  return { seen, responses }
}

function thrownBy(use: () => unknown): string {
  try {
    use()
    return 'nothing'
  } catch (error) {
    return `${Object(error).name} ${Object(error).code}`
  }
}
