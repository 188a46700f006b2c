import { gunzipSync } from 'node:zlib'
import type express from 'express'
import type Koa from 'koa'
import { conform as conformOnExpress } from 'statuswise/express'
import { conform as conformOnKoa } from 'statuswise/koa'
import { expect } from 'vitest'
import { type Mended, undated } from './conforming.ts'
import type { Framework, ServeOptions, TestApp } from './frameworks.ts'
import { type Exchange, exchange, pipeline, type RawResponse, request } from './raw-client.ts'
import type { RequestParts } from './requests.ts'
import { serve } from './serve.ts'

/** Middleware of others, and whether it is mounted after conform() or before. */
export interface Neighbour {
  readonly express?: ((app: express.Express, framework: typeof express) => void) | undefined
  readonly koa?: ((app: Koa) => void) | undefined
  readonly place?: 'after' | 'before' | undefined
}

/**
 * An application with middleware around it.
 *
 * @param onMend undefined leaves conform() out.
 */
export function neighbouring(
  app: TestApp,
  { express, koa, place = 'after' }: Neighbour,
  onMend?: (event: Mended) => void,
): TestApp {
  const conform = onMend && { onMend }
  if (place === 'after') {
    const setup = { ...(express && { express }), ...(koa && { koa }) }
    return { ...app, setup, conform }
  }
  return {
    // What is written by hand, or by the middleware around conform(), is theirs.
    breaks: 'anything',
    ...app,
    conform: undefined,
    setup: {
      express(server, framework) {
        express?.(server, framework)
        if (conform !== undefined) server.use(conformOnExpress<express.Request>(conform))
      },
      koa(server) {
        koa?.(server)
        if (conform !== undefined) server.use(conformOnKoa(conform) as unknown as Koa.Middleware)
      },
    },
  }
}

export interface Compared {
  readonly expected: Exchange
  readonly found: Exchange
  /** What onMend was told meanwhile, shortly: `mended 9110-15.5.6-allow`. */
  readonly told: readonly string[]
}

/** What the same requests bring without conform() and with it: each twice in one write, over a connection of its own. */
export async function compared(
  framework: Framework,
  app: TestApp,
  neighbour: Neighbour,
  sent: readonly RequestParts[],
  options: ServeOptions = {},
): Promise<Compared[]> {
  const told: string[] = []
  // What is compared is what is written, whether or not by the rules.
  const without = await serve(framework, { ...neighbouring(app, neighbour), breaks: 'anything' }, options)
  const server = await serve(
    framework,
    neighbouring(app, neighbour, ({ action, rule }) => told.push(`${action} ${rule.id}`)),
    options,
  )
  const all: Compared[] = []
  for (const parts of sent) {
    const isLast = parts.version === '1.0' || parts.headers?.Connection === 'close'
    const bytes = pipeline(isLast ? [request(parts)] : [request(parts), request(parts)])
    const expected = await exchange(without.port, bytes)
    const found = await exchange(server.port, bytes)
    all.push({ expected, found, told: told.splice(0) })
  }
  return all
}

/** Fails where a byte differs, or conform() found a fault. */
export async function expectSame(
  framework: Framework,
  app: TestApp,
  neighbour: Neighbour,
  sent: readonly RequestParts[],
  options: ServeOptions = {},
): Promise<void> {
  const all = await compared(framework, app, neighbour, sent, options)
  for (const [index, { expected, found, told }] of all.entries()) {
    const which = JSON.stringify(sent[index]).slice(0, 200)
    expect(expected.error, which).toBeUndefined()
    expect(masked(found.bytes), which).toBe(masked(expected.bytes))
    expect(found.error, which).toBeUndefined()
    expect(found.closed === 'open', which).toBe(expected.closed === 'open')
    expect(told, which).toEqual([])
  }
}

/** A response without what differs each time. */
export function masked(bytes: Buffer): string {
  return undated(bytes)
    .replace(/^date: .*$/gm, 'date: now')
    .replace(/^(Set-Cookie: [^=]*=)[^;\r]*/gim, '$1…')
}

/** Every one of these requests, to every one of these paths. */
export function targeting(targets: object, ...sent: readonly RequestParts[]): RequestParts[] {
  return Object.keys(targets).flatMap((target) => sent.map((parts) => ({ target, ...parts })))
}

/** A problem document, in whatever coding it came. */
export function documentOf(response: RawResponse | undefined): unknown {
  expect(response?.headers('Content-Type')).toEqual(['application/problem+json'])
  return JSON.parse(decoded(response))
}

/** The content as text, in whatever coding it came. */
export function decoded(response: RawResponse | undefined): string {
  if (response === undefined) throw new Error('no response')
  expect(response.complete).toBe(true)
  return response.header('Content-Encoding') === 'gzip' ? gunzipSync(response.body).toString() : response.text()
}
