import { once } from 'node:events'
import { connect, createServer } from 'node:http2'
import type { AddressInfo } from 'node:net'
import express5 from 'express'
import express4 from 'express4'
import { expect, it, onTestFinished, vi } from 'vitest'
import { observe } from '../support/observation.ts'

// Express puts its own prototypes, those of node:http, under the requests and responses of node:http2: nothing works.
it.each([
  ['5', express5],
  ['4', express4],
])('Express %s does not run on node:http2, with statuswise or without', async (_, express) => {
  const observation = observe()
  onTestFinished(() => observation.stop())
  const server = createServer(express().get('/', (_req, res) => void res.send('text')) as never)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const session = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`).on('error', () => {})
  onTestFinished(() => {
    session.destroy()
    server.close()
  })
  const answered = vi.fn()
  session
    .request({ ':path': '/' })
    .on('response', answered)
    .on('error', () => {})
  await vi.waitUntil(() => observation.errors.length > 0, { timeout: 20_000 })
  expect(observation.errors.join()).toMatch(/TypeError/)
  expect(answered).not.toHaveBeenCalled()
})
