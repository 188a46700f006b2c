import { describe, expect, it, vi } from 'vitest'
import { documentOf, recognized, toldOf } from './recognized.ts'

const plain500 = {
  type: 'about:blank',
  status: 500,
  title: 'Internal Server Error',
  detail: expect.not.stringContaining('secret'),
}

describe('a thrown value that is no Error', () => {
  it.each([
    ['null', null],
    ['undefined', undefined],
    ['a string', 'secret'],
    ['the empty string', ''],
    ['a number', 42],
    ['a status', 404],
    ['zero', 0],
    ['NaN', Number.NaN],
    ['a bigint', 404n],
    ['true', true],
    ['false', false],
    ['a symbol', Symbol('secret')],
    ['a function', () => 'secret'],
    ['a function in the shape of an error', Object.assign(() => 'secret', { status: 404, message: 'secret' })],
    ['a class', class Secret {}],
    ['an object', { secret: 'secret' }],
    ['an object in the shape of an error', { status: 404, expose: true, message: 'secret' }],
    ['an array', ['secret']],
    ['a promise', Promise.resolve('secret')],
    ['a date', new Date()],
    ['a response', new Response('secret', { status: 404 })],
    ['an object without a prototype', Object.create(null)],
  ])('(%s) is a 500 that says nothing of it', (_name, thrown) => {
    expect(documentOf(thrown)).toEqual(plain500)
    expect(toldOf(thrown)).not.toMatch(/secret/i)
    expect(recognized(thrown).problem.cause).toBeUndefined()
  })
})

describe('a promise that was thrown', () => {
  it('ends nothing when it rejects', async () => {
    const unhandled = vi.fn()
    process.on('unhandledRejection', unhandled)
    expect(recognized(Promise.reject(new Error('secret'))).problem.status).toBe(500)
    await new Promise(setImmediate)
    process.off('unhandledRejection', unhandled)
    expect(unhandled).not.toHaveBeenCalled()
  })

  it('is not waited for where it only looks like one: a query would run', () => {
    const query = Object.defineProperty({}, 'then', { value: vi.fn() }) as PromiseLike<unknown>
    expect(recognized(query).problem.status).toBe(500)
    expect(query.then).not.toHaveBeenCalled()
  })
})

describe('what is no known error', () => {
  it('is one and the same problem: an attacker may ask for many', () => {
    expect(recognized('a').problem).toBe(recognized(new Error('secret')).problem)
  })

  it('is a problem that nobody can change for the next request, and that holds nothing of this one', () => {
    const { problem } = recognized(new Error('secret'))
    expect([problem, problem.headers, problem.extensions].map(Object.isFrozen)).toEqual([true, true, true])
    expect(problem).toMatchObject({ status: 500, headers: {}, extensions: {} })
    expect(problem).not.toHaveProperty('cause')
  })
})

describe('an Error', () => {
  it('whose prototype cannot be asked for is a 500: it may be anything', () => {
    const getPrototypeOf = () => {
      throw new Error('secret')
    }
    const thrown = new Proxy(Object.assign(new Error('secret'), { status: 404, expose: true }), { getPrototypeOf })
    expect(documentOf(thrown)).toEqual(plain500)
  })

  it('of no known family is a 500 that says nothing of it', () => {
    const thrown = Object.assign(new Error('secret'), { secret: 'secret', cause: new Error('secret') })
    expect(documentOf(thrown)).toEqual(plain500)
    expect(toldOf(thrown)).not.toContain('secret')
  })

  it.each([TypeError, RangeError, SyntaxError, ReferenceError, EvalError])('(%o) is a 500', (Kind) => {
    expect(documentOf(new Kind('secret'))).toEqual(plain500)
  })

  it.each([200, 99, 1000, 0, -404, 304, 399, 601, '404', 'abc', Number.NaN, 404.5, null, {}, [404], 404n, true])(
    'with the status %o is a 500 that says nothing of it',
    (status) => {
      expect(documentOf(Object.assign(new Error('secret'), { status, expose: true }))).toEqual(plain500)
      expect(documentOf(Object.assign(new Error('secret'), { statusCode: status, expose: true }))).toEqual(plain500)
    },
  )

  it.each([400, 499, 500, 599])('keeps the status %i, one at the ends of the classes', (status) => {
    expect(recognized(Object.assign(new Error('secret'), { status })).problem.status).toBe(status)
  })
})
