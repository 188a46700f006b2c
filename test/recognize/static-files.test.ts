import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express5 from 'express'
import express4 from 'express4'
import Koa3 from 'koa'
import koaSend from 'koa-send'
import Koa2 from 'koa2'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exchange, request } from '../support/raw-client.ts'
import { thrownOnExpress, thrownOnKoa } from './provoke.ts'
import { recognized, toldOf } from './recognized.ts'

let root = ''

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'secret-root-'))
  await writeFile(join(root, 'ten.txt'), '0123456789')
})

afterAll(() => rm(root, { recursive: true }))

const get = (target: string, headers: Record<string, string> = {}) => {
  return (port: number): Promise<unknown> => exchange(port, request({ target, headers }))
}

describe.each([
  ['Express 5', express5],
  ['Express 4', express4],
])('send in %s', (_name, express) => {
  const files = (app: ReturnType<typeof express>): void => {
    app.use(express.static(root, { fallthrough: false }))
  }

  it('takes a missing file for a 404 that shows no path', async () => {
    const thrown = await thrownOnExpress(express, files, get('/missing.txt'))
    expect(recognized(thrown).problem.status).toBe(404)
    expect(toldOf(thrown)).not.toMatch(/secret-root|missing|ENOENT/)
  })

  it('shows no path where res.sendFile finds no file', async () => {
    const thrown = await thrownOnExpress(
      express,
      (app) => {
        app.get('/file', (_req, res) => res.sendFile(join(root, 'missing.txt')))
      },
      get('/file'),
    )
    expect(recognized(thrown).problem.status).toBe(404)
    expect(toldOf(thrown)).not.toMatch(/secret-root|missing|ENOENT/)
  })

  it('tells the size where a range cannot be served (RFC 9110 §15.5.17)', async () => {
    const thrown = await thrownOnExpress(express, files, get('/ten.txt', { Range: 'bytes=20-30' }))
    expect(recognized(thrown).problem).toMatchObject({ status: 416, headers: { 'Content-Range': 'bytes */10' } })
    expect(toldOf(thrown)).toContain('"Content-Range":"bytes */10"')
  })

  it('takes a precondition that fails for a 412', async () => {
    const thrown = await thrownOnExpress(express, files, get('/ten.txt', { 'If-Match': '"other"' }))
    expect(recognized(thrown).problem.status).toBe(412)
  })

  it('takes a way out of the root for a 403', async () => {
    const thrown = await thrownOnExpress(express, files, get('/../passwd'))
    expect(recognized(thrown).problem.status).toBe(403)
    expect(toldOf(thrown)).not.toContain('secret-root')
  })

  it('takes a path that is no valid encoding for a 400', async () => {
    const thrown = await thrownOnExpress(express, files, get('/%zz'))
    expect(recognized(thrown).problem.status).toBe(400)
  })
})

describe.each([
  ['Koa 3', Koa3],
  ['Koa 2', Koa2],
])('koa-send in %s', (_name, Koa) => {
  const files: Koa3.Middleware = (ctx) => koaSend(ctx, ctx.path, { root })

  it('takes a missing file for a 404 that does not show the path which koa-send exposes', async () => {
    const thrown = await thrownOnKoa(Koa, files, get('/missing.txt'))
    expect(thrown).toMatchObject({ expose: true, message: expect.stringContaining(root) })
    expect(recognized(thrown).problem.status).toBe(404)
    expect(toldOf(thrown)).not.toMatch(/secret-root|missing|ENOENT/)
  })

  it('takes a path through a file for a 404 that shows nothing', async () => {
    const thrown = await thrownOnKoa(Koa, files, get('/ten.txt/x'))
    expect(recognized(thrown).problem.status).toBe(404)
    expect(toldOf(thrown)).not.toMatch(/secret-root|ENOTDIR/)
  })

  it('takes a path that is no valid encoding for a 400', async () => {
    const thrown = await thrownOnKoa(Koa, files, get('/%zz'))
    expect(recognized(thrown).problem.status).toBe(400)
  })
})
