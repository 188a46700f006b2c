import { describe, expect, it } from 'vitest'
import { upgradeOption } from '../../src/conform/index.ts'
import { statusOf } from '../../src/status/index.ts'
import { faultsOf, inHand, rulesOf } from './in-hand.ts'

const content = 'text'

describe.each([
  [401, 'www-authenticate', '9110-15.5.2-www-authenticate'],
  [405, 'allow', '9110-15.5.6-allow'],
  [407, 'proxy-authenticate', '9110-15.5.8-proxy-authenticate'],
  [426, 'upgrade', '9110-15.5.22-upgrade'],
] as const)('a %d', (status, name, rule) => {
  it(`owes ${name} (${rule})`, () => {
    expect(statusOf(status)?.must?.map((field) => field.toLowerCase())).toEqual([name])
    expect(faultsOf(status, { content })).toMatchObject([{ rule: { id: rule }, mend: 'requiredHeaders' }])
  })

  it(`with ${name} is right`, () => {
    const fields = { [name]: name === 'allow' ? 'PUT' : 'a', connection: 'upgrade' }
    expect(rulesOf(status, { content, fields })).toEqual([])
    expect(rulesOf(status, { content, fields: { ...fields, [name]: ['PUT', 'POST'] } })).toEqual([])
  })

  it(`with an empty ${name} owes it still, but for Allow (RFC 9110 §10.2.1)`, () => {
    const [first] = rulesOf(status, { content, fields: { [name]: '' } })
    expect(first).toBe(name === 'allow' ? undefined : rule)
  })
})

describe('a 426', () => {
  it('owes nothing on HTTP/2 (RFC 9113 §8.2.2)', () => {
    expect(rulesOf(426, { content, version: '2.0' })).toEqual([])
  })

  it.each([
    [{}, { Connection: 'upgrade' }],
    [{ connection: 'close' }, { Connection: 'close, upgrade' }],
    [{ connection: ['close', 'x-upgrade'] }, { Connection: 'close,x-upgrade, upgrade' }],
  ])('with Upgrade and %o gets %o (RFC 9110 §7.8)', (fields, set) => {
    expect(faultsOf(426, { content, fields: { ...fields, upgrade: 'h2c' } })).toMatchObject([
      { rule: { id: '9110-7.8-connection-option' }, mend: 'requiredHeaders', repair: { set } },
    ])
  })

  it('with the connection option keeps it as it is', () => {
    expect(upgradeOption(inHand(426, { fields: { connection: 'close, Upgrade' } }))).toEqual({
      Connection: 'close, Upgrade',
    })
  })
})

describe('Retry-After', () => {
  it.each([429, 503])('is owed by a %d where there is one to give (RFC 9110 §15.6.4)', (status) => {
    const described = { content, fields: { 'cache-control': 'no-store' } }
    expect(rulesOf(status, described, { offersRetryAfter: () => true })).toEqual([
      status === 429 ? '6585-4-retry-after' : '9110-15.6.4-retry-after',
    ])
    expect(rulesOf(status, described)).toEqual([])
    const fields = { ...described.fields, 'retry-after': '7' }
    expect(rulesOf(status, { content, fields }, { offersRetryAfter: () => true })).toEqual([])
  })

  it('is asked for only where it is wanted', () => {
    const offersRetryAfter = (): boolean => {
      throw new Error('asked')
    }
    expect(rulesOf(200, { content }, { offersRetryAfter })).toEqual([])
    expect(rulesOf(500, { content }, { offersRetryAfter })).toEqual([])
  })
})
