import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as headers from '../../src/headers/index.ts'
import { anyText, fieldLike } from './arbitraries.ts'

type Parser = (value: string) => unknown

const PARSERS: readonly (readonly [string, Parser])[] = Object.entries(headers).flatMap(([name, exported]) =>
  name.startsWith('parse') ? [[name, exported as Parser] as const] : [],
)

/** Values of 64 kB that a backtracking or rescanning parser would not be done with before the test times out. */
const LONG: readonly string[] = [
  ...['a', '=', ',', ' ', '\t', '"', '\\', '<', '/', '9', '%', 'a=', 'a ', 'a,', 'a;', ';', 'a/b;', '/a', '0-', "''"],
  ...['a=b,', 'a="', '\\"', '<a>;', 'rel=a;', ', ,', 'a b=', 'X a=b, ', '; q=0.', '[:', ':1', '\u00e9', '😀'],
].flatMap((piece) => {
  const run = piece.repeat(65_536 / piece.length)
  return [
    run,
    `${run}\n`,
    `a=${run}`,
    `"${run}`,
    `<${run}`,
    `X ${run}!(`,
    `text/html;${run}(`,
    `bytes ${run}`,
    `bytes=${run}`,
    `bytes=0-${run}-`,
    `W/"${run}`,
    `${run}b `,
  ]
})

describe('what a stranger sends', () => {
  it('meets every parser of this folder', () => {
    expect(PARSERS.map(([name]) => name).sort()).toEqual([
      'parseAccept',
      'parseAcceptEncoding',
      'parseAcceptLanguage',
      'parseAcceptPatch',
      'parseAcceptPost',
      'parseAllow',
      'parseByteRangeSpecs',
      'parseChallenges',
      'parseContentRange',
      'parseEntityTags',
      'parseHttpDate',
      'parseIfRange',
      'parseLinks',
      'parseRetryAfter',
      'parseUpgrade',
      'parseVary',
    ])
  })

  it.each(PARSERS)('never makes %s throw', (_name, parse) => {
    fc.assert(
      fc.property(fc.oneof(anyText, fieldLike), (text) => {
        expect(() => parse(text)).not.toThrow()
      }),
      { numRuns: 500 },
    )
  })

  it.each(PARSERS)('never makes %s hang, however long it is', (_name, parse) => {
    for (const value of LONG) expect(() => parse(value)).not.toThrow()
  })

  it('never makes a check or an encoder hang, however long it is', () => {
    for (const value of LONG) {
      expect(typeof headers.isFieldValue(value)).toBe('boolean')
      expect(typeof headers.isToken(value)).toBe('boolean')
      expect(typeof headers.isUriReference(`http://[${value}]:x/`)).toBe('boolean')
      expect(headers.isFieldValue(headers.mergeVary(value, 'Accept'))).toBe(true)
      expect(headers.isUriReference(headers.encodeUriReference(`http://${value.replace(/\s/g, ' ')}`))).toBe(true)
      expect(headers.isFieldValue(String(headers.bearer({ errorDescription: value })))).toBe(true)
    }
  })
})
