import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeUriReference, formatLink, isFieldValue, parseLinks } from '../../src/headers/index.ts'
import { anyText, fieldLike, name } from './arbitraries.ts'

describe('formatLink', () => {
  it('names who blocks access (RFC 7725 §4)', () => {
    expect(formatLink('https://authority.example/', { rel: 'blocked-by' })).toBe(
      '<https://authority.example/>; rel="blocked-by"',
    )
  })

  it('takes several relations, and URIs as relations (RFC 8288 §3.3)', () => {
    expect(formatLink('/x', { rel: 'start https://a.example/rel' })).toBe('</x>; rel="start https://a.example/rel"')
  })

  it('writes further parameters in the order given', () => {
    expect(formatLink('#a', { rel: 'next', title: 'a "b" \\', type: 'text/html', crossorigin: '' })).toBe(
      '<#a>; rel="next"; title="a \\"b\\" \\\\"; type="text/html"; crossorigin=""',
    )
  })

  it('writes a title beyond ASCII as title* (RFC 8288 §3.4.1, RFC 8187 §3.2)', () => {
    expect(formatLink('/', { rel: 'next', title: "n\u00e4chstes 'Kapitel' (*)" })).toBe(
      '</>; rel="next"; title*=UTF-8\'\'n%C3%A4chstes%20%27Kapitel%27%20%28%2A%29',
    )
  })

  it.each(['a b', '/x>; rel="evil', '<', '/\u00e9', '/\r\nX: y', 'http://[x]/', undefined, 7])(
    'refuses the target %j (RFC 8288 §3.1)',
    (target) => {
      expect(() => Reflect.apply(formatLink, undefined, [target, { rel: 'next' }])).toThrow(
        'The target of a link is a URI reference',
      )
    },
  )

  it.each(['https://u:p@a.example/', '//u@a.example/'])('refuses the user name in %s (RFC 9110 §4.2.4)', (target) => {
    expect(() => formatLink(target, { rel: 'next' })).toThrow('RFC 9110 §4.2.4')
  })

  it.each(['http:///a', 'https://:443/', '//', 'http:a', 'HTTPS:?a'])(
    'refuses %s, which has an empty host (RFC 9110 §4.2.1)',
    (target) => {
      expect(() => formatLink(target, { rel: 'next' })).toThrow(
        new TypeError('The target of a link has a host (RFC 9110 §4.2.1)'),
      )
    },
  )

  it('takes an address that is no http resource', () => {
    expect(formatLink('mailto:legal@authority.example', { rel: 'blocked-by' })).toContain('<mailto:legal@')
  })

  it.each([
    {},
    { rel: '' },
    { rel: 'Next' },
    { rel: 'a  b' },
    { rel: '/x' },
    { rel: 'a"b' },
    { rel: 1 },
    null,
    undefined,
  ])('refuses %j: every link has a relation (RFC 8288 §3.3)', (params) => {
    expect(() => Reflect.apply(formatLink, undefined, ['/', params])).toThrow('A link has a rel')
  })

  it.each([
    [{ rel: 'next', Rel: 'next' }, 'occurs once'],
    [{ rel: 'next', 'a b': 'x' }, 'name of a link parameter'],
    [{ rel: 'next', 'title*': "UTF-8''x" }, 'without *'],
    [{ rel: 'next', title: 'a\nb' }, 'without control characters'],
    [{ rel: 'next', title: '\u00e9\r\n' }, 'without control characters'],
    [{ rel: 'next', title: 7 }, 'without control characters'],
    [{ rel: 'next', media: '\u00e9' }, 'only title'],
    [{ rel: 'next', anchor: 'a b' }, 'anchor of a link'],
  ])('refuses %j', (params, message) => {
    expect(() => Reflect.apply(formatLink, undefined, ['/', params])).toThrow(TypeError)
    expect(() => Reflect.apply(formatLink, undefined, ['/', params])).toThrow(message)
  })
})

describe('parseLinks', () => {
  it('reads several links with commas in targets and quotes (RFC 8288 §3)', () => {
    expect(parseLinks('</a,b>; rel="next"; title="x, y", <c>;rel=prev')).toEqual([
      { target: '/a,b', params: { rel: 'next', title: 'x, y' } },
      { target: 'c', params: { rel: 'prev' } },
    ])
  })

  it('reads several field lines (RFC 9110 §5.3)', () => {
    expect(parseLinks(['<a>; rel=x', '', '<b>; rel=y'])?.map((link) => link.target)).toEqual(['a', 'b'])
  })

  it('takes whitespace around = and ; and empty parameters', () => {
    expect(parseLinks('<a> ;; REL = "x" ; ; title\t=\ty;')).toEqual([{ target: 'a', params: { rel: 'x', title: 'y' } }])
  })

  it('takes a parameter without a value as empty (RFC 8288 appendix B.3)', () => {
    expect(parseLinks('<a>; rel=preload; nopush')).toEqual([{ target: 'a', params: { rel: 'preload', nopush: '' } }])
  })

  it('takes values without quotes as senders of before RFC 8288 wrote them (appendix B.3)', () => {
    expect(parseLinks('<a>; rel=next; type=text/html')?.[0]?.params.type).toBe('text/html')
  })

  it('takes the first rel and the first title (RFC 8288 §3.3, §3.4.1)', () => {
    expect(parseLinks('<a>; rel=x; rel=y; title=b; title=c')?.[0]?.params).toEqual({ rel: 'x', title: 'b' })
  })

  it('prefers title* (RFC 8288 §3.4.1)', () => {
    expect(parseLinks("<a>; rel=x; title*=utf-8'de'%C3%A9; title=e; title*=UTF-8''f")?.[0]?.params.title).toBe('é')
  })

  it.each(["UTF-8''%E9", "ISO-8859-1''%E9", "XUTF-8''a", "UTF-8''a(b", 'plain', "UTF-8''a%"])(
    'ignores title*=%s, which is broken',
    (value) => {
      expect(parseLinks(`<a>; rel=x; title=b; title*=${value}`)?.[0]?.params.title).toBe('b')
    },
  )

  it.each(['<a>', '<a>; title=b', '<a>; rel', '<a>; rel=""', '<a>; rel=" "'])(
    'leaves out %s, which has no relation (RFC 8288 appendix B.2)',
    (value) => {
      expect(parseLinks(`${value}, <b>; rel=x`)).toEqual([{ target: 'b', params: { rel: 'x' } }])
    },
  )

  it('reads an empty list', () => {
    expect(parseLinks(' , ')).toEqual([])
  })

  it.each([
    'a; rel=x',
    '<a; rel=x',
    '<a>; rel="x',
    '<a>; rel=',
    '<a> rel=x',
    '<a>; rel=x y',
    '<a\n>; rel=x',
    '< a>; rel=x',
    '<a>; rel="\u0100"',
  ])('refuses %j', (value) => {
    expect(parseLinks(value)).toBeUndefined()
  })

  it('gives links that print as they were sent, whatever formatLink would say of them', () => {
    const links = ['<https://u@a.example/?a[]=1>; REL=Preload; as=script ;', "</x>;rel=next;title*=UTF-8''%0A"]
    expect(parseLinks(links.join(' , '))?.map(String)).toEqual(links)
  })

  it('gives links that print as field values', () => {
    fc.assert(
      fc.property(fieldLike, fieldLike, (target, rest) => {
        for (const link of parseLinks(`<${target}>;${rest};rel=x`) ?? []) {
          expect(isFieldValue(String(link))).toBe(true)
          expect(parseLinks(String(link))).toEqual([link])
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('does not let a parameter named __proto__ do harm', () => {
    const params = parseLinks('<a>; rel=x; __proto__=y')?.[0]?.params
    expect(Object.entries(params ?? {})).toEqual([
      ['rel', 'x'],
      ['__proto__', 'y'],
    ])
  })

  it('gives back what formatLink wrote', () => {
    const target = fc
      .oneof(anyText, fieldLike)
      .map((text) => encodeUriReference(text.replace(/[^ -~\x80-\uffff]/g, '')))
    const visible = fc.string({ unit: 'grapheme-ascii' })
    const title = fc.oneof(
      visible,
      anyText.map((text) => text.replace(/[^ -~\x80-\uffff]/g, '')),
    )
    const rel = fc.constantFrom('blocked-by', 'next', 'next prev', 'https://a.example/rel?x=1')
    const others = fc.dictionary(
      name.map((text) => text.toLowerCase()).filter((text) => !/^(?:rel|title|anchor|.*\*)$/.test(text)),
      visible,
      { maxKeys: 3 },
    )
    fc.assert(
      fc.property(target, title, rel, others, (reference, text, relation, rest) => {
        fc.pre(!/^(?:https?:)?\/\/[^/?#]*@/i.test(reference))
        const params = { ...rest, title: text, rel: relation }
        const value = formatLink(reference, params)
        expect(isFieldValue(value)).toBe(true)
        expect(parseLinks([value, value])).toEqual(
          Array(2).fill({ target: reference, params: { ...params, title: text.toWellFormed() } }),
        )
      }),
    )
  })
})
