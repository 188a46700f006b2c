import { describe, expect, it } from 'vitest'
import { ExchangeView } from '../../../src/rules/exchange-view.ts'
import {
  COMMON_METHODS,
  isLongerThanAny,
  isMadeUp,
  isSuccess,
  WEBDAV_METHODS,
} from '../../../src/rules/shared/methods.ts'

describe('a method', () => {
  it('is made up if it is a name that stands for any, in capitals', () => {
    expect(['FOO', 'NO-SUCH-METHOD', 'foo', 'GET', 'PURGE'].map(isMadeUp)).toEqual([true, true, false, false, false])
    expect([...COMMON_METHODS, ...WEBDAV_METHODS].filter(isMadeUp)).toEqual([])
  })

  it('is longer than any that there is with more than 40 characters', () => {
    expect(['UPDATEREDIRECTREF', 'X'.repeat(40), 'X'.repeat(41)].map(isLongerThanAny)).toEqual([false, false, true])
  })

  it('succeeds with 2xx (RFC 9110 §15.3)', () => {
    const succeeds = (status: number): boolean =>
      isSuccess(new ExchangeView({ response: { version: '1.1', status, fields: [] } }))
    expect([199, 200, 299, 300].map(succeeds)).toEqual([false, true, true, false])
  })
})
