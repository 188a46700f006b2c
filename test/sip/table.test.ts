import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sipDocument } from '../../scripts/tables-document.ts'
import { sipStatuses } from '../../src/sip/index.ts'
import { specified } from '../support/specified.ts'

describe('the table of SIP response codes', () => {
  it('is that of the specification', () => {
    const rows = Object.entries(sipStatuses).map(([code, { phrase, http, why, retryAfter, members }]) => ({
      code: Number(code),
      phrase,
      http,
      why,
      ...(retryAfter ? { retryAfter } : {}),
      ...(members.length === 0 ? {} : { members }),
    }))
    expect(rows).toEqual(specified.sip)
    expect(rows).toHaveLength(73)
  })

  it('cannot be changed', () => {
    const parts = [sipStatuses, ...Object.values(sipStatuses).flatMap((row) => [row, row.members])]
    expect(parts.every((part) => Object.isFrozen(part))).toBe(true)
  })

  it('is in docs/sip.md', () => {
    expect(readFileSync(new URL('../../docs/sip.md', import.meta.url), 'utf8')).toBe(sipDocument())
  })
})
