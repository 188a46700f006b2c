import express5 from 'express'
import express4 from 'express4'
import Koa3 from 'koa'
import Koa2 from 'koa2'
import { describe, expect, it } from 'vitest'
import { exchange, request } from '../support/raw-client.ts'
import { thrownOnExpress, thrownOnKoa } from './provoke.ts'
import { documentOf, recognized, toldOf } from './recognized.ts'

const get = (target: string) => {
  return (port: number): Promise<unknown> => exchange(port, request({ target }))
}

describe.each([
  ['Express 5', express5],
  ['Express 4', express4],
])('the router of %s', (_name, express) => {
  it('takes a parameter that is no valid encoding for a 400', async () => {
    const mount = (app: ReturnType<typeof express>): void => {
      app.get('/orders/:id', (_req, res) => res.end())
    }
    const thrown = await thrownOnExpress(express, mount, get('/orders/%E0%A4%A'))
    expect(thrown).toBeInstanceOf(URIError)
    expect(recognized(thrown).problem.status).toBe(400)
  })
})

it('a URIError of the application itself is a 500', () => {
  const decode = (): unknown => {
    try {
      return decodeURIComponent('%')
    } catch (error) {
      return error
    }
  }
  expect(recognized(decode()).problem.status).toBe(500)
})

describe.each([
  ['Koa 3', Koa3],
  ['Koa 2', Koa2],
])('%s', (_name, Koa) => {
  const thrownBy = (middleware: Koa3.Middleware): Promise<unknown> => thrownOnKoa(Koa, middleware, get('/'))

  it('ctx.throw(4xx, message) shows its message', async () => {
    const thrown = await thrownBy((ctx) => ctx.throw(403, 'Not your order'))
    expect(recognized(thrown).problem).toMatchObject({ status: 403, detail: 'Not your order' })
  })

  it('ctx.throw(5xx, message) hides its message', async () => {
    const thrown = await thrownBy((ctx) => ctx.throw(503, 'secret'))
    expect(recognized(thrown).problem.status).toBe(503)
    expect(toldOf(thrown)).not.toContain('secret')
  })

  it('ctx.throw(status) has the default detail', async () => {
    const thrown = await thrownBy((ctx) => ctx.throw(404))
    expect(recognized(thrown).problem).toMatchObject({ status: 404, detail: undefined })
  })

  it('ctx.throw keeps its properties to itself, but for the header fields', async () => {
    const thrown = await thrownBy((ctx) =>
      ctx.throw(401, 'Who are you?', { user: 'secret', headers: { 'WWW-Authenticate': 'Bearer' } }),
    )
    expect(recognized(thrown).problem.headers).toEqual({ 'WWW-Authenticate': ['Bearer realm="api"'] })
    expect(toldOf(thrown)).not.toContain('secret')
  })

  it('ctx.throw(4xx, error) shows the message of an error that is not the system’s', async () => {
    const thrown = await thrownBy((ctx) => ctx.throw(409, new Error('Taken') as never))
    expect(documentOf(thrown)).toMatchObject({ status: 409, detail: 'Taken' })
  })

  it('ctx.assert shows its message', async () => {
    const thrown = await thrownBy((ctx) => ctx.assert(ctx.query.id, 400, 'id is missing'))
    expect(recognized(thrown).problem).toMatchObject({ status: 400, detail: 'id is missing' })
  })

  it('ctx.assert.equal shows its message', async () => {
    const thrown = await thrownBy((ctx) => ctx.assert.equal(ctx.method, 'POST', 405, 'Only POST'))
    expect(recognized(thrown).problem).toMatchObject({ status: 405, detail: 'Only POST' })
  })
})
