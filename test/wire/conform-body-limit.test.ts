import { describe, expect, it, vi } from 'vitest'
import { serveConforming } from '../support/conforming.ts'
import { frameworks, type TestApp } from '../support/frameworks.ts'
import { converse, exchange, pipeline, request } from '../support/raw-client.ts'
import { upload } from '../support/upload.ts'

const KB = 1024
const MB = 1024 * KB

const good = request({ target: '/good' })
const head = (length: number, headers = {}): string =>
  request({ method: 'POST', headers: { 'Content-Length': `${length}`, ...headers } })

function appWith(routed: () => void, options: TestApp['conform'] = {}): TestApp {
  return {
    conform: { bodyLimit: KB, ...options },
    routes: {
      '/': async (io) => {
        routed()
        let length = 0
        for await (const part of io.req) length += part.length
        io.body(`read ${length}`)
      },
      '/good': (io) => io.body('good'),
    },
  }
}

describe.each(frameworks)('bodyLimit on $name', (framework) => {
  it.each([MB, 1000 * MB])(
    'refuses %d bytes at once, before anything of them comes (RFC 9110 §15.5.14)',
    async (size) => {
      const routed = vi.fn()
      const { server, events } = await serveConforming(framework, appWith(routed))
      await converse(server.port, {}, async (conversation) => {
        conversation.send(head(size))
        const response = await conversation.response()
        expect(response).toMatchObject({ status: 413, reason: 'Content Too Large' })
        expect(response.headers('Content-Type')).toEqual(['application/problem+json'])
        expect(response.headers('Connection')).toEqual(['close'])
        expect(response.json()).toMatchObject({ status: 413, detail: expect.stringContaining('1024 bytes') })
        expect((await conversation.untilClosed()).closed).toBe('fin')
      })
      expect(routed).not.toHaveBeenCalled()
      expect(events).toEqual([])
    },
  )

  it('is not exceeded by as many bytes', async () => {
    const { server } = await serveConforming(
      framework,
      appWith(() => {}),
    )
    const sent = [request({ method: 'POST', body: 'x'.repeat(KB) }), good]
    const { responses, error } = await exchange(server.port, pipeline(sent))
    expect(error).toBeUndefined()
    expect(responses.map((response) => response.text())).toEqual([`read ${KB}`, 'good'])
  })

  it('keeps the connection of a request that is little larger (RFC 9112 §9.3)', async () => {
    const routed = vi.fn()
    const { server } = await serveConforming(framework, appWith(routed))
    const post = request({ method: 'POST', body: 'x'.repeat(KB + 1) })
    const { responses, error, closed } = await exchange(server.port, pipeline([post, good, post, good]))
    expect({ error, closed }).toEqual({ error: undefined, closed: 'open' })
    expect(responses.map(({ status }) => status)).toEqual([413, 200, 413, 200])
    expect(routed).not.toHaveBeenCalled()
  })

  it('lets a slow uploader have the answer, and finish (RFC 9112 §9.6)', async () => {
    const { server } = await serveConforming(
      framework,
      appWith(() => {}),
    )
    const uploaded = await upload(server.port, head(MB), { size: MB, pauseMs: 2 })
    expect(uploaded.responses).toMatchObject([{ status: 413, complete: true }])
    expect(uploaded.sentWhenAnswered).toBeLessThan(MB)
    expect(uploaded).toMatchObject({ error: undefined, closed: 'fin' })
  })

  it('of 0 lets pass what has no content', async () => {
    const { server } = await serveConforming(
      framework,
      appWith(() => {}, { bodyLimit: 0 }),
    )
    const sent = [
      good,
      request({ method: 'POST' }),
      request({ method: 'POST', body: '' }),
      request({ method: 'POST', body: 'x' }),
      good,
    ]
    const { responses, error } = await exchange(server.port, pipeline(sent))
    expect(error).toBeUndefined()
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 413, 200])
  })

  it('says nothing of chunks, which announce nothing', async () => {
    const { server } = await serveConforming(
      framework,
      appWith(() => {}),
    )
    const headers = { 'Transfer-Encoding': 'chunked' }
    const body = `1000\r\n${'x'.repeat(4096)}\r\n0\r\n\r\n`
    const { responses } = await exchange(server.port, request({ method: 'POST', headers, body }))
    expect(responses[0]?.text()).toBe('read 4096')
  })

  it.each<[string, TestApp['conform']]>([
    ['skip', { skip: () => true }],
    ["mode: 'report'", { mode: 'report' }],
    ["mode: 'throw'", { mode: 'throw' }],
  ])('holds with %s, too', async (_, options) => {
    const routed = vi.fn()
    const { server } = await serveConforming(framework, appWith(routed, options))
    const { responses } = await exchange(server.port, request({ method: 'POST', body: 'x'.repeat(KB + 1) }))
    expect(responses[0]?.json()).toMatchObject({ status: 413 })
    expect(routed).not.toHaveBeenCalled()
  })

  it.each(['conform', 'problems'] as const)('answers in the way that %s() was told', async (where) => {
    const onProblem = vi.fn()
    const { conform, ...app } = appWith(() => {})
    const options = { onProblem, formats: ['text/plain'] } as const
    const { server } = await serveConforming(framework, {
      ...app,
      ...(where === 'conform' ? { conform: { ...conform, ...options } } : { conform, problems: options }),
    })
    const { responses } = await exchange(server.port, request({ method: 'POST', body: 'x'.repeat(KB + 1) }))
    expect(responses[0]?.headers('Content-Type')).toEqual(['text/plain; charset=utf-8'])
    expect(onProblem.mock.calls).toMatchObject([[{ outcome: 'sent', problem: { status: 413 } }]])
  })

  it('works without problems()', async () => {
    const { server } = await serveConforming(framework, { ...appWith(() => {}), problems: false })
    const { responses, error } = await exchange(
      server.port,
      pipeline([request({ method: 'POST', body: 'x'.repeat(KB + 1) }), good]),
    )
    expect(error).toBeUndefined()
    expect(responses.map(({ status }) => status)).toEqual([413, 200])
  })

  it('answers HEAD without content (RFC 9110 §9.3.2)', async () => {
    const { server } = await serveConforming(
      framework,
      appWith(() => {}),
    )
    const { responses, error } = await exchange(
      server.port,
      pipeline([request({ method: 'HEAD', body: 'x'.repeat(KB + 1) }), good]),
    )
    expect(error).toBeUndefined()
    expect(responses.map(({ status, framing }) => [status, framing])).toEqual([
      [413, 'none'],
      [200, 'content-length'],
    ])
  })

  it('ends a client of HTTP/1.0, too', async () => {
    const { server } = await serveConforming(
      framework,
      appWith(() => {}),
    )
    const sent = request({ method: 'POST', version: '1.0', body: 'x'.repeat(KB + 1) })
    const { responses, closed } = await exchange(server.port, sent)
    expect(responses).toMatchObject([{ status: 413, complete: true }])
    expect(closed).toBe('fin')
  })

  it('answers a client that waits for 100 (RFC 9110 §10.1.1)', async () => {
    const { server } = await serveConforming(
      framework,
      appWith(() => {}),
    )
    await converse(server.port, {}, async (conversation) => {
      conversation.send(head(MB, { Expect: '100-continue' }))
      expect((await conversation.response()).status).toBe(413)
    })
  })

  it('ends a client that leaves', async () => {
    const { server } = await serveConforming(
      framework,
      appWith(() => {}),
    )
    await exchange(server.port, head(MB), { timeoutMs: 20 })
    const { responses } = await exchange(server.port, good)
    expect(responses[0]?.text()).toBe('good')
  })
})
