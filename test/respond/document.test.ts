import { describe, expect, it, vi } from 'vitest'
import { Conflict, Forbidden, InternalServerError, NotFound, problemFrom } from '../../src/problems/index.ts'
import type { RequestLike, ResponderOptions } from '../../src/respond/index.ts'
import { statusOf } from '../../src/status/index.ts'
import { documentOf, replied } from './replied.ts'

const said = (thrown: unknown, options?: ResponderOptions): Record<string, unknown> =>
  documentOf(replied(thrown, options === undefined ? {} : { options }))

describe('detail', () => {
  it('is the standard text of the status where the problem has none', () => {
    expect(said(new NotFound()).detail).toBe(statusOf(404)?.detail)
  })

  it('is that of its class for an unregistered status (RFC 9110 §15)', () => {
    expect(said(problemFrom(455)).detail).toBe(statusOf(400)?.detail)
    expect(said(problemFrom(555)).detail).toBe(statusOf(500)?.detail)
  })

  it('is absent with defaultDetail: false', () => {
    expect(said(new NotFound(), { defaultDetail: false })).toEqual({
      type: 'about:blank',
      status: 404,
      title: 'Not Found',
    })
  })

  it('is that of the problem with defaultDetail: false, too', () => {
    expect(said(new NotFound('No order 42'), { defaultDetail: false }).detail).toBe('No order 42')
  })
})

describe('a problem with expose: false', () => {
  it('shows what its status alone says', () => {
    const thrown = new Forbidden({
      message: 'secret',
      detail: 'secret',
      type: 'https://secret.example/',
      title: 'secret',
      instance: '/secret',
      extensions: { secret: 'secret' },
      expose: false,
    })
    const resolution = replied(thrown)
    expect(documentOf(resolution)).toEqual({
      type: 'about:blank',
      status: 403,
      title: 'Forbidden',
      detail: statusOf(403)?.detail,
    })
    expect(JSON.stringify(resolution.reply)).not.toContain('secret')
  })
})

describe('the message of a 5xx', () => {
  it('is for the log', () => {
    expect(said(new InternalServerError('secret')).detail).toBe(statusOf(500)?.detail)
  })
})

describe('the option instance', () => {
  const request = { headers: { 'x-request-id': 'a b' } }
  const instance = ({ headers }: RequestLike): string | undefined => headers['x-request-id'] as string | undefined

  it('gives the instance of a problem that has none, as a URI reference (RFC 9457 §3.1.5)', () => {
    expect(documentOf(replied(new NotFound(), { ...request, options: { instance } })).instance).toBe('a%20b')
  })

  it('may give none', () => {
    const { reply, dropped } = replied(new NotFound(), { options: { instance } })
    expect(JSON.parse(String(reply.body))).not.toHaveProperty('instance')
    expect(dropped).toEqual([])
  })

  it('is not asked where the problem has one', () => {
    const ask = vi.fn(instance)
    expect(said(new NotFound({ instance: '/orders/42' }), { instance: ask }).instance).toBe('/orders/42')
    expect(ask).not.toHaveBeenCalled()
  })

  it.each([
    ['throws', () => JSON.parse('{'), 'it threw'],
    ['gives a number', () => 7, 'it returned something of the wrong type'],
    ['gives a control character', () => '/a\n', 'it threw'],
    ['gives a promise', async () => '/a', 'it returned a promise'],
  ])('is reported where it %s', (_name, broken, reason) => {
    const resolution = replied(new NotFound(), { options: { instance: broken as never } })
    expect(documentOf(resolution)).not.toHaveProperty('instance')
    expect(resolution.reply.status).toBe(404)
    expect(resolution.dropped).toMatchObject([{ kind: 'callback', name: 'instance', reason }])
  })
})

describe('the option extend', () => {
  it('gives further members', () => {
    const extend = ({ status }: { status: number }, { method }: RequestLike): Record<string, unknown> => ({
      trace: `${status}-${method}`,
    })
    expect(said(new NotFound('a'), { extend })).toEqual({
      type: 'about:blank',
      status: 404,
      title: 'Not Found',
      detail: 'a',
      trace: '404-GET',
    })
  })

  it('goes for problems with expose: false, too', () => {
    expect(said(new Forbidden({ expose: false }), { extend: () => ({ trace: 7 }) }).trace).toBe(7)
  })

  it('cannot change the standard members', () => {
    const extend = (): Record<string, unknown> => ({ type: 'a', status: 200, title: 'b', detail: 'c', instance: 'd' })
    expect(said(new NotFound('a'), { extend })).toEqual(said(new NotFound('a')))
  })

  it('overwrites nothing that the problem says of itself, which is reported (RFC 9457 §3.2)', () => {
    const thrown = new Conflict({ extensions: { version: 1 } })
    const extend = (): Record<string, unknown> => ({ version: 2, status: 200, trace: 'a' })
    const resolution = replied(thrown, { options: { extend } })
    expect(documentOf(resolution)).toMatchObject({ status: 409, version: 1, trace: 'a' })
    expect(resolution.dropped).toEqual([
      { kind: 'member', name: 'version', reason: 'the problem has it already' },
      { kind: 'member', name: 'status', reason: 'the problem has it already' },
    ])
  })

  it('may give nothing', () => {
    const { dropped } = replied(new NotFound(), { options: { extend: () => undefined } })
    expect(dropped).toEqual([])
  })

  it('may give a member named __proto__', () => {
    const extend = (): Record<string, unknown> => JSON.parse('{"__proto__":{"status":200}}')
    expect(Object.getOwnPropertyDescriptor(said(new NotFound(), { extend }), '__proto__')?.value).toEqual({
      status: 200,
    })
  })

  const hostile = Object.defineProperty({}, 'trace', {
    enumerable: true,
    get() {
      throw new Error('no')
    },
  })

  it.each([
    ['throws', () => JSON.parse('{'), 'it threw'],
    ['gives what throws when it is read', () => hostile, 'it threw'],
    ['gives text', () => 'trace', 'it returned something of the wrong type'],
    ['gives null', () => null, 'it returned something of the wrong type'],
    ['gives a promise', async () => ({ trace: 7 }), 'it returned a promise'],
  ])('is reported where it %s', (_name, broken, reason) => {
    const resolution = replied(new NotFound('a'), { options: { extend: broken as never } })
    expect(documentOf(resolution)).toEqual(said(new NotFound('a')))
    expect(resolution.dropped).toMatchObject([{ kind: 'callback', name: 'extend', reason }])
  })
})

describe('the option debug', () => {
  it('adds the stack of what was thrown, with its causes', () => {
    const thrown = new Error('outer', { cause: new TypeError('inner') })
    const { debug } = said(thrown, { debug: true })
    expect(debug).toEqual(expect.arrayContaining(['Error: outer', '  [cause]: TypeError: inner']))
    expect(debug).toEqual(`${thrown.stack}\n  [cause]: ${(thrown.cause as Error).stack}`.split('\n'))
  })

  it('is about what was thrown, not about what stands for it', () => {
    expect(said('a string', { debug: true }).debug).toEqual(['non-error thrown: a string'])
  })

  it('shows no other properties', () => {
    const thrown = Object.assign(new Error('outer'), { config: { token: 'secret' } })
    expect(JSON.stringify(said(thrown, { debug: true }))).not.toContain('secret')
  })

  it('is off by default, whatever NODE_ENV says', () => {
    for (const env of ['development', 'production', 'test', undefined]) {
      vi.stubEnv('NODE_ENV', env)
      expect(said(new Error('secret'))).not.toHaveProperty('debug')
    }
    vi.unstubAllEnvs()
  })
})
