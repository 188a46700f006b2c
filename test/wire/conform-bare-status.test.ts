import { STATUS_CODES } from 'node:http'
import { describe, expect, it, vi } from 'vitest'
import { phraseOf } from '../../src/status/index.ts'
import { conformed, raw, serveConforming } from '../support/conforming.ts'
import { type Framework, frameworks, type Handler, type TestApp } from '../support/frameworks.ts'
import { answerOf } from '../support/serve.ts'

const errors = Object.keys(STATUS_CODES)
  .map(Number)
  .filter((status) => status >= 400)

const explained = (status: number): string => `mended 9110-15.${status < 500 ? 5 : 6}-explain`

/** As the framework's users set a status and nothing else. */
const bare =
  (status: number, fields: Record<string, string | string[]> = {}): Handler =>
  (io) => {
    io.status(status)
    for (const [name, value] of Object.entries(fields)) io.header(name, value)
    io.express?.res.end()
  }

/** As they write the name of a status. */
const named =
  (status: number): Handler =>
  (io) => {
    if (io.ctx === undefined) return io.express?.res.sendStatus(status)
    io.status(status)
    io.body(io.ctx.message)
  }

describe.each(frameworks)('$name', (framework) => {
  it.each(errors.filter((status) => status !== 407 && status !== 426))(
    'a bare %d gets the document that a thrown one has (RFC 9110 §15.5, §15.6)',
    async (status) => {
      const { response } = await conformed(framework, bare(status))
      expect(response.status).toBe(status)
      expect(response.headers('Content-Type')).toEqual(['application/problem+json'])
      expect(response.headers('X-Content-Type-Options')).toEqual(['nosniff'])
      expect(response.headers('Vary')).toEqual(['Accept'])
      expect(response.json()).toMatchObject({ type: 'about:blank', status, title: phraseOf(status) })
    },
  )

  it.each([
    [407, 502],
    [426, 500],
  ])('a bare %d without fallbacks is a %d: nobody knows what it owes', async (status, instead) => {
    const { response } = await conformed(framework, bare(status))
    expect(response.status).toBe(instead)
    expect(response.json()).toMatchObject({ status: instead })
  })

  it.each([499, 599])('a bare %d that nobody has registered keeps its code', async (status) => {
    const handler = raw((res) => res.writeHead(status).end())
    const { response } = await conformed(framework, handler)
    expect(response.status).toBe(status)
    expect(response.json()).toMatchObject({ status })
  })

  it('HEAD gets the fields of GET, and no content (RFC 9110 §9.3.2)', async () => {
    const get = await conformed(framework, bare(404))
    const head = await conformed(framework, bare(404), { method: 'HEAD' })
    const fields = (lines: readonly (readonly [string, string])[]): unknown =>
      lines.filter(([name]) => name !== 'Date').map(([name, value]) => `${name}: ${value}`)
    expect(fields(head.response.headerLines)).toEqual(fields(get.response.headerLines))
    expect(head.response.framing).toBe('none')
  })

  it.each([
    ['text/html', 'text/html; charset=utf-8'],
    ['application/xml', 'application/xml'],
    ['text/plain', 'text/plain; charset=utf-8'],
    ['image/png', 'application/problem+json'],
  ])('the document is in the format that the client asks for: %s', async (accept, type) => {
    const { response } = await conformed(framework, bare(404), { headers: { Accept: accept } })
    expect(response.headers('Content-Type')).toEqual([type])
  })

  it('what was set for the status stays (RFC 9110 §11.6.1)', async () => {
    const { response } = await conformed(
      framework,
      bare(401, { 'WWW-Authenticate': ['Basic realm="a"', 'Bearer realm="b"'] }),
    )
    expect(response.headers('WWW-Authenticate')).toEqual(['Basic realm="a"', 'Bearer realm="b"'])
    const later = await conformed(framework, bare(503, { 'Retry-After': '7' }))
    expect(later.response.headers('Retry-After')).toEqual(['7'])
    const range = await conformed(framework, bare(416, { 'Content-Range': 'bytes */9' }))
    expect(range.response.headers('Content-Range')).toEqual(['bytes */9'])
  })

  it('what belongs to the client or the connection stays, what describes other content goes', async () => {
    const { response } = await conformed(
      framework,
      bare(404, {
        'Set-Cookie': ['a=1', 'b=2'],
        'Access-Control-Allow-Origin': '*',
        Vary: 'Origin',
        'X-Request-Id': '7',
        ETag: '"a"',
        'Cache-Control': 'public, max-age=60',
        'Content-Language': 'en',
        'Content-Encoding': 'gzip',
      }),
    )
    expect(response.headers('Set-Cookie')).toEqual(['a=1', 'b=2'])
    expect(response.headers('Access-Control-Allow-Origin')).toEqual(['*'])
    expect(response.headers('Vary')).toEqual(['Origin, Accept'])
    expect(response.headers('X-Request-Id')).toEqual(['7'])
    for (const name of ['ETag', 'Cache-Control', 'Content-Language', 'Content-Encoding']) {
      expect(response.headers(name)).toEqual([])
    }
  })

  it('fields that writeHead() is given stay, and in their own case', async () => {
    const handler = raw((res) => res.writeHead(404, { 'x-OWN': 'a', 'Set-Cookie': ['a=1', 'b=2'] }).end())
    const { response } = await conformed(framework, handler, {}, plain)
    expect(response.headerLines).toContainEqual(['x-OWN', 'a'])
    expect(response.headers('Set-Cookie')).toEqual(['a=1', 'b=2'])
  })

  it('a server error is not stored (RFC 9111 §5.2.2.5)', async () => {
    const { response } = await conformed(framework, bare(500))
    expect(response.headers('Cache-Control')).toEqual(['no-store'])
  })

  it('a phrase of its own stays with the status that it was given for', async () => {
    const own = raw((res) => {
      res.statusCode = 404
      res.statusMessage = 'My Own'
      res.end()
    })
    expect((await conformed(framework, own)).response.reason).toBe('My Own')
  })

  it('a status set after its head is none (RFC 9110 §15)', async () => {
    const handler = raw((res) => {
      res.writeHead(404)
      res.statusCode = 200
      res.end()
    })
    expect((await conformed(framework, handler)).response.json()).toMatchObject({ status: 404 })
  })

  it('a phrase of older RFCs does not (RFC 9110 §15.5.14)', async () => {
    const { response } = await conformed(
      framework,
      raw((res) => res.writeHead(413).end()),
    )
    expect(response.reason).toBe('Content Too Large')
  })

  it('where the connection ends, it is said that it does (RFC 9112 §9.6)', async () => {
    const { server } = await serveConforming(framework, {
      routes: { '/': raw((res) => res.writeHead(404, { Connection: 'close' }).end()) },
    })
    expect((await answerOf(server)).headers('Connection')).toEqual(['close'])
  })

  it.each([
    ['content', 404, { 'Content-Type': 'text/plain' }, 'no such thing'],
    ['content without a type', 404, {}, 'no such thing'],
    ['a type', 404, { 'Content-Type': 'text/plain' }, ''],
    ['no error', 200, {}, ''],
    ['no error either', 304, {}, ''],
  ])('what has %s is not bare', async (_, status, fields, content) => {
    const handler = raw((res) => res.writeHead(status, fields).end(content))
    const { response, told } = await conformed(framework, handler)
    expect(response.status).toBe(status)
    expect(response.text()).toBe(content)
    expect(told).toEqual([])
  })

  it('what tells HEAD of content for GET is not bare (RFC 9110 §8.6)', async () => {
    const handler = raw((res) => res.writeHead(404, { 'Content-Length': 13 }).end())
    const { response, told } = await conformed(framework, handler, { method: 'HEAD' })
    expect(response.headers('Content-Length')).toEqual(['13'])
    expect(told).toEqual([])
  })

  it('a bare status whose head goes ahead may still get content: it stays', async () => {
    const handler = raw((res) => {
      res.writeHead(404).flushHeaders()
      res.end()
    })
    const { response } = await conformed(framework, handler)
    expect(response).toMatchObject({ status: 404, framing: 'chunked', body: Buffer.alloc(0) })
  })

  it('onProblem hears of the document, and nothing is printed: nobody has thrown anything', async () => {
    const onProblem = vi.fn()
    const app: TestApp = {
      conform: { onMend: () => {}, onProblem },
      routes: { '/': raw((res) => res.writeHead(500).end()) },
    }
    const { server } = await serveConforming(framework, app, { env: undefined })
    await answerOf(server)
    expect(onProblem).toHaveBeenCalledTimes(1)
    expect(onProblem.mock.calls[0]?.[0]).toMatchObject({
      outcome: 'sent',
      problem: { status: 500 },
      reply: { status: 500 },
    })
  })

  describe('the name of a status', () => {
    it('is content, and stays', async () => {
      const { response, told } = await conformed(framework, named(404))
      expect(response.text()).toBe('Not Found')
      expect(told).toEqual([])
    })

    it.each(errors.filter((status) => status !== 407 && status !== 426))(
      'of %d becomes a document with replacePlainText',
      async (status) => {
        const { response, told } = await replaced(framework, named(status))
        expect(response.status).toBe(status)
        expect(response.json()).toMatchObject({ status })
        expect(told[0]).toBe(explained(status))
      },
    )

    it('in a response to HEAD, too (RFC 9110 §9.3.2)', async () => {
      const get = await replaced(framework, named(404))
      const head = await replaced(framework, named(404), 'HEAD')
      expect(head.response.headers('Content-Type')).toEqual(['application/problem+json'])
      expect(head.response.headers('Content-Length')).toEqual(get.response.headers('Content-Length'))
    })

    it.each([
      ['as its code', 499, '499'],
      ['in bytes', 404, Buffer.from('Not Found')],
    ])('%s becomes one, too', async (_, status, content) => {
      const handler = raw((res) => res.writeHead(status, { 'Content-Type': 'text/plain' }).end(content))
      expect((await replaced(framework, handler)).response.json()).toMatchObject({ status })
    })

    it.each([
      ['text that says more', 'text/plain', 'Not Found: order 42'],
      ['the name of another status', 'text/plain', 'Gone'],
      ['what is no plain text', 'text/html', 'Not Found'],
      ['what only begins like plain text', 'text/plainer', 'Not Found'],
    ])('is not %s', async (_, type, content) => {
      const handler = raw((res) => res.writeHead(404, { 'Content-Type': type }).end(content))
      expect((await replaced(framework, handler)).response.text()).toBe(content)
    })

    it('that is streamed stays', async () => {
      const handler = raw((res) => {
        res.writeHead(404, { 'Content-Type': 'text/plain' }).write('Not Found')
        res.end()
      })
      expect((await replaced(framework, handler)).response.text()).toBe('Not Found')
    })
  })
})

describe.each(frameworks.filter(({ family }) => family === 'koa'))('$name without problems()', (framework) => {
  const app: Partial<TestApp> = { problems: false }

  it.each(errors.filter((status) => status !== 407 && status !== 426))(
    'ctx.status = %d gets a document',
    async (status) => {
      const { response, told } = await conformed(framework, bare(status), {}, app)
      expect(response.status).toBe(status)
      expect(response.json()).toMatchObject({ status })
      expect(told[0]).toBe(explained(status))
    },
  )

  it('HEAD gets the fields of GET (RFC 9110 §9.3.2)', async () => {
    const get = await conformed(framework, bare(403), {}, app)
    const head = await conformed(framework, bare(403), { method: 'HEAD' }, app)
    expect(head.response.headers('Content-Length')).toEqual(get.response.headers('Content-Length'))
    expect(head.response.headers('Content-Type')).toEqual(['application/problem+json'])
  })

  it('a request that nothing answers gets a document', async () => {
    const { response } = await conformed(framework, bare(200), { target: '/nowhere' }, app)
    expect(response.status).toBe(404)
    expect(response.json()).toMatchObject({ status: 404 })
  })

  it('a message of its own is still the framework’s text', async () => {
    const handler: Handler = ({ ctx }) => {
      Object.assign(ctx ?? {}, { status: 404, message: 'My Own' })
    }
    const { response } = await conformed(framework, handler, {}, app)
    expect(response.json()).toMatchObject({ status: 404 })
    expect(response.reason).toBe('My Own')
  })

  it('a body that says the same is the application’s', async () => {
    const { response, told } = await conformed(framework, named(404), {}, app)
    expect(response.text()).toBe('Not Found')
    expect(told).toEqual([])
  })
})

const plain: Partial<TestApp> = { setup: { express: (app) => void app.disable('x-powered-by') } }

function replaced(framework: Framework, handler: Handler, method = 'GET'): ReturnType<typeof conformed> {
  return conformed(framework, handler, { method }, { conform: { replacePlainText: true } })
}
