import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { iisDocument } from '../../scripts/tables-document.ts'
import { iisStatuses } from '../../src/iis/index.ts'
import { recognized } from '../recognize/recognized.ts'
import { specified } from '../support/specified.ts'

describe('the table of sub-status codes', () => {
  it('is that of the specification', () => {
    const rows = Object.entries(iisStatuses).map(([code, { http, title, retryAfter, why }]) => ({
      code,
      title,
      http,
      ...(retryAfter ? { retryAfter } : {}),
      ...(why === undefined ? {} : { why }),
    }))
    expect(rows).toEqual(specified.iis)
    expect(rows).toHaveLength(38)
  })

  it('gives a reason wherever the status is another than that before the dot', () => {
    const unexplained = specified.iis.filter(({ code, http, why }) => !code.startsWith(`${http}.`) && why === undefined)
    expect(unexplained).toEqual([])
  })

  it('cannot be changed', () => {
    expect(Object.isFrozen(iisStatuses)).toBe(true)
    expect(Object.values(iisStatuses).every((row) => Object.isFrozen(row))).toBe(true)
  })

  it('is what recognition goes by', () => {
    for (const { code, http } of specified.iis) {
      const [status, substatus] = code.split('.').map(Number)
      expect([code, recognized(Object.assign(new Error('x'), { status, substatus })).problem.status]).toEqual([
        code,
        http,
      ])
      expect([code, recognized(Object.assign(new Error('x'), { subStatus: code })).problem.status]).toEqual([
        code,
        http,
      ])
    }
  })

  it('is in docs/iis.md', () => {
    expect(readFileSync(new URL('../../docs/iis.md', import.meta.url), 'utf8')).toBe(iisDocument())
  })
})
