import bodyParser from '@koa/bodyparser'
import express from 'express'
import express4 from 'express4'
import { describe, expect, it } from 'vitest'
import { frameworks, type TestApp } from '../support/frameworks.ts'
import { exchange, pipeline, request } from '../support/raw-client.ts'
import { answerOf, serve } from '../support/serve.ts'

describe.each(frameworks)('$name', (framework) => {
  const parsing: TestApp = {
    before: {
      express: [(framework.major === 4 ? express4 : express).json({ limit: '100kb' })],
      koa: [bodyParser({ jsonLimit: '100kb' })],
    },
    routes: { '/': (io) => io.body('parsed'), '/good': (io) => io.body('good') },
  }
  const json = { 'Content-Type': 'application/json' }

  it('the 413 of the body parser says Content Too Large, and arrives whole (RFC 9110 §15.5.14)', async () => {
    const server = await serve(framework, parsing)
    const large = request({ method: 'POST', headers: json, body: JSON.stringify('x'.repeat(500 * 1024)) })
    const { responses, error } = await exchange(server.port, large)
    expect(error).toBeUndefined()
    expect(responses).toMatchObject([{ status: 413, reason: 'Content Too Large', complete: true }])
    expect(responses[0]?.json()).toMatchObject({ status: 413, title: 'Content Too Large' })
    // Express's parser reads the rest before it reports, Koa's does not.
    expect(responses[0]?.header('Connection')).toBe(framework.family === 'express' ? 'keep-alive' : 'close')
  })

  it('the 415 of the body parser names the codings that would do (RFC 9110 §15.5.16)', async () => {
    const server = await serve(framework, parsing)
    const headers = { ...json, 'Content-Encoding': 'compress' }
    const response = await answerOf(server, { method: 'POST', headers, body: '{}' })
    expect(response.status).toBe(415)
    if (framework.family === 'express') expect(response.header('Accept-Encoding')).toBe('gzip, deflate')
  })

  it('the 400 of the body parser keeps the connection', async () => {
    const server = await serve(framework, parsing)
    const broken = request({ method: 'POST', headers: json, body: '{"a":' })
    const { responses, error } = await exchange(server.port, pipeline([broken, request({ target: '/good' })]))
    expect(responses).toMatchObject([{ status: 400 }, { status: 200 }])
    expect(error).toBeUndefined()
  })
})
