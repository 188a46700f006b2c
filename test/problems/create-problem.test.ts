import { describe, expect, it } from 'vitest'
import { basic } from '../../src/headers/index.ts'
import { createProblem, HttpProblem, TooManyRequests } from '../../src/problems/index.ts'
import { statuses } from '../../src/status/index.ts'
import { classes, free, make, owedFacts, owing } from './classes.ts'

const create = (...given: unknown[]): HttpProblem => Reflect.apply(createProblem, undefined, given)

describe('createProblem', () => {
  it.each(classes)('makes of %i the same as new %s()', (status, _name, Problem) => {
    const facts = { ...owedFacts[status], detail: 'x', retryAfter: 3, extensions: { a: 1 } }
    expect(create(status, facts)).toBeInstanceOf(Problem)
    expect({ ...create(status, facts) }).toEqual({ ...new Problem(facts) })
  })

  it.each(free)('makes of %i a %s without any facts', (status, _name, Problem) => {
    expect({ ...create(status) }).toEqual({ ...new Problem() })
  })

  it('takes a text as the classes do', () => {
    expect(createProblem(404, 'No order 42')).toMatchObject({ message: 'No order 42', detail: 'No order 42' })
  })

  it('knows the facts of each status', () => {
    const problem: TooManyRequests = createProblem(429, { retryAfter: 30 })
    expect(problem).toBeInstanceOf(TooManyRequests)
    expect(problem.headers).toEqual({ 'Retry-After': '30' })
    expect(createProblem(401, { challenges: [basic({ realm: 'x' })] }).headers).toEqual({
      'WWW-Authenticate': ['Basic realm="x"'],
    })
  })

  it.each(owing)('asks for what %i %s owes', (status) => {
    for (const rest of [[], [{}], ['a text'], [undefined]]) {
      expect(() => create(status, ...rest)).toThrow(TypeError)
      expect(() => create(status, ...rest)).toThrow(`needs { ${Object.keys(owedFacts[status] ?? {})[0]} }`)
    }
  })

  it.each([418, 499, 599, 200, 304, 100, 0, -404, 404.5, Number.NaN, '404', null, undefined, 404n, Symbol('404')])(
    'refuses %s, which is no registered error status',
    (status) => {
      expect(() => create(status)).toThrow(TypeError)
      expect(() => create(status)).toThrow('takes a registered 4xx or 5xx status')
    },
  )

  it('makes a problem of every registered 4xx and 5xx', () => {
    const registered = statuses.filter(({ code, unused }) => code >= 400 && !unused)
    for (const { code } of registered) expect(create(code, owedFacts[code]).status).toBe(code)
  })

  it('makes what the class makes, TypeErrors included', () => {
    expect(() => create(404, { title: 'X' })).toThrow('RFC 9457 §4.2.1')
    expect(() => create(404, new Error('x'))).toThrow('an Error goes into { cause }')
    expect(() => make(404, { title: 'X' })).toThrow('RFC 9457 §4.2.1')
  })

  it('leaves nothing but HttpProblems', () => {
    expect(create(503)).toBeInstanceOf(HttpProblem)
  })
})
