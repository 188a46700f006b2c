import { describe, expect, it } from 'vitest'
import { RequestView } from '../../../src/rules/exchange-view.ts'
import { hasCondition, hasOnlyConditions } from '../../../src/rules/shared/request-conditions.ts'

const request = (target: string, ...names: readonly string[]): RequestView =>
  new RequestView({ method: 'PUT', target, version: '1.1', fields: names.map((name) => [name, 'a']) })

describe('a request that could be conditional', () => {
  it.each([
    ...['If-Match', 'if', 'X-Amz-Copy-Source-If-Match', 'If-Schedule-Tag-Match'],
    ...['Overwrite', 'Tus-Resumable', 'x-ms-lease-id'],
  ])('has %s', (name) => {
    expect(hasCondition(request('/', 'Accept', name))).toBe(true)
  })

  it.each(['Notification', 'Gif', 'X-Overwrite', 'Overwrites'])('does not for %s', (name) => {
    expect(hasCondition(request('/', name))).toBe(false)
  })

  it.each([
    ['/a?ifGenerationMatch=1', true],
    ['/a?b&if-modified-since=2', true],
    ['/ifmatch', false],
    ['/a?gif=match', false],
    ['/a?if=b', false],
  ])('has the target %s: %s', (target, expected) => {
    expect(hasCondition(request(target))).toBe(expected)
  })

  it('may have no others than some', () => {
    const both = request('/', 'If-Match', 'If-None-Match')
    expect(hasOnlyConditions(both, 'if-match', 'if-none-match')).toBe(true)
    expect(hasOnlyConditions(both, 'if-match')).toBe(false)
    expect(hasOnlyConditions(request('/?ifMatch', 'If-Match'), 'if-match')).toBe(false)
    expect(hasOnlyConditions(request('/', 'Accept'))).toBe(true)
  })
})
