import { describe, expect, it } from 'vitest'
import { dpop, formatChallenge, parseChallenges } from '../../../src/headers/index.ts'

describe('dpop', () => {
  it('lists the algorithms, separated by a space (RFC 9449 §7.1)', () => {
    expect(formatChallenge(dpop({ algs: ['ES256', 'PS256'] }))).toBe('DPoP algs="ES256 PS256"')
  })

  it('takes the parameters of Bearer too (RFC 9449 §7.1)', () => {
    const made = dpop({
      algs: ['ES256'],
      error: 'use_dpop_nonce',
      errorDescription: 'A "nonce" is needed',
      scope: ['a', 'b'],
    })
    expect(formatChallenge(made)).toBe(
      'DPoP scope="a b", error="use_dpop_nonce", error_description="A \'nonce\' is needed", algs="ES256"',
    )
  })

  it('is read as it was made', () => {
    const made = dpop({ algs: ['ES256', 'EdDSA'], realm: 'a"b', maxAge: 5 })
    expect(parseChallenges(formatChallenge(made))).toEqual([made])
  })

  it.each([[undefined], ['ES256'], [[]], [['']], [['ES256 PS256']], [['a"b']], [[7]]])(
    'refuses the algs %j (RFC 9449 §7.1)',
    (algs) => {
      expect(() => Reflect.apply(dpop, undefined, [{ algs }])).toThrow('RFC 9449 §7.1')
    },
  )

  it.each([[['none']], [['ES256', 'HS256']], [['HS512', 'ES256']]])(
    'refuses %j: not asymmetric (RFC 9449 §4.2)',
    (algs) => {
      expect(() => dpop({ algs })).toThrow('asymmetric')
    },
  )

  it('refuses a challenge without parameters', () => {
    expect(() => Reflect.apply(dpop, undefined, [])).toThrow(TypeError)
  })
})
