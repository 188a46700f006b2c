import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directiveText, parseCacheControl, parseDeltaSeconds } from '../../../src/rules/grammar/cache-control.ts'
import { listElements } from '../../../src/rules/grammar/lists.ts'
import { quotable, token } from '../../headers/arbitraries.ts'

const read = (value: string): ReturnType<typeof parseCacheControl> => parseCacheControl(listElements(value))

describe('Cache-Control (RFC 9111 §5.2)', () => {
  it('reads the examples of the RFC', () => {
    expect(read('private, community="UCI"').directives).toEqual([
      { name: 'private', value: undefined, quoted: false },
      { name: 'community', value: 'UCI', quoted: true },
    ])
    expect(read('max-age=3600, must-revalidate').directives.map(directiveText)).toEqual([
      'max-age=3600',
      'must-revalidate',
    ])
  })

  it('takes names in any case', () => {
    expect(read('Max-Age=5, NO-STORE').directives.map(({ name }) => name)).toEqual(['max-age', 'no-store'])
  })

  it('names what is no directive, and keeps the rest', () => {
    const { directives, wrong } = read('max-age = 60, public; private, max-age=, no-cache="a, b", a=b=c, "x"')
    expect(wrong).toEqual(['max-age = 60', 'public; private', 'max-age=', 'a=b=c', '"x"'])
    expect(directives.map(directiveText)).toEqual(['no-cache="a, b"'])
  })

  it('reads back any directive', () => {
    const escaped = (text: string): string => text.replace(/["\\]/g, '\\$&')
    fc.assert(
      fc.property(token, quotable, token, (name, text, plain) => {
        const { directives, wrong } = read(`${name}="${escaped(text)}", ${name}=${plain}, ${name}`)
        expect(wrong).toEqual([])
        expect(directives.map(({ value }) => value)).toEqual([text, plain, undefined])
        expect(new Set(directives.map((directive) => directive.name))).toEqual(new Set([name.toLowerCase()]))
      }),
    )
  })
})

describe('delta-seconds (RFC 9111 §1.2.2)', () => {
  it.each([
    ['0', 0],
    ['060', 60],
    ['2147483648', 2_147_483_648],
  ])('reads %s', (text, seconds) => expect(parseDeltaSeconds(text)).toBe(seconds))

  it.each([undefined, '', '-1', '+1', '1.5', '1e3', ' 1', 'Infinity', '٣'])('refuses %j', (text) =>
    expect(parseDeltaSeconds(text)).toBeUndefined(),
  )
})
