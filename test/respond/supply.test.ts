import { describe, expect, it, vi } from 'vitest'
import { basic, createResponder } from '../../src/index.ts'

const request = { method: 'DELETE', headers: {} }

describe('the fields that a response written by hand ought to have', () => {
  it('are none for a response that is no error', () => {
    expect(createResponder().supply(226, request)).toEqual({})
    expect(createResponder().supply(404, request)).toEqual({})
  })

  it('are those that a thrown error would get from the fallbacks', () => {
    const { supply } = createResponder({ fallbacks: { challenges: [basic({ realm: 'a' })], retryAfter: 5 } })
    expect(supply(401, request)).toEqual({ 'WWW-Authenticate': ['Basic realm="a"'] })
    expect(supply(503, request)).toEqual({ 'Retry-After': '5' })
  })

  it('are the least that is right for a 401, and nothing made up for a 407 (RFC 9110 §15.5.2, §15.5.8)', () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    expect(createResponder().supply(401, request)).toEqual({ 'WWW-Authenticate': 'Bearer realm="api"' })
    expect(createResponder().supply(407, request)).toEqual({})
    vi.restoreAllMocks()
  })

  it('list the methods of the target without the one that is refused (RFC 9110 §15.5.6)', () => {
    const { supply } = createResponder({ allow: () => ['GET', 'DELETE'] })
    expect(supply(405, request)).toEqual({ Allow: 'GET, HEAD' })
    expect(supply(405, { ...request, method: 'HEAD' })).toEqual({ Allow: 'DELETE' })
  })
})
