import type { IncomingMessage, ServerResponse } from 'node:http'
import type { MendEvent } from 'statuswise/express'
import { expect } from 'vitest'
import type { AnyRequest, Framework, Handler, RunningServer, ServeOptions, TestApp } from './frameworks.ts'
import { exchange, pipeline, type RawResponse, request } from './raw-client.ts'
import type { RequestParts } from './requests.ts'
import { serve } from './serve.ts'

/** What conform() tells, on any framework. */
export type Mended = MendEvent<AnyRequest>

/** A handler that writes to Node's own response; Koa is told to send nothing, and its 404 is taken back. */
export function raw(write: (res: ServerResponse, req: IncomingMessage) => unknown): Handler {
  return ({ ctx, res, req }) => {
    if (ctx !== undefined) ctx.respond = false
    res.statusCode = 200
    return write(res, req)
  }
}

export interface Conforming {
  readonly server: RunningServer
  /** What onMend was told, in order. */
  readonly events: readonly Mended[]
}

/** Starts a server whose application has conform(), and takes note of what it tells. */
export async function serveConforming(
  framework: Framework,
  { conform, ...app }: TestApp,
  options?: ServeOptions,
): Promise<Conforming> {
  const events: Mended[] = []
  const onMend = (event: Mended): void => void events.push(event)
  return { server: await serve(framework, { ...app, conform: { onMend, ...conform } }, options), events }
}

export interface Conformed extends Conforming {
  readonly response: RawResponse
  /** The events, shortly: `mended 9110-15.5.6-allow`. */
  readonly told: readonly string[]
}

/**
 * The response to one request for a handler behind conform(), with another request in the same write: fails where the
 * first response leaves anything behind, or the second is not what it should be.
 */
export async function conformed(
  framework: Framework,
  handler: Handler,
  parts: RequestParts = {},
  app: Partial<TestApp> = {},
): Promise<Conformed> {
  const routes = { '/': handler, '/next': ((io) => io.body('next')) satisfies Handler, ...app.routes }
  const { server, events } = await serveConforming(framework, { ...app, routes })
  // A connection of HTTP/1.0 ends with its response, unless it is asked to stay.
  const keeps = parts.version !== '1.0' || parts.headers?.Connection === 'keep-alive'
  const sent = [request(parts), ...(keeps ? [request({ target: '/next' })] : [])]
  const { responses, error, bytes } = await exchange(server.port, pipeline(sent))
  const [response, second] = responses
  if (response === undefined) throw new Error(`No response, but ${JSON.stringify(bytes.toString('latin1'))}`)
  expect(error).toBeUndefined()
  if (keeps && !isLast(response)) expect(second?.text()).toBe('next')
  return { server, events, response, told: events.map(({ action, rule }) => `${action} ${rule.id}`) }
}

function isLast(response: RawResponse): boolean {
  return response.headers('Connection').some((value) => /\bclose\b/i.test(value))
}

/** A response as it came, but for its Date. */
export function undated(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/^Date: .*$/gm, 'Date: now')
}
