import { describe, expect, it } from 'vitest'
import { type HttpProblem, InternalServerError, problemFrom } from '../../src/problems/index.ts'
import { phraseOf } from '../../src/status/index.ts'
import { classes, owing } from './classes.ts'

const from = (...given: unknown[]): HttpProblem => Reflect.apply(problemFrom, undefined, given)

describe('problemFrom', () => {
  it.each(classes)('makes of %i a %s', (status, _name, Problem) => {
    expect(problemFrom(status)).toBeInstanceOf(Problem)
    expect(problemFrom(status)).toMatchObject({ status, statusCode: status, headers: {}, message: phraseOf(status) })
  })

  it.each(owing)('does not insist on what %i %s owes: the middleware supplies it', (status) => {
    for (const facts of [undefined, {}, 'a text', { detail: 'x' }]) {
      expect(problemFrom(status, facts).status).toBe(status)
    }
  })

  it('uses the facts that are there', () => {
    expect(problemFrom(405, { allow: ['PUT'], retryAfter: 3 }).headers).toEqual({ Allow: 'PUT', 'Retry-After': '3' })
  })

  it('leaves out facts that the status has no use for', () => {
    const facts = { allow: ['GET'], size: 7, accept: ['a/b'], errors: [{ detail: 'x' }], detail: 'gone' }
    const problem = problemFrom(410, facts)
    expect(problem.headers).toEqual({})
    expect(problem.extensions).toEqual({})
    expect(problem.detail).toBe('gone')
  })

  it.each([418, 427, 499, 509, 599])('%i has no class of its own, but is sent as it is (RFC 9110 §15)', (status) => {
    const problem = problemFrom(status, { detail: 'x', retryAfter: 1 })
    expect(problem).toMatchObject({ status, statusCode: status, expose: status < 500, detail: 'x' })
    expect(problem.headers).toEqual({ 'Retry-After': '1' })
    expect(problem.toJSON()).toEqual({ type: 'about:blank', status, title: phraseOf(status), detail: 'x' })
  })

  it('takes a text as the message, and of a 4xx as the detail', () => {
    expect(problemFrom(404, 'x')).toMatchObject({ message: 'x', detail: 'x' })
    expect(problemFrom(499, 'x')).toMatchObject({ message: 'x', detail: 'x' })
    expect(problemFrom(503, 'x')).toMatchObject({ message: 'x', detail: undefined })
    expect(problemFrom(599, 'x')).toMatchObject({ message: 'x', detail: undefined })
  })

  it.each([null, 7, [], ['x'], new Error('x'), () => 'x', true])('refuses %s as facts', (facts) => {
    for (const status of [404, 503, 499, Number.NaN]) {
      expect(() => from(status, facts)).toThrow(TypeError)
      expect(() => from(status, facts)).toThrow('takes a string or an object of facts')
    }
  })

  it.each([
    [{ retryAfter: Number.NaN }, 'RFC 9110 §10.2.3'],
    [{ detail: 7 }, '"detail" has the wrong type'],
    [{ title: 'X' }, 'RFC 9457 §4.2.1'],
    [{ extensions: { status: 1 } }, 'RFC 9457 §3.2'],
    [{ foo: 1 }, 'has no fact "foo"'],
  ])('refuses %j: lenient it is with what is missing, not with what is wrong', (facts, message) => {
    for (const status of [404, 499]) expect(() => from(status, facts)).toThrow(message)
  })

  it('leaves the facts as they were', () => {
    const facts = { detail: 'x' }
    problemFrom(404, facts)
    expect(Reflect.ownKeys(facts)).toEqual(['detail'])
  })
})

describe('problemFrom a status that is none', () => {
  const wrong = [Number.NaN, 200, 304, 399, 600, 999, 404.5, -404, 0, Number.POSITIVE_INFINITY]
  const noNumbers = ['404', '', null, undefined, true, 404n, {}, [404], Symbol('404'), Object.create(null)]

  it.each([...wrong, ...noNumbers])('makes a 500 of %o', (status) => {
    expect(from(status)).toBeInstanceOf(InternalServerError)
    expect(from(status)).toMatchObject({ status: 500, statusCode: 500, expose: false, headers: {} })
  })

  it('tells the client nothing of what it was given', () => {
    const facts = { detail: 'secret', type: 'https://secret.example/', title: 'secret', instance: '/secret' }
    const problem = problemFrom(404.5, {
      ...facts,
      extensions: { secret: 1 },
      headers: { 'X-Secret': 'secret' },
      allow: ['SECRET'],
      expose: true,
    })
    expect(problem.toJSON()).toEqual({ type: 'about:blank', status: 500, title: 'Internal Server Error' })
    expect(problem.headers).toEqual({})
  })

  it.each([
    [404.5, '404.5'],
    [Number.NaN, 'NaN'],
    ['404', 'string'],
    [null, 'object'],
  ])('tells the log that it was given %s', (status, shown) => {
    const message = `problemFrom() was given ${shown}, which is no error status`
    expect(from(status).message).toBe(message)
    expect(from(status, 'why').message).toBe(`${message}: why`)
    expect(from(status, { message: 'why', detail: 'no' }).message).toBe(`${message}: why`)
    expect(from(status, { detail: 'why' }).message).toBe(`${message}: why`)
  })

  it('keeps the cause for the log', () => {
    const cause = new Error('why')
    expect(from(200, { cause }).cause).toBe(cause)
    expect(Object.hasOwn(from(200, { detail: 'x' }), 'cause')).toBe(false)
    expect(Object.hasOwn(from(200, 'x'), 'cause')).toBe(false)
  })
})
