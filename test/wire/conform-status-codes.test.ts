import { describe, expect, it } from 'vitest'
import { phraseOf } from '../../src/status/index.ts'
import { conformed, raw, serveConforming } from '../support/conforming.ts'
import { frameworks, type Handler } from '../support/frameworks.ts'
import { exchange, request } from '../support/raw-client.ts'

const explain = 'mended 9110-15.6-explain'
const registered = 'reported 9110-15.1-registered'
const range = 'mended 9110-15-status-100-599'
const interim = 'mended 9110-15-interim-then-one-final'

/** As the framework's users set a status and nothing else. */
const bare =
  (status: number): Handler =>
  (io) => {
    io.status(status)
    io.express?.res.end()
  }

/** As they set it with content. */
const withContent =
  (status: number): Handler =>
  (io) => {
    io.status(status)
    io.header('X-Own', 'yes')
    io.body('a text')
  }

/** What has no meaning as a status, and what clients get instead. */
const outside = [
  [600, 502],
  [700, 500],
  [999, 500],
] as const

describe.each(frameworks)('$name', (framework) => {
  // There, problems() answers what Koa itself would have answered.
  const byProblems = framework.family === 'koa'

  it.each([509, 520, 420])('a bare %d is explained, and reported as not registered', async (status) => {
    const { response, told, events } = await conformed(framework, bare(status))
    expect(response.status).toBe(status)
    expect(response.json()).toMatchObject({ status })
    const explained = status < 500 ? explain.replace('15.6', '15.5') : explain
    expect(told).toEqual(byProblems ? [registered] : [explained, registered])
    expect(events.at(-1)).toMatchObject({ status, action: 'reported' })
    expect(events.at(-1)?.found).toMatch(new RegExp(`^status ${status} \\(.+\\), where \\d+ .+ is meant$`))
  })

  it('a bare 509 to HEAD is reported once', async () => {
    const { told } = await conformed(framework, bare(509), { method: 'HEAD' })
    expect(told.filter((one) => one === registered)).toHaveLength(1)
  })

  it.each([
    [305, '9110-15.4.6-305-deprecated'],
    [306, '9110-15.4.7-306-reserved'],
  ])('a %d is reported, and stays as it is (%s)', async (status, rule) => {
    for (const handler of [withContent(status), raw((res) => res.writeHead(status).end())]) {
      const { response, told, events } = await conformed(framework, handler)
      expect(response.status).toBe(status)
      expect(told).toEqual([`reported ${rule}`])
      // It is a redirection to whoever sent it: that an error with this status is a 500 is no advice.
      expect(events.at(-1)?.found).toBe(`status ${status}`)
    }
  })

  describe.each(outside)('%d is no status (RFC 9110 §15)', (status, instead) => {
    it('and, with nothing else, gives way to the document of one', async () => {
      const { response, told, events } = await conformed(framework, bare(status))
      expect(response).toMatchObject({ status: instead, reason: phraseOf(instead) })
      expect(response.json()).toMatchObject({ status: instead, title: phraseOf(instead) })
      expect(told).toEqual(byProblems ? [range] : [explain, range])
      expect(events.at(-1)).toMatchObject({ status, action: 'mended' })
    })

    it('and, by hand in Node, does so as well', async () => {
      const { response, told } = await conformed(
        framework,
        raw((res) => res.writeHead(status, 'My Own').end()),
      )
      expect(response).toMatchObject({ status: instead, reason: phraseOf(instead) })
      expect(response.json()).toMatchObject({ status: instead })
      expect(told).toEqual([explain, range])
    })

    it('and, with content, becomes one: the rest stays', async () => {
      const { response, told, events } = await conformed(framework, withContent(status))
      expect(response).toMatchObject({ status: instead, reason: phraseOf(instead) })
      expect(response.headers('X-Own')).toEqual(['yes'])
      expect(response.text()).toBe('a text')
      expect(told).toContain(range)
      expect(events.find(({ rule }) => rule.id === '9110-15-status-100-599')).toMatchObject({ status, method: 'GET' })
    })

    it.each<[string, Handler]>([
      ['in pieces', raw((res) => void res.writeHead(status, { 'X-Own': 'yes' }).write('a te', () => res.end('xt')))],
      [
        'after its head',
        raw((res) => {
          res.writeHead(status, 'My Own', { 'X-Own': 'yes' }).flushHeaders()
          res.end('a text')
        }),
      ],
    ])('nor with content that comes %s', async (_, handler) => {
      const { response, told } = await conformed(framework, handler)
      expect(response).toMatchObject({ status: instead, reason: phraseOf(instead) })
      expect(response.headers('X-Own')).toEqual(['yes'])
      expect(response.text()).toBe('a text')
      expect(told).toEqual([range])
    })

    it('nor to HEAD', async () => {
      const { response } = await conformed(framework, withContent(status), { method: 'HEAD' })
      expect(response).toMatchObject({ status: instead, framing: 'none' })
    })

    it('but stays where conform() only reports', async () => {
      const handler = raw((res) => res.writeHead(status, { 'X-Own': 'yes' }).end('a text'))
      const app = { conform: { mode: 'report' }, routes: { '/': handler } } as const
      const { server, events } = await serveConforming(framework, app)
      const { bytes } = await exchange(server.port, request({ headers: { Connection: 'close' } }), { methods: [] })
      expect(String(bytes)).toMatch(new RegExp(`^HTTP/1.1 ${status} unknown\r\n[^]*X-Own: yes[^]*a text`))
      expect(events.map(({ action, rule }) => `${action} ${rule.id}`)).toEqual(['reported 9110-15-status-100-599'])
    })

    it('and is a 500 that names the rule where tests are to fail', async () => {
      const { response } = await conformed(framework, withContent(status), {}, { conform: { mode: 'throw' } })
      expect(response.json()).toMatchObject({ status: 500, rule: '9110-15-status-100-599' })
    })

    it('and becomes one also where bare statuses stay bare', async () => {
      const app = { conform: { mend: { bareStatus: false } } }
      const { response, told } = await conformed(
        framework,
        raw((res) => res.writeHead(status).end()),
        {},
        app,
      )
      expect(response).toMatchObject({ status: instead, reason: phraseOf(instead), body: Buffer.alloc(0) })
      expect(told).toEqual(['reported 9110-15.6-explain', range])
    })
  })

  describe.each([100, 101, 150, 199])('a final %d leaves the client waiting (RFC 9110 §15.2)', (status) => {
    it.each<[string, Handler]>([
      ['set as users do', bare(status)],
      ['set with content', withContent(status)],
      ['by hand in Node', raw((res) => res.writeHead(status).end())],
      ['in pieces', raw((res) => void res.writeHead(status).write('a', () => res.end('b')))],
    ])('and becomes a 500: %s', async (_, handler) => {
      const { response, told } = await conformed(framework, handler)
      expect(response).toMatchObject({ status: 500, reason: 'Internal Server Error', interim: [] })
      expect(response.json()).toMatchObject({ status: 500 })
      expect(told).toEqual([interim])
    })

    it('and becomes one also where its head goes ahead', async () => {
      const handler = raw((res) => {
        res.writeHead(status).flushHeaders()
        res.end()
      })
      const { response, told } = await conformed(framework, handler)
      expect(response).toMatchObject({ status: 500, reason: 'Internal Server Error', interim: [] })
      expect(told).toEqual([interim])
    })
  })
})

describe.each(frameworks.filter(({ family }) => family === 'koa'))('$name without problems()', (framework) => {
  it.each(outside)('ctx.status = %d gets the document of a %d', async (status, instead) => {
    const { response, told } = await conformed(framework, bare(status), {}, { problems: false })
    expect(response.status).toBe(instead)
    expect(response.json()).toMatchObject({ status: instead })
    expect(told).toEqual([explain, range])
  })

  it('ctx.status = 509 is explained, and reported', async () => {
    const { told } = await conformed(framework, bare(509), {}, { problems: false })
    expect(told).toEqual([explain, registered])
  })
})
