import { bodyParser } from '@koa/bodyparser'
import express5 from 'express'
import express4 from 'express4'
import Koa from 'koa'
import { describe, expect, it } from 'vitest'
import { converse, exchange, request } from '../support/raw-client.ts'
import { thrownOnExpress, thrownOnKoa } from './provoke.ts'
import { recognized, toldOf } from './recognized.ts'

const JSON_TYPE = 'application/json'

const post = (body: string, headers: Record<string, string> = {}) => {
  return (port: number): Promise<unknown> =>
    exchange(port, request({ method: 'POST', headers: { 'Content-Type': JSON_TYPE, ...headers }, body }))
}

const abortedPost = (port: number): Promise<unknown> =>
  converse(port, {}, async (conversation) => {
    conversation.send(
      request({ method: 'POST', headers: { 'Content-Type': JSON_TYPE, 'Content-Length': '99' }, body: '{"a":' }),
    )
    conversation.halfClose()
    await conversation.untilClosed()
  })

describe.each([
  ['Express 5', express5],
  ['Express 4', express4],
])('express.json() of %s', (_name, express) => {
  const json =
    (options: Parameters<typeof express.json>[0] = {}) =>
    (app: ReturnType<typeof express>): void => {
      app.use(express.json(options))
    }

  it('refuses too much content with 413', async () => {
    const thrown = await thrownOnExpress(express, json({ limit: 5 }), post('{"a":"too much"}'))
    expect(recognized(thrown).problem).toMatchObject({ status: 413, headers: {} })
  })

  it('refuses a charset with 415, and says nothing of codings', async () => {
    const thrown = await thrownOnExpress(express, json(), post('{}', { 'Content-Type': `${JSON_TYPE}; charset=x` }))
    expect(recognized(thrown).problem).toMatchObject({ status: 415, headers: {} })
  })

  it('refuses a content coding with 415 and the codings that would do (RFC 9110 §15.5.16)', async () => {
    const thrown = await thrownOnExpress(express, json(), post('{}', { 'Content-Encoding': 'compress' }))
    expect(recognized(thrown).problem).toMatchObject({ status: 415, headers: { 'Accept-Encoding': 'gzip, deflate' } })
  })

  it('refuses every content coding where it inflates none (RFC 9110 §12.5.3)', async () => {
    const thrown = await thrownOnExpress(express, json({ inflate: false }), post('{}', { 'Content-Encoding': 'gzip' }))
    expect(recognized(thrown).problem).toMatchObject({ status: 415, headers: { 'Accept-Encoding': 'identity' } })
  })

  it('refuses malformed JSON with 400, and its body stays behind', async () => {
    const thrown = await thrownOnExpress(express, json(), post('{"password":"hunter2",}'))
    expect(thrown).toHaveProperty('body', '{"password":"hunter2",}')
    expect(recognized(thrown).problem.status).toBe(400)
    expect(toldOf(thrown)).not.toContain('hunter2')
  })

  it('takes a request that broke off for a 400, without the code of the system in it', async () => {
    const thrown = await thrownOnExpress(express, json(), abortedPost)
    expect(thrown).toHaveProperty('code', 'ECONNABORTED')
    expect(recognized(thrown).problem).toMatchObject({ status: 400, detail: undefined })
  })

  it('refuses content that is not as long as it said with 400', async () => {
    const thrown = await thrownOnExpress(
      express,
      (app) => {
        app.use((req, _res, next) => {
          req.headers['content-length'] = '7'
          next()
        })
        json()(app)
      },
      post('{"a":1}  '),
    )
    expect(recognized(thrown).problem).toMatchObject({ status: 400, headers: {} })
  })

  it('refuses what a verify function refuses with 403, or the status that it gives', async () => {
    const verify = (): never => {
      throw Object.assign(new Error('secret'), { status: 401 })
    }
    const thrown = await thrownOnExpress(express, json({ verify }), post('{}'))
    expect(recognized(thrown).problem.status).toBe(401)
  })
})

describe('@koa/bodyparser', () => {
  it('refuses too much content with 413, as raw-body does', async () => {
    const thrown = await thrownOnKoa(Koa, bodyParser({ jsonLimit: 5 }), post('{"a":"too much"}'))
    expect(recognized(thrown).problem).toMatchObject({ status: 413, headers: {} })
  })

  it('refuses malformed JSON with 400', async () => {
    const thrown = await thrownOnKoa(Koa, bodyParser(), post('{"password":"hunter2",}'))
    expect(recognized(thrown).problem.status).toBe(400)
    expect(toldOf(thrown)).not.toContain('hunter2')
  })

  it('refuses a content coding with 415 and the codings that would do (RFC 9110 §15.5.16)', async () => {
    const thrown = await thrownOnKoa(Koa, bodyParser(), post('{}', { 'Content-Encoding': 'zstd' }))
    expect(recognized(thrown).problem).toMatchObject({ status: 415, headers: { 'Accept-Encoding': 'gzip, deflate' } })
  })

  it('takes a request that broke off for a 400', async () => {
    const thrown = await thrownOnKoa(Koa, bodyParser(), abortedPost)
    expect(recognized(thrown).problem).toMatchObject({ status: 400, detail: undefined })
  })
})
