import { conform as conformOfExpress } from 'statuswise/express'
import { conform as conformOfKoa } from 'statuswise/koa'
import { describe, expect, it } from 'vitest'

type Mount = (options?: object) => unknown

const adapters = [
  ['statuswise/express', conformOfExpress as Mount],
  ['statuswise/koa', conformOfKoa as Mount],
] as const

describe.each(adapters)('conform() of %s', (_, conform) => {
  it('needs no options', () => {
    expect(() => conform()).not.toThrow()
    expect(() => conform({ mode: undefined, mend: undefined, bodyLimit: undefined })).not.toThrow()
  })

  it.each([
    ['mode', 'strict', 'mend, report or throw'],
    ['mode', true, 'mend, report or throw'],
    ['mend', { framing: 'no' }, 'booleans for framing, requiredHeaders, retryAfter, bareStatus, options'],
    ['mend', { headers: true }, 'booleans for framing, '],
    ['mend', true, 'booleans for framing, '],
    ['mend', null, 'booleans for framing, '],
    ['replacePlainText', 'yes', 'a boolean'],
    ['onMend', 'log', 'a function'],
    ['onMend', null, 'a function'],
    ['skip', true, 'a function'],
    ['bodyLimit', '1mb', 'a number of bytes'],
    ['bodyLimit', -1, 'a number of bytes'],
    ['bodyLimit', Number.NaN, 'a number of bytes'],
    ['options', 205, '200 or 204'],
    ['catchAllRoutes', 1, 'a boolean'],
    ['accepts', { put: ['a/b'] }, 'patch, post and query'],
    ['onProblem', {}, 'a function'],
    ['formats', [], 'a non-empty array'],
    ['fallbacks', { challenges: [] }, 'a non-empty array'],
  ])('refuses %s: %o when it is mounted', (name, value, takes) => {
    expect(() => conform({ [name]: value } as never)).toThrow(TypeError)
    expect(() => conform({ [name]: value } as never)).toThrow(takes)
  })

  it('refuses an option that does not exist', () => {
    expect(() => conform({ modes: 'throw' } as never)).toThrow(
      /^conform\(\) has no option "modes" \(did you mean "mode"\?\); it has /,
    )
  })

  it.each([[null], ['mend'], [42]])('refuses %o for options', (options) => {
    expect(() => conform(options as never)).toThrow(/^conform\(\) takes its options as an object: \{ /)
  })

  it('says how it is mounted where it was mounted without being called', () => {
    const called = new TypeError('conform is to be called: app.use(conform())')
    expect(() => conform({ httpVersion: '1.1', headers: {} } as never)).toThrow(called)
    expect(() => conform({ req: {}, res: {} } as never)).toThrow(called)
  })
})
