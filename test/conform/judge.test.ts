import { describe, expect, it } from 'vitest'
import { rule } from '../../src/conform/index.ts'
import { faultsOf, rulesOf } from './in-hand.ts'

describe('the judge', () => {
  it('finds nothing in a response that is right', () => {
    expect(
      faultsOf(200, { content: 'text', fields: { 'content-type': 'text/plain', 'content-length': '4' } }),
    ).toBeUndefined()
    expect(faultsOf(404, { content: 'text' })).toBeUndefined()
  })

  it('names first what changes most', () => {
    const fields = { 'content-range': 'bytes 0-3/9', 'content-length': '9' }
    expect(rulesOf(405, { fields })).toEqual([
      '9110-15.5-explain',
      '9110-15.5.6-allow',
      '9110-14.4-content-range-only-206-416',
      '9112-6.3-content-length-matches-body',
    ])
  })

  it('judges only the framing of what somebody else made', () => {
    const fields = { 'content-range': 'bytes 0-3/9', 'content-length': '9' }
    expect(rulesOf(405, { fields }, { isForwarded: true })).toEqual(['9112-6.3-content-length-matches-body'])
  })
})

it.each([
  [1000, '1.1'],
  [600, '2.0'],
] as const)('what Node refuses to send is left to it: %d on HTTP/%s', (status, version) => {
  expect(faultsOf(status, { version })).toBeUndefined()
  expect(faultsOf(status - 1, { version })).not.toBeUndefined()
})

describe('a rule', () => {
  it('cannot be changed by who is told of it', () => {
    expect(Object.isFrozen(rule('id', 'RFC 9110', 'It is so.'))).toBe(true)
    expect(Object.isFrozen(faultsOf(404)?.[0]?.rule)).toBe(true)
  })
})
