import { describe, expect, it } from 'vitest'
import { audit } from '../../src/audit/index.ts'
import { examples } from '../../src/rules/examples/index.ts'
import { exchangeOf, rules } from '../../src/rules/index.ts'

const broken = (transcript: string, isSeen: boolean): string[] => {
  const exchange = exchangeOf(transcript)
  return audit(isSeen ? exchange : { ...exchange, request: undefined }).map(({ rule }) => rule.id)
}

describe('where the request was not seen', () => {
  // Content in the answer to HEAD looks as if GET had been asked.
  const seen = examples.filter(({ breaks }) => breaks.some((one) => !/^ *> HEAD /m.test(one)))
  it.each(seen)('$rule says nothing that it does not say of the whole exchange', ({ breaks }) => {
    for (const transcript of breaks.filter((one) => !/^ *> HEAD /m.test(one))) {
      const whole = broken(transcript, true)
      expect(broken(transcript, false).filter((id) => !whole.includes(id))).toEqual([])
    }
  })

  it('rules that do not need it speak all the same, whatever was asked before', () => {
    const bare = (status: string): string => `
      > GET / HTTP/1.1
      < HTTP/1.1 ${status}
      < Content-Type: text/plain
      <
      < No.
    `
    expect(broken(bare('401 Unauthorized'), false)).toContain('9110-15.5.2-www-authenticate')
    expect(broken(bare('405 Method Not Allowed'), false)).toContain('9110-15.5.6-allow')
  })
})

describe('where nothing but the status was seen', () => {
  const statuses = rules.flatMap(({ status = [] }) => status).filter((status) => typeof status === 'number')
  it.each([...new Set(statuses)].sort())('no rule about %i throws', (status) => {
    expect(() => audit({ response: { version: '1.1', status, fields: [] } })).not.toThrow()
  })
})
