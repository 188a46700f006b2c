import { describe, expect, it } from 'vitest'
import { parseAcceptLanguage } from '../../src/headers/index.ts'

describe('Accept-Language (RFC 9110 §12.5.4)', () => {
  it('lists ranges with their weights, 1 where there is none (§12.4.2)', () => {
    expect(parseAcceptLanguage('de-AT, zh-Hant-TW;q=0.8,en ;\tQ=0.001\t, *; q=0')).toEqual([
      { range: 'de-AT', weight: 1 },
      { range: 'zh-Hant-TW', weight: 0.8 },
      { range: 'en', weight: 0.001 },
      { range: '*', weight: 0 },
    ])
  })

  it('may have empty members (§5.6.1.2)', () => {
    expect(parseAcceptLanguage('')).toEqual([])
    expect(parseAcceptLanguage(' , ,\t,')).toEqual([])
    expect(parseAcceptLanguage(', de,, en ,')?.map(({ range }) => range)).toEqual(['de', 'en'])
  })

  it.each(['q=0', 'q=0.', 'q=0.1', 'q=0.123', 'q=1', 'q=1.', 'q=1.000'])('has weights such as %s', (weight) => {
    expect(parseAcceptLanguage(`de;${weight}`)).toEqual([{ range: 'de', weight: Number(weight.slice(2)) }])
  })

  it.each([
    'de;q=2',
    'de;q=1.5',
    'de;q=1.001',
    'de;q=',
    'de;q=.5',
    'de;q=-1',
    'de;q=0.1234',
    'de;q=1e0',
    'de;q =1',
    'de;q= 1',
    'de;q="1"',
    'de;;q=1',
    'de;',
    'de;q=1;q=1',
    'de;level=1',
    ';q=1',
    'de_DE',
    'de-',
    '-de',
    'de--AT',
    'de en',
    'de-*',
    '**',
    '*-DE',
    'd\u00e9',
    '1de',
    'germanlanguage',
    'de-\nAT',
    'de\n',
    'de, "',
  ])('is broken: %j', (value) => {
    expect(parseAcceptLanguage(value)).toBeUndefined()
  })
})
