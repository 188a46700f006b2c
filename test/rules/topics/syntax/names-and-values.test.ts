import { expect, it } from 'vitest'
import { audit } from '../../../../src/audit/index.ts'
import type { FieldLine } from '../../../../src/rules/index.ts'

// Transcripts have neither names that begin with a colon nor control characters in trailers.
function faultsOf(fields: readonly FieldLine[], trailers?: readonly FieldLine[]): string[] {
  const response = { version: '2', status: 200, fields, trailers } as const
  return audit({ response }, ({ topic }) => topic === 'syntax').map(({ what }) => what)
}

it('a pseudo-header may be listed with the fields, where clients do so, but not in trailers', () => {
  expect(faultsOf([[':status', '200']], [])).toEqual([])
  expect(faultsOf([[':path', '/']])).toEqual(['":path" is not the name of a field.'])
  expect(faultsOf([], [[':status', '200']])).toEqual(['":status" is not the name of a field.'])
})

it.each(['\0', '\r', '\x7f'])('the value of a trailer has no %j', (character) => {
  expect(faultsOf([], [['x-a', `b${character}c`]])).toEqual([expect.stringMatching(/^The value of x-a has a control/)])
})
