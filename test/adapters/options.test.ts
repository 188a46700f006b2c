import { problems as onExpress } from 'statuswise/express'
import { problems as onKoa } from 'statuswise/koa'
import { describe, expect, it } from 'vitest'

type Problems = (options?: never) => unknown

const adapters = [
  ['statuswise/express', onExpress as Problems],
  ['statuswise/koa', onKoa as Problems],
] as const

describe.each(adapters)('problems() of %s', (_, problems) => {
  it('needs no options', () => {
    expect(() => problems()).not.toThrow()
    expect(() => problems({} as never)).not.toThrow()
  })

  it.each([['log'], [null], [42], [{}]])('refuses onProblem: %o when it is mounted', (onProblem) => {
    expect(() => problems({ onProblem } as never)).toThrow(new TypeError('the option "onProblem" takes a function'))
  })

  it('says how it is mounted where it was mounted without being called', () => {
    const called = 'problems is to be called: app.use(problems())'
    expect(() => problems({ httpVersion: '1.1', headers: {} } as never)).toThrow(new TypeError(called))
    expect(() => problems({ req: {}, res: {} } as never)).toThrow(new TypeError(called))
  })

  it('refuses an option that does not exist, and says which do', () => {
    expect(() => problems({ fallback: {} } as never)).toThrow(
      /^problems\(\) has no option "fallback" \(did you mean "fallbacks"\?\); it has fallbacks, /,
    )
  })

  it.each([
    ['debug', 'yes'],
    ['formats', []],
    ['formats', ['text/csv']],
    ['instance', '/problems/1'],
    ['allow', ['GET']],
    ['accepts', []],
    ['extend', { traceId: 1 }],
    ['recognize', () => undefined],
    ['keepHeaders', 'ETag'],
    ['foreignHeaders', [1]],
    ['cacheControl', 'no-store'],
    ['defaultDetail', 0],
    ['fallbacks', []],
  ])('refuses %s: %o when it is mounted', (name, value) => {
    expect(() => problems({ [name]: value } as never)).toThrow(TypeError)
    expect(() => problems({ [name]: value } as never)).toThrow(`the option "${name}" takes`)
  })

  it('refuses facts of fallbacks that are invalid, naming the rule', () => {
    expect(() => problems({ fallbacks: { challenges: [] } } as never)).toThrow(/RFC 9110 §11\.6\.1/)
    expect(() => problems({ fallbacks: { retryAfter: -1 } } as never)).toThrow(/RFC 9110 §10\.2\.3/)
    expect(() => problems({ fallbacks: { realm: 'api' } } as never)).toThrow('fallbacks has no "realm"')
  })

  it.each([[null], ['debug'], [42]])('refuses %o for options', (options) => {
    expect(() => problems(options as never)).toThrow(TypeError)
  })
})

describe('the middleware', () => {
  it('on Express is a request handler and an error handler, which Express tells apart by their parameters', () => {
    const [answersNobodys, answersThrown, ...others] = onExpress()
    expect(answersNobodys.length).toBeLessThan(4)
    expect(answersThrown).toHaveLength(4)
    expect(others).toEqual([])
  })

  it('on Koa is one function', () => {
    expect(onKoa()).toBeTypeOf('function')
  })
})
