import { createResponder, problemFrom } from 'statuswise'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { owed } from '../../src/problems/special-facts.ts'
import { statuses } from '../../src/status/index.ts'
import { faultsOf } from '../conform/in-hand.ts'

// What a status owes is in the table of statuses; who asks for it, supplies it and checks it has to know of it, too.
const owing = statuses
  .filter(({ code, must }) => code >= 400 && must !== undefined)
  .map(({ code, must = [] }) => ({ code, field: String(must[0]), others: must.slice(1) }))
const request = { method: 'GET', httpVersion: '1.1', headers: {} }

afterEach(() => vi.restoreAllMocks())

describe.each(owing)('$field, which a $code owes', ({ code, field, others }) => {
  it('is all that it owes: the pipeline supplies one field', () => {
    expect(others).toEqual([])
  })

  it('is a required fact of its class (src/problems/special-facts.ts)', () => {
    expect(owed.get(code)).toMatchObject({
      name: expect.stringMatching(/^\w+$/),
      rule: expect.stringMatching(/^RFC \d+ §/),
    })
  })

  it('survives in an error of somebody else (src/recognize/foreign-headers.ts)', () => {
    const value = field === 'Allow' ? 'PUT' : field === 'Upgrade' ? 'h2c' : 'Basic realm="a"'
    const thrown = Object.assign(new Error('x'), { status: code, headers: { [field]: value } })
    const { status, headers } = createResponder().respond(thrown, request)
    expect([status, String(headers[field])]).toEqual([code, value])
  })

  it('is asked for where it lacks, and nothing else takes its place (src/respond/complete.ts)', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const { status, headers } = createResponder().respond(problemFrom(code), request)
    expect(warn.mock.calls).toEqual([[expect.stringMatching(new RegExp(`a ${code} came without ${field}.*: throw `))]])
    // The least that is right; a status without it is not sent.
    if (status === code) expect(headers[field]).toBe(field === 'WWW-Authenticate' ? 'Bearer realm="api"' : '')
  })

  it('is what conform() looks for (src/conform/required.ts)', () => {
    expect(faultsOf(code, { content: 'text' })).toMatchObject([{ found: `${code} without ${field}` }])
  })
})
