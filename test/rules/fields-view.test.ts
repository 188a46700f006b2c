import { describe, expect, it } from 'vitest'
import { FieldsView } from '../../src/rules/exchange-view.ts'

const fields = new FieldsView([
  ['Vary', 'Accept, ,ORIGIN'],
  ['ETag', '"a, b"'],
  ['VARY', 'Cookie'],
  ['Age', ''],
])

describe('the fields of a message', () => {
  it('have names in lower case, each once', () => {
    expect([...fields.names()]).toEqual(['vary', 'etag', 'age'])
    expect(['vary', 'age', 'date', 'Vary'].map((name) => fields.has(name))).toEqual([true, true, false, false])
  })

  it('are given line by line, and combined (RFC 9110 §5.3)', () => {
    expect([fields.all('vary'), fields.all('age'), fields.all('date')]).toEqual([
      ['Accept, ,ORIGIN', 'Cookie'],
      [''],
      [],
    ])
    expect([fields.get('vary'), fields.get('age'), fields.get('date')]).toEqual([
      'Accept, ,ORIGIN, Cookie',
      '',
      undefined,
    ])
  })

  it('are lists (RFC 9110 §5.6.1)', () => {
    expect(fields.list('vary')).toEqual(['Accept', 'ORIGIN', 'Cookie'])
    expect([fields.list('etag'), fields.list('age'), fields.list('date')]).toEqual([['"a, b"'], [], []])
    expect(['origin', 'cookie', 'Cookie', ''].map((token) => fields.lists('vary', token))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  it('are cut into lists once, however many rules ask', () => {
    expect(fields.list('vary')).toBe(fields.list('vary'))
  })

  it('are shown in their order, as they came', () => {
    expect(fields.show('etag', 'vary')).toBe('Vary: Accept, ,ORIGIN\nETag: "a, b"\nVARY: Cookie')
    expect(fields.show('age', 'date')).toBe('Age: ')
    expect(fields.show('date', 'expires')).toBe('(no date, expires)')
  })
})
