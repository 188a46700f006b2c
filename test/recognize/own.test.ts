import { beforeAll, describe, expect, it, vi } from 'vitest'
import { basic } from '../../src/headers/index.ts'
import * as problems from '../../src/problems/index.ts'
import { BRAND } from '../../src/problems/internal.ts'
import { revoked } from './hostile-values.ts'
import { documentOf, recognized, toldOf } from './recognized.ts'

describe('an HttpProblem', () => {
  it('stays itself', () => {
    const thrown = new problems.NotFound('No order 42')
    expect(recognized(thrown).problem).toBe(thrown)
  })

  it('stays itself with an unregistered status', () => {
    const thrown = problems.problemFrom(499)
    expect(recognized(thrown).problem).toBe(thrown)
  })

  it('stays itself where it is frozen', () => {
    const thrown = Object.freeze(new problems.Conflict('taken'))
    expect(documentOf(thrown)).toMatchObject({ status: 409, detail: 'taken' })
  })

  it('is a 500 where somebody changed its status to none of an error', () => {
    for (const status of [200, 99, 1000, '404', Number.NaN, 404.5]) {
      const thrown = Object.assign(new problems.NotFound('secret'), { status, statusCode: status })
      expect(recognized(thrown).problem.status).toBe(500)
      expect(toldOf(thrown)).not.toContain('secret')
    }
  })
})

describe('an HttpProblem of another copy of this package', () => {
  let other: typeof problems

  beforeAll(async () => {
    vi.resetModules()
    other = await import('../../src/problems/index.ts')
    vi.resetModules()
  })

  it('becomes one of ours', () => {
    const thrown = new other.NotFound('No order 42')
    const { problem } = recognized(thrown)
    expect(thrown).not.toBeInstanceOf(problems.HttpProblem)
    expect(problem).toBeInstanceOf(problems.NotFound)
    expect(problem.cause).toBe(thrown)
  })

  it('keeps everything that the client may see', () => {
    const thrown = new other.Conflict({
      message: 'for the log',
      detail: 'The cart has changed',
      type: 'https://example.com/problems/stale-cart',
      title: 'Stale cart',
      instance: '/carts/7',
      extensions: { version: 12, __proto_: 1 },
      headers: { 'X-Note': 'a', Link: ['</a>; rel="help"', '</b>; rel="help"'] },
      retryAfter: 5,
    })
    const { problem } = recognized(thrown)
    expect(documentOf(problem)).toEqual(documentOf(problem.cause))
    expect(JSON.stringify(problem)).toBe(JSON.stringify(thrown))
    expect(problem.headers).toEqual({ ...thrown.headers })
    expect(problem.message).toBe('for the log')
  })

  it('keeps the fact that its status owes', () => {
    expect(recognized(new other.MethodNotAllowed({ allow: ['GET'] })).problem.headers).toEqual({ Allow: 'GET, HEAD' })
    expect(recognized(new other.RangeNotSatisfiable({ size: 7 })).problem.headers).toEqual({
      'Content-Range': 'bytes */7',
    })
    expect(recognized(new other.Unauthorized({ challenges: [basic({ realm: 'a' })] })).problem.headers).toEqual({
      'WWW-Authenticate': ['Basic realm="a"'],
    })
  })

  it('has its type without a title', () => {
    const thrown = new other.Conflict({ type: 'https://example.com/problems/stale-cart' })
    expect(documentOf(thrown)).toMatchObject({ type: 'https://example.com/problems/stale-cart', title: 'Conflict' })
  })

  it('keeps its secrets with expose: false', () => {
    const facts = { detail: 'secret', extensions: { note: 'secret' }, headers: { 'X-Note': 'a' }, expose: false }
    const thrown = new other.Forbidden(facts)
    expect(recognized(thrown).problem).toMatchObject({ status: 403, headers: { 'X-Note': 'a' } })
    expect(recognized(thrown).problem).toBeInstanceOf(problems.Forbidden)
    expect(toldOf(thrown)).not.toContain('secret')
  })

  it('hides the message of a 5xx', () => {
    const thrown = new other.ServiceUnavailable('secret')
    expect(toldOf(thrown)).not.toContain('secret')
    expect(recognized(thrown).problem.message).toBe('secret')
  })

  it('shows the detail of a 5xx that was given by name', () => {
    const thrown = new other.ServiceUnavailable({ message: 'secret', detail: 'Back at noon' })
    expect(documentOf(thrown).detail).toBe('Back at noon')
  })
})

describe('what bears the mark of an HttpProblem', () => {
  const marked = (properties: object, mark: unknown = 'shown'): object => ({
    status: 404,
    [BRAND]: mark,
    ...properties,
  })

  it('is copied where its prototype cannot be asked for', () => {
    const getPrototypeOf = () => {
      throw new Error('secret')
    }
    const { problem } = recognized(new Proxy(new problems.NotFound('No order 42'), { getPrototypeOf }))
    expect(problem).toBeInstanceOf(problems.NotFound)
    expect(problem.detail).toBe('No order 42')
  })

  it('is none with another mark', () => {
    expect(recognized(marked({}, true)).problem.status).toBe(500)
  })

  it('loses what is of the wrong type', () => {
    const thrown = marked({ type: 1, title: 'T', detail: {}, instance: null, message: 7, extensions: 'a', headers: 4 })
    expect(recognized(thrown).problem).toMatchObject({
      status: 404,
      type: undefined,
      title: undefined,
      detail: undefined,
      instance: undefined,
      extensions: {},
      headers: {},
    })
  })

  it('loses extensions that cannot be read', () => {
    expect(recognized(marked({ extensions: revoked({}) })).problem).toMatchObject({ status: 404, extensions: {} })
  })

  it('loses fields that are no text', () => {
    const headers = { 'X-A': 'a', 'X-B': 4, 'X-C': ['c', 4], 'X-D': [], 'X-E': new Array(2), 'X-F': ['f'] }
    expect(recognized(marked({ headers })).problem.headers).toEqual({ 'X-A': 'a', 'X-F': ['f'] })
  })

  it('cannot set a prototype by its fields', () => {
    const headers = JSON.parse('{"__proto__":"a","X-A":"b"}') as object
    expect(recognized(marked({ headers })).problem.headers).toEqual({ 'X-A': 'b' })
  })

  it('cannot speak for the status by its extensions', () => {
    const thrown = marked({ extensions: { status: 200, type: 'a', title: 'b', detail: 'c', instance: 'd', more: 1 } })
    expect(recognized(thrown).problem.extensions).toEqual({ more: 1 })
    expect(documentOf(thrown).status).toBe(404)
  })
})
