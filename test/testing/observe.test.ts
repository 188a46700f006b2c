import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import fastify from 'fastify'
import { Hono } from 'hono'
import request from 'supertest'
import { request as undici } from 'undici'
import { describe, expect, it } from 'vitest'
import { conformant, type ExpectedProblem, expectConformant, matchers } from '../../testing/index.ts'
import '../../testing/vitest.ts'

const bare: RequestListener = (_req, res) => {
  res.writeHead(405, { 'Content-Type': 'text/plain; charset=utf-8' }).end('No.')
}
const right: RequestListener = (_req, res) => {
  res.writeHead(405, { Allow: 'POST', 'Content-Type': 'text/plain; charset=utf-8' }).end('No: POST to it.')
}

async function serving<T>(listener: RequestListener, use: (url: string) => Promise<T>): Promise<T> {
  const server = createServer(listener).listen(0)
  await once(server, 'listening')
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/orders`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

describe('conformant(), for supertest', () => {
  it('lets a response through that breaks no rule', async () => {
    await request(right).get('/orders').expect(405).expect(conformant())
  })

  it('fails one that does, and teaches', async () => {
    const failed = await request(bare).delete('/orders').expect(conformant()).catch(String)
    expect(failed).toContain('DELETE /orders answered 405 Method Not Allowed, which breaks one rule:')
    expect(failed).toContain('MUST       RFC 9110 §15.5.6')
    expect(failed).toContain('To mend it: ')
    expect(failed).toContain('https://www.rfc-editor.org/rfc/rfc9110#section-15.5.6')
  })

  it('knows that HEAD has no content', async () => {
    await request(right).head('/orders').expect(conformant())
  })

  it('leaves out rules that are broken on purpose', async () => {
    await request(bare)
      .get('/orders')
      .expect(conformant({ ignore: ['9110-15.5.6-allow'] }))
  })

  it('refuses a rule or a level that does not exist', () => {
    expect(() => conformant({ ignore: ['9110-nothing'] })).toThrow('There is no rule 9110-nothing')
    expect(() => conformant({ level: 'MAY' as 'MUST' })).toThrow("level is 'MUST', 'SHOULD' or 'advice', not MAY")
  })

  it.each([
    [null, 'The options are an object, not null.'],
    ['MUST', 'The options are an object, not MUST.'],
    [{ levle: 'MUST' }, 'There is no option "levle"; there are level, ignore, request.'],
    [{ ignore: '9110-15.5.6-allow' }, 'The option "ignore" takes an array of ids.'],
    [{ request: 'GET' }, 'The option "request" takes an object'],
  ])('refuses the options %j', (options, message) => {
    expect(() => conformant(options as never)).toThrow(message)
  })

  it('fails where it was not called', async () => {
    const failed = await request(bare).get('/').expect(conformant).catch(String)
    expect(failed).toContain('conformant is to be called')
  })

  it('refuses what is to be awaited', async () => {
    expect(() => conformant()(new Response('x'))).toThrow('await expectConformant(response)')
  })
})

describe('expectConformant() and toConform()', () => {
  it('judge responses of fetch, and leave the content to be read', async () => {
    await serving(bare, async (url) => {
      const response = await fetch(url)
      await expect(expectConformant(response)).rejects.toThrow('RFC 9110 §15.5.6')
      await expect(response).not.toConform()
      expect(await response.text()).toBe('No.')
      await expect(expectConformant(response)).rejects.toThrow('was read before: judge it first')
    })
    await serving(right, async (url) => {
      await expectConformant(await fetch(url))
      await expect(await fetch(url)).toConform()
    })
  })

  it('judge what fetch does not tell if they are told the request', async () => {
    const notModified: RequestListener = (_req, res) => {
      res.writeHead(304, { ETag: '"1"' }).end()
    }
    await serving(notModified, async (url) => {
      await expect(await fetch(url, { headers: { 'If-None-Match': '"1"' } })).toConform({
        request: { headers: { 'If-None-Match': '"1"' } },
      })
    })
  })

  it('judge responses of undici, and put the content back', async () => {
    await serving(bare, async (url) => {
      const response = await undici(url)
      await expect(response).not.toConform()
      expect(await response.body.text()).toBe('No.')
    })
    await serving(right, async (url) => {
      const response = await undici(url)
      await expect(response).toConform()
      const parts: Buffer[] = []
      for await (const part of response.body) parts.push(part)
      expect(Buffer.concat(parts).toString()).toBe('No: POST to it.')
    })
  })

  it('judge responses of supertest on Express', async () => {
    const app = express().get('/', (_req, res) => {
      res.status(401).send('Who are you?')
    })
    const response = await request(app).get('/')
    expect(response).not.toConform()
    expect(() => expectConformant(response)).toThrow('9110-15.5.2-www-authenticate')
  })

  it('judge what inject() of Fastify gives', async () => {
    const app = fastify()
    app.get('/', (_req, reply) => reply.code(401).send('Who are you?'))
    expect(await app.inject('/')).not.toConform()
    expect((await app.inject('/nothing')).statusCode).toBe(404)
  })

  it('judge what request() of Hono gives', async () => {
    const app = new Hono().get('/', (c) => c.text('Who are you?', 401))
    await expect(await app.request('/')).not.toConform()
  })

  it('do not miss what a server adds when it sends (Date) in a response that nobody has sent', async () => {
    await expect(new Response('No.', { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })).toConform()
  })

  it('refuse a promise of a response', () => {
    expect(() => expectConformant(Promise.resolve(new Response('x')))).toThrow('await it first')
  })

  it('say where the response came from', async () => {
    await serving(bare, async (url) => {
      await expect(expectConformant(await fetch(url))).rejects.toThrow(`${url} answered 405`)
    })
  })

  it.each([[null], ['a text'], [{ status: 200 }], [[]]])('refuse %j', (given) => {
    expect(() => expectConformant(given)).toThrow('Expected a response of supertest, fetch, undici or inject()')
  })
})

describe('toBeProblem()', () => {
  const problem = (document: unknown, type = 'application/problem+json', status = 404): Response =>
    new Response(typeof document === 'string' ? document : JSON.stringify(document), {
      status,
      headers: { 'Content-Type': type },
    })
  const messageFor = async (response: Response, expected?: ExpectedProblem): Promise<string> => {
    const result = await matchers.toBeProblem.call({ equals: (a, b) => Object.is(a, b) }, response, expected)
    return `${result.pass}: ${result.message()}`
  }

  it('compares the members, and takes asymmetric matchers', async () => {
    const response = problem({ type: 'https://example.com/p', title: 'No order', status: 404, order: 42 })
    await expect(response).toBeProblem({ status: 404, type: 'https://example.com/p', order: expect.any(Number) })
    await expect(response).not.toBeProblem({ status: 410 })
    await expect(response).not.toBeProblem({ type: 'https://example.com/q' })
    await expect(response).not.toBeProblem({ cart: 1 })
  })

  it('takes a missing type for about:blank (RFC 9457 §3.1.1)', async () => {
    await expect(problem({ title: 'Not Found' })).toBeProblem({ type: 'about:blank' })
  })

  it('says all that differs', async () => {
    const message = await messageFor(problem({ title: 'A', status: 404 }), { status: 410, title: 'B', cart: 7 })
    expect(message).toContain('false: Expected a problem (RFC 9457), but:')
    expect(message).toContain('The status is 404, not 410.')
    expect(message).toContain('Its member status is 404, not 410.')
    expect(message).toContain('Its member title is "A", not "B".')
    expect(message).toContain('Its member cart is missing, not 7.')
  })

  it('says what is no problem', async () => {
    expect(await messageFor(problem({}, 'application/json'))).toContain(
      'The media type is application/json, not application/problem+json.',
    )
    expect(await messageFor(problem('[]'))).toContain('no JSON object')
    expect(await messageFor(problem('{'))).toContain('no JSON object')
  })

  it('finds a document whose status is not that of the response (RFC 9457 §3.1.2)', async () => {
    expect(await messageFor(problem({ status: 400 }))).toContain('9457-3.1.2-status-equals-real')
  })
})
