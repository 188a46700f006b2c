import { describe, expect, it } from 'vitest'
import { noContent, resetContent } from '../../src/replies/index.ts'

describe.each([
  ['noContent', noContent, 204, 'RFC 9110 §15.3.5'],
  ['resetContent', resetContent, 205, 'RFC 9110 §15.3.6'],
] as const)('%s', (_name, reply, status, rule) => {
  it(`is a ${status} without content (${rule})`, () => {
    expect(reply()).toEqual({ status, headers: {} })
    expect(reply({ headers: undefined })).toEqual({ status, headers: {} })
  })

  it('takes header fields, such as the validator of what a PUT has stored (RFC 9110 §9.3.4)', () => {
    expect(reply({ headers: { ETag: '"v2"' } })).toEqual({ status, headers: { ETag: '"v2"' } })
  })
})
