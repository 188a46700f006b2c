import { describe, expect, it } from 'vitest'
import { toldOfToken } from '../../src/respond/refused-token.ts'

const to = (authorization: string | undefined, challenges: string | readonly string[] | undefined): unknown =>
  toldOfToken(challenges, { method: 'GET', httpVersion: '1.1', headers: { authorization } })

describe('a challenge that was made before there was a request', () => {
  const both = ['Bearer realm="a"', 'DPoP algs="ES256"', 'Basic realm="a"']

  it('says of the scheme that was used that its token was refused (RFC 6750 §3, RFC 9449 §7.1, §7.2)', () => {
    expect(to('Bearer abc', both)).toEqual(['Bearer realm="a", error="invalid_token"', both[1], both[2]])
    expect(to('dpop abc', both)).toEqual([both[0], 'DPoP algs="ES256", error="invalid_token"', both[2]])
    expect(to('Bearer abc', 'Bearer realm="a"')).toBe('Bearer realm="a", error="invalid_token"')
  })

  it.each([undefined, '', 'Bearer', 'Bearer  ', 'Basic abc', 'Bearerabc', 'X Bearer abc'])(
    'says nothing of a token to `Authorization: %s` (RFC 6750 §3.1)',
    (authorization) => {
      expect(to(authorization, both)).toEqual(both)
    },
  )

  it('keeps what the application has to say', () => {
    const own = ['Bearer error="insufficient_user_authentication", max_age="5"', 'Bearer realm="a", Error="x"']
    expect(to('Bearer abc', own)).toEqual(own)
  })

  it('is nothing where there is none', () => {
    expect(to('Bearer abc', undefined)).toBeUndefined()
  })
})
