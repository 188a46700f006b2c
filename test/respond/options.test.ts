import { describe, expect, it } from 'vitest'
import { createResponder } from '../../src/respond/index.ts'

const make = (options: unknown) => (): unknown => createResponder(options as never)

describe('the options', () => {
  it.each([null, [], 'text', 7, () => ({})])('are an object, not %o', (options) => {
    expect(make(options)).toThrow(/^createResponder\(\) takes its options as an object: \{ fallbacks, /)
  })

  it('are checked for names that do not exist', () => {
    expect(make({ keepHeader: [] })).toThrow(
      new TypeError(
        'createResponder() has no option "keepHeader" (did you mean "keepHeaders"?); it has fallbacks, debug, formats, ' +
          'instance, extend, recognize, allow, keepHeaders, foreignHeaders, cacheControl, defaultDetail, languages, defaultLanguage, messageFormat',
      ),
    )
    expect(make({ constructor: 1 })).toThrow(/^createResponder\(\) has no option "constructor"; it has /)
  })

  it.each([
    ['fallbacks', [null, [], 'text'], 'an object'],
    ['debug', ['true', 1, null], 'a boolean'],
    ['allow', [['GET'], 'GET', null], 'a function'],
    [
      'formats',
      ['text/html', [], ['image/png'], ['text/html', 'constructor'], [7], null, { 0: 'text/html' }],
      'a non-empty array of media types that it can render',
    ],
    ['instance', ['/a', null, {}], 'a function'],
    ['extend', [{}, null, 'text'], 'a function'],
    ['recognize', [() => undefined, [null], ['text'], {}], 'an array of functions'],
    ['keepHeaders', ['ETag', [7], ['a b'], [''], {}], 'an array of field names'],
    ['foreignHeaders', ['X-A', [null], ['a:'], {}], 'an array of field names'],
    [
      'cacheControl',
      ['no-store', null, [], { 404: 60 }, { 404: 'a\nb' }, { 200: 'public' }, { '4xx': 'public' }],
      'an object of Cache-Control values by error status, or a function',
    ],
    ['defaultDetail', ['false', 0], 'a boolean'],
  ])('%s: is refused where it is wrong, by its name', (name, wrong, takes) => {
    for (const value of wrong) {
      expect(make({ [name]: value })).toThrow(new TypeError(`the option "${name}" takes ${takes}`))
    }
  })

  it('may be undefined, each of them', () => {
    const names = [
      'fallbacks',
      'debug',
      'formats',
      'instance',
      'extend',
      'recognize',
      'allow',
      'keepHeaders',
      'foreignHeaders',
    ]
    const options = Object.fromEntries([...names, 'cacheControl', 'defaultDetail'].map((name) => [name, undefined]))
    expect(make(options)).not.toThrow()
    expect(make(undefined)).not.toThrow()
  })
})

describe('the fallbacks', () => {
  it('are checked for names that do not exist', () => {
    expect(make({ fallbacks: { challenge: [] } })).toThrow(
      new TypeError('fallbacks has no "challenge"; it has challenges, proxyChallenges, upgrade and retryAfter'),
    )
  })

  it.each([
    [{ challenges: [] }, /challenges as a non-empty array \(RFC 9110 §11\.6\.1\)/],
    [{ challenges: { scheme: 'Basic' } }, /challenges as a non-empty array/],
    [{ proxyChallenges: [] }, /challenges as a non-empty array/],
    [{ challenges: ['Basic'] }, /challenge is an object with a scheme \(RFC 9110 §11\.3\)/],
    [{ proxyChallenges: [{ scheme: 'a b' }] }, /scheme is a token/],
    [{ upgrade: [] }, /Upgrade names at least one protocol/],
    [{ upgrade: 'websocket' }, /Upgrade takes a list/],
    [{ upgrade: ['a b'] }, /Upgrade lists protocols/],
    [{ retryAfter: -1 }, /Retry-After takes a non-negative number/],
    [{ retryAfter: Number.NaN }, /not NaN/],
    [{ retryAfter: '30' }, /Retry-After/],
  ])('%o are refused by their rule', (fallbacks, message) => {
    expect(make({ fallbacks })).toThrow(TypeError)
    expect(make({ fallbacks })).toThrow(message)
  })

  it('may be undefined, each of them', () => {
    const fallbacks = { challenges: undefined, proxyChallenges: undefined, upgrade: undefined, retryAfter: undefined }
    expect(make({ fallbacks })).not.toThrow()
  })
})
