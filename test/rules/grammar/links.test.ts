import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatLink, parseLinks as parseOurs } from '../../../src/headers/link.ts'
import { parseLinks, relationsOf, valuesOf } from '../../../src/rules/grammar/links.ts'

describe('links (RFC 8288 §3)', () => {
  it('reads the examples of RFC 8288 §3.5', () => {
    const [chapter] =
      parseLinks('<http://example.com/TheBook/chapter2>; rel="previous"; title="previous chapter"') ?? []
    expect(chapter?.target).toBe('http://example.com/TheBook/chapter2')
    expect(chapter && relationsOf(chapter)).toEqual(['previous'])
    expect(parseLinks('</>; rel="http://example.net/foo"')?.map(relationsOf)).toEqual([['http://example.net/foo']])
    expect(parseLinks('</terms>; rel="copyright"; anchor="#foo"')?.map((link) => valuesOf(link, 'anchor'))).toEqual([
      ['#foo'],
    ])
    const two = parseLinks(
      `</TheBook/chapter2>;
         rel="previous"; title*=UTF-8'de'letztes%20Kapitel,
         </TheBook/chapter4>; rel="next"; title*=UTF-8'de'n%c3%a4chstes%20Kapitel`.replaceAll('\n', ''),
    )
    expect(two?.map((link) => valuesOf(link, 'title*')[0])).toEqual([
      "UTF-8'de'letztes%20Kapitel",
      "UTF-8'de'n%c3%a4chstes%20Kapitel",
    ])
    expect(
      parseLinks('<http://example.org/>; rel="start http://example.net/relation/other"')?.map(relationsOf),
    ).toEqual([['start', 'http://example.net/relation/other']])
    expect(parseLinks('<https://example.org/>; rel="start", <https://example.org/index>; rel="index"')).toHaveLength(2)
  })

  it('keeps repetitions, and tells what is quoted', () => {
    const [link] = parseLinks('<a>; Rel=next; rel="prev"; rel=https://example.com/r; crossorigin') ?? []
    expect(link?.parameters).toEqual([
      { name: 'rel', value: 'next', form: 'token' },
      { name: 'rel', value: 'prev', form: 'quoted' },
      { name: 'rel', value: 'https://example.com/r', form: 'bare' },
      { name: 'crossorigin', value: undefined, form: 'token' },
    ])
    expect(link && valuesOf(link, 'crossorigin')).toEqual([''])
    expect(parseLinks('')).toEqual([])
    expect(parseLinks('<a,b;c>; title="x, <y>; z\\"";;rel=a , ,<d>')?.map(({ text }) => text)).toEqual([
      '<a,b;c>; title="x, <y>; z\\"";;rel=a',
      '<d>',
    ])
  })

  it('has relation types in any case, with any number of spaces between them', () => {
    expect(parseLinks('<a>; rel="  Next  prev "; rel=up, <b>; rel="", <c>')?.map(relationsOf)).toEqual([
      ['next', 'prev'],
      [],
      [],
    ])
  })

  it.each([
    'a',
    '<a',
    'a>; rel=b',
    '<a> rel=b',
    '<a>; rel="b',
    '<a>; rel=',
    '<a>; ="b"',
    '<a b>; rel=c',
    '<a><b>',
    '<a>; rel="b\nc"',
  ])('refuses %s', (value) => {
    expect(parseLinks(value)).toBeUndefined()
  })

  it('never throws, and is quick with what is long', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('<', '>', ';', '=', '"', '\\', ',', ' ', 'rel', 'é', '\n')), (parts) => {
        parseLinks(parts.join(''))
      }),
    )
    for (const part of ['<', '<a>', '<a>;', ';', ' ', ', ', '<a>,', '<a>; rel="\\"', '<a>;a="', '<a> ']) {
      const start = performance.now()
      parseLinks(part.repeat(300_000))
      parseLinks(`<a>;${part.repeat(300_000)}`)
      expect(performance.now() - start).toBeLessThan(10_000)
    }
  })
})

describe('against src/headers', () => {
  const target = fc
    .webUrl({ withFragments: true, withQueryParameters: true })
    .filter((url) => !/[[\]<>"\\^`{|}]/.test(url))
  const link = fc.record({
    target,
    rel: fc.constantFrom(
      'next',
      'blocked-by',
      'next prev',
      'https://example.com/rel',
      'a.b https://example.com/?a,b;c',
    ),
    title: fc.stringMatching(/^[ -~]{0,12}$/),
  })

  it('reads what is written, with the same meaning', () => {
    fc.assert(
      fc.property(fc.array(link, { maxLength: 3 }), (links) => {
        const field = links.map(({ target, rel, title }) => formatLink(target, { rel, title })).join(', ')
        const read = parseLinks(field)
        expect(read?.map((each) => [each.target, valuesOf(each, 'rel'), valuesOf(each, 'title')])).toEqual(
          links.map((each) => [each.target, [each.rel], [each.title]]),
        )
      }),
    )
  })

  it('reads what it reads', () => {
    const part = fc.constantFrom('<a>', '</b?c,d>', '; ', 'rel', '=', 'next', '"x y"', ', ', 'title', '"', '\\"')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const field = parts.join('')
        const theirs = parseOurs(field)
        const read = parseLinks(field)
        if (theirs === undefined || read === undefined) return
        const related = read.filter((each) => (valuesOf(each, 'rel')[0] ?? '').trim() !== '')
        expect(related.map(({ target, text }) => [target, text])).toEqual(
          theirs.map((each) => [each.target, String(each)]),
        )
      }),
    )
  })
})
