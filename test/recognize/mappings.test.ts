import { describe, expect, it, vi } from 'vitest'
import { Conflict, NotFound } from '../../src/problems/index.ts'
import type { Mapping } from '../../src/recognize/index.ts'
import { recognized } from './recognized.ts'

class Missing extends Error {}

describe('a mapping of the application', () => {
  it('makes a problem of what it knows', () => {
    const missing: Mapping = (thrown) => (thrown instanceof Missing ? new NotFound('No such thing') : undefined)
    const { problem, dropped } = recognized(new Missing(), { mappings: [missing] })
    expect(problem).toMatchObject({ status: 404, detail: 'No such thing' })
    expect(dropped).toEqual([])
  })

  it('leaves what it does not know to the next, and then to the families', () => {
    const { problem, dropped } = recognized(Object.assign(new Error(), { status: 410 }), {
      mappings: [() => undefined, (thrown) => (thrown === null ? new NotFound() : undefined)],
    })
    expect(problem.status).toBe(410)
    expect(dropped).toEqual([])
  })

  it('goes before the families, and the first that knows the value decides', () => {
    const { problem } = recognized(Object.assign(new Error(), { status: 410 }), {
      mappings: [() => new Conflict('first'), () => new NotFound('second')],
    })
    expect(problem).toMatchObject({ status: 409, detail: 'first' })
  })

  it('is given values that are no Error, too', () => {
    const map = vi.fn<Mapping>()
    recognized('a string', { mappings: [map] })
    expect(map).toHaveBeenCalledExactlyOnceWith('a string')
  })

  it('is not asked about an HttpProblem', () => {
    const map = vi.fn<Mapping>()
    recognized(new NotFound(), { mappings: [map] })
    expect(map).not.toHaveBeenCalled()
  })

  it.each([
    ['null', null],
    ['a number', 404],
    ['false', false],
    ['a string', 'Not Found'],
    ['an object', { status: 404 }],
    ['an error that is no problem', Object.assign(new Error(), { status: 404 })],
    ['a function', () => new NotFound()],
  ])('that gives %s is reported and skipped', (_name, nonsense) => {
    const { problem, dropped } = recognized('thrown', {
      mappings: [() => nonsense as never, () => new Conflict('next')],
    })
    expect(problem).toMatchObject({ status: 409, detail: 'next' })
    expect(dropped).toEqual([
      { kind: 'callback', name: 'recognize', reason: 'it returned something of the wrong type' },
    ])
  })

  it('that throws is reported with its error and skipped', () => {
    const error = new Error('in the mapping')
    const broken: Mapping = () => {
      throw error
    }
    const { problem, dropped } = recognized('thrown', { mappings: [broken, () => new Conflict('next')] })
    expect(problem.status).toBe(409)
    expect(dropped).toEqual([{ kind: 'callback', name: 'recognize', reason: 'it threw', error }])
  })

  it('that gives a promise is reported and skipped, and its rejection ends nothing', async () => {
    const unhandled = vi.fn()
    process.on('unhandledRejection', unhandled)
    const { problem, dropped } = recognized('thrown', {
      mappings: [() => Promise.reject(new Error('in the mapping')) as never, async () => new Conflict() as never],
    } as never)
    await new Promise(setImmediate)
    process.off('unhandledRejection', unhandled)
    expect(problem.status).toBe(500)
    expect(dropped).toEqual([
      { kind: 'callback', name: 'recognize', reason: 'it returned a promise' },
      { kind: 'callback', name: 'recognize', reason: 'it returned a promise' },
    ])
    expect(unhandled).not.toHaveBeenCalled()
  })

  it('that gives what throws when it is touched is reported and skipped', () => {
    const hostile = Object.defineProperty({}, 'then', {
      get() {
        throw new Error('touched')
      },
    })
    const { problem, dropped } = recognized('thrown', { mappings: [() => hostile as never] })
    expect(problem.status).toBe(500)
    expect(dropped).toMatchObject([{ kind: 'callback', name: 'recognize', reason: 'it threw' }])
  })
})
