import { createServer, type ServerOptions } from 'node:http'
import { type ProtectOptions, protect } from 'statuswise/node'
import { expect } from 'vitest'
import type { Host, RunningServer, ServeOptions, TestApp } from './frameworks.ts'
import { exchange, type RawResponse } from './raw-client.ts'
import { serve } from './serve.ts'

const plainApp: TestApp = {
  routes: {
    '/': (io) => {
      io.req.resume()
      io.header('Content-Type', 'text/plain; charset=utf-8')
      io.body(`${io.req.method} was answered`)
    },
    '/slow': async (io) => {
      io.req.resume()
      await new Promise((resolve) => setTimeout(resolve, 100))
      io.header('Content-Type', 'text/plain; charset=utf-8')
      io.body('slow')
    },
  },
}

/** An application on a host, with a server that protect() was given. */
export function protectedServer(
  host: Host,
  options?: ProtectOptions,
  node: ServerOptions = {},
  app: TestApp = plainApp,
  serving: ServeOptions = {},
): Promise<RunningServer> {
  return serve(host, app, { ...serving, createServer: (listener) => protect(createServer(node, listener), options) })
}

/** What came back on a connection that carried this. */
export async function answersTo(
  port: number,
  sent: string | Buffer | string[],
  methods: readonly string[] = ['GET'],
): Promise<readonly RawResponse[]> {
  const { responses, error, closed } = await exchange(port, sent, { methods, keepOpen: true })
  expect(error).toBeUndefined()
  expect(closed).toBe('fin')
  return responses
}

/** A complete problem document, with which the connection ends. */
export function expectProblem(response: RawResponse | undefined, status: number, detail: RegExp): void {
  expect(response?.status).toBe(status)
  expect(response?.headers('date')).toHaveLength(1)
  expect(response?.headers('connection')).toEqual(['close'])
  expect(response?.headers('content-type')).toEqual(['application/problem+json'])
  expect(response?.headers('content-length')).toEqual([String(response?.body.length)])
  const document = JSON.parse(String(response?.body))
  expect(document).toMatchObject({ status, detail: expect.stringMatching(detail) })
}
