import { describe, expect, it } from 'vitest'
import { NotFound } from '../../src/problems/index.ts'
import { createResponder, type PendingFields, type RequestLike, type Resolution } from '../../src/respond/index.ts'

const { resolve, respond } = createResponder()

function fury(): never {
  throw new Error('secret')
}

const furious = <T>(): T => new Proxy({}, { get: fury, has: fury, ownKeys: fury }) as T

const BODY =
  '{"type":"about:blank","status":500,"title":"Internal Server Error","detail":"Something unexpected went wrong on the server, perhaps just for now, so trying again later may help."}'

function expectPlain500(resolution: Resolution, thrown: unknown): void {
  const { problem, reply, dropped } = resolution
  expect(reply).toMatchObject({
    status: 500,
    headers: {
      'Content-Type': 'application/problem+json',
      'Content-Length': String(BODY.length),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
    body: BODY,
  })
  expect(problem).toMatchObject({ status: 500, cause: thrown })
  expect(dropped.at(-1)).toMatchObject({ kind: 'reply', name: 'respond', reason: 'the pipeline failed' })
  expect(dropped.at(-1)?.error).toBeInstanceOf(Error)
}

describe('where the pipeline itself fails', () => {
  it.each<[string, RequestLike]>([
    ['throws at every touch', furious()],
    ['has furious headers', { headers: furious() }],
    ['has no headers', {} as never],
    ['has an Accept that is no text', { headers: { accept: 7 as never } }],
    ['has an Accept whose lines throw', { headers: { accept: furious() } }],
    ['has an HTTP version that is no text', { httpVersion: 2 as never, headers: {} }],
    ['is none', undefined as never],
  ])('a request that %s gets a plain 500', (_name, request) => {
    const thrown = new NotFound('secret')
    expectPlain500(resolve(thrown, request), thrown)
  })

  it('the content is left out for HEAD', () => {
    const { reply } = resolve(new NotFound(), { method: 'HEAD', headers: furious() })
    expect(reply).toMatchObject({ status: 500, headers: { 'Content-Length': String(BODY.length) }, body: undefined })
  })

  it('what the half-built response said of its content still goes', () => {
    const pending = { 'content-encoding': 'gzip', etag: '"a"', 'x-request-id': '7' }
    expect(resolve(new NotFound(), furious(), pending).reply.superseded).toEqual(['content-encoding', 'etag'])
  })

  it('a half-built response that throws at every touch is let be', () => {
    const resolution = resolve(new NotFound(), { headers: {} }, furious<PendingFields>())
    expectPlain500(resolution, resolution.problem.cause)
    expect(resolution.reply.superseded).toEqual([])
  })

  it('the same is true of respond()', () => {
    expect(respond(null, furious()).body).toBe(BODY)
  })

  it('what was dropped before is reported, too', () => {
    const thrown = new NotFound({ headers: { 'X-Note': 'a\nb' } })
    expect(resolve(thrown, { headers: { accept: 7 as never } }).dropped).toMatchObject([
      { kind: 'header', name: 'X-Note' },
      { kind: 'reply', name: 'respond' },
    ])
  })

  it('a problem that throws at every touch is a plain 500', () => {
    const thrown = Object.defineProperty(new NotFound('secret'), 'headers', { get: fury })
    expectPlain500(resolve(thrown, { headers: {} }), thrown)
  })
})
