import { describe, expect, it } from 'vitest'
import { isHost } from '../../src/headers/index.ts'

describe('Host (RFC 9110 §7.2)', () => {
  it.each([
    '',
    'shop.example',
    'shop.example:8080',
    'shop.example:',
    ':80',
    '127.0.0.1',
    '[::1]',
    '[2001:db8::7]:443',
    '[v1.a]',
    'a_b~c',
    "a!$&'()*+,;=",
    '%e2%98%83.example',
    'UPPER',
  ])('is %j', (value) => {
    expect(isHost(value)).toBe(true)
  })

  it.each([
    'a b',
    ' a',
    'a\t',
    'a/b',
    'a?b',
    'a#b',
    'user@a',
    'a:b',
    'a:80:80',
    '::1',
    '[::1',
    '[::1]x',
    '[::1]:x',
    '[]',
    '[::1]]',
    'x[::1]',
    '[1.2.3.4]',
    '%',
    '%4',
    '%gg',
    'é',
    'a,b c',
    'http://a',
  ])('is not %j', (value) => {
    expect(isHost(value)).toBe(false)
  })
})
