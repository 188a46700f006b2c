import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderXml } from '../../../src/respond/render-xml.ts'
import { parseXml, type XmlElement } from '../../../src/rules/grammar/xml.ts'

const root = (text: string): XmlElement => {
  const result = parseXml(text)
  if (!('root' in result)) throw new Error(JSON.stringify(result))
  return result.root
}

const NO_BLANK = 'has a tag that does not end, or attributes without a blank between them'

describe('XML', () => {
  it('is read with its namespaces (Namespaces in XML §6)', () => {
    const problem = root(
      '<p:problem xmlns:p="urn:a" xmlns="urn:b"><p:title>x</p:title><c xmlns="">y</c><d/></p:problem>',
    )
    expect(problem).toMatchObject({ namespace: 'urn:a', localName: 'problem' })
    expect(problem.children.map(({ namespace, localName }) => `${namespace} ${localName}`)).toEqual([
      'urn:a title',
      ' c',
      'urn:b d',
    ])
  })

  it('has references, sections, comments and instructions', () => {
    const text = '\ufeff<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<!-- a --><?b c?>\n'
    expect(root(`${text}<a>1&lt;&#50;&#x33;<!-- & < --><![CDATA[<&]]><?d?>4</a>\n<!-- e -->`).text).toBe('1<23<&4')
  })

  it.each([
    ['', 'has no root element', 0],
    ['text', 'has no root element', 0],
    ['<!-- a -->', 'has no root element', 10],
    ['<a>', 'ends within an element', 3],
    ['<a>text', 'ends within an element', 7],
    ['<a></b>', 'ends b where a is open', 5],
    ['<a/><b/>', 'goes on after the root element', 4],
    ['<a/>text', 'goes on after the root element', 4],
    ['<a/><!DOCTYPE a>', 'goes on after the root element', 4],
    ['<a><!b></a>', 'has a "<" that begins nothing', 3],
    ['<a b=c/>', 'has an attribute without quotes', 5],
    ['<a b="1" b="2"/>', 'has the attribute b twice in one tag', 14],
    ['<a b="1"c="2"/>', NO_BLANK, 8],
    ['<a b="1', 'has an attribute that does not end', 5],
    ['<a b="1<"/>', 'has a "<" in an attribute', 7],
    ['<a b="&a;"/>', 'has an "&" that begins no known reference', 6],
    ['<a b/>', 'has an attribute without a value', 4],
    ['<a b', 'has an attribute without a value', 4],
    ['<a', NO_BLANK, 2],
    ['<a "b"/>', 'has no name where one must be', 3],
    ['<a>&</a>', 'has an "&" that begins no known reference', 3],
    ['<a>b&amp;&nbsp;</a>', 'has an "&" that begins no known reference', 9],
    ['<a>&#0;</a>', 'has an "&" that begins no known reference', 3],
    ['<a>&#xD800;</a>', 'has an "&" that begins no known reference', 3],
    ['<a>&#x110000;</a>', 'has an "&" that begins no known reference', 3],
    ['<a>b]]></a>', 'has "]]>" in a text', 4],
    ['<a><!-- -- --></a>', 'has "--" in a comment', 3],
    ['<a><!-- -', 'has a comment without an end', 3],
    ['<a><!-->', 'has a comment without an end', 3],
    ['<a><![CDATA[</a>', 'has a CDATA section without an end', 3],
    ['<a><?b', 'has a processing instruction without an end', 3],
    ['<a><? b?></a>', 'has a processing instruction without a name', 3],
    ['<a><?XML b?></a>', 'has a processing instruction without a name', 3],
    ['<a>\u0001</a>', 'has a character that XML has not', 3],
    ['<a>\ud800</a>', 'has a character that XML has not', 3],
    ['<a>\uffff</a>', 'has a character that XML has not', 3],
    ['<1a/>', 'has no name where one must be', 1],
    ['< a/>', 'has no name where one must be', 1],
    ['<a:b/>', 'has the prefix a, which nothing declares', 6],
    ['<a b:c=""/>', 'has the prefix b, which nothing declares', 11],
    ['<:a xmlns="u"/>', 'has the name :a with a wrong colon', 15],
    ['<a: xmlns:a="u"/>', 'has the name a: with a wrong colon', 17],
    ['<a:b:c xmlns:a="u"/>', 'has the name a:b:c with a wrong colon', 20],
    ['<a xmlns:b=""/>', 'declares a prefix for no namespace', 13],
    ['<a xmlns:b="u" xmlns:c="u" b:d="1" c:d="2"/>', 'has the attribute d of a namespace twice in one tag', 44],
    [' <?xml version="1.0"?><a/>', 'has a processing instruction without a name', 1],
    ['<?xml encoding="UTF-8"?><a/>', 'has a wrong XML declaration', 0],
    ['\ufeff<?xml?><a/>', 'has a processing instruction without a name', 1],
    ['\ufeff<?xml ?><a/>', 'has a wrong XML declaration', 1],
    ['<a></a', 'has an end tag that does not end', 6],
  ])('is not %s', (text, wrong, at) => {
    expect(parseXml(text)).toEqual({ wrong, at })
  })

  it.each([
    ['<a/>', { namespace: '', localName: 'a', language: undefined, children: [], text: '' }],
    ['<a xml:lang="de"/>', { namespace: '', language: 'de' }],
    ['<xml:a/>', { namespace: 'http://www.w3.org/XML/1998/namespace', localName: 'a' }],
    ["<a b='\"' c = \"'\" xml:lang = 'en' ></a >", { localName: 'a', language: 'en' }],
    ['<a b=""/>', { localName: 'a' }],
    ['<a xmlns="u" xmlns:b="u" d="1" b:d="2"/>', { namespace: 'u' }],
    ['<a xmlns:b="u" b:c="1" b:d="2"/>', { namespace: '' }],
    ['<a xmlns:b="u" xmlns:c="v" b:d="1" c:d="2"/>', { namespace: '' }],
    ['<a>\t\r\n&lt;&gt;&amp;&apos;&quot;</a>', { text: '\t\r\n<>&\'"' }],
    ['<a>\ud7ff\ue000\ufffd\u{10000}\u{10ffff}</a>', { text: '\ud7ff\ue000\ufffd\u{10000}\u{10ffff}' }],
    ['<a>&#xd7ff;&#xe000;&#xfffd;&#x10000;&#x10ffff;</a>', { text: '\ud7ff\ue000\ufffd\u{10000}\u{10ffff}' }],
    ['<a><?xml-stylesheet b?>c</a>', { text: 'c' }],
    ['<a>b<c>d</c>e</a>', { text: 'be', children: [{ namespace: '', localName: 'c', text: 'd', children: [] }] }],
  ])('is %s', (text, element) => {
    expect(root(text)).toMatchObject(element)
  })

  it('resolves prefixes by the nearest element that declares them', () => {
    const [b] = root('<a xmlns:p="u" xmlns:q="v"><b xmlns:p="w"><p:c/><q:c/></b></a>').children
    expect(b?.children.map(({ namespace }) => namespace)).toEqual(['w', 'v'])
  })

  it('with a document type, or nested too deeply, is left alone', () => {
    expect(parseXml('<!-- a --><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')).toEqual({ unknown: 'has a document type' })
    expect(parseXml('<a>'.repeat(300_000))).toEqual({ unknown: 'is nested too deeply' })
    expect(parseXml('<a>'.repeat(256) + '</a>'.repeat(256))).toHaveProperty('root')
    expect(parseXml('<a>'.repeat(257) + '</a>'.repeat(257))).toHaveProperty('unknown')
  })

  it.each([
    ['brackets', '<'.repeat(200_000)],
    ['blanks', `<a ${' '.repeat(200_000)}`],
    ['attributes', `<a ${Array.from({ length: 30_000 }, (_, at) => `a${at}="1"`).join(' ')}/>`],
    ['references', `<a>${'&amp;'.repeat(50_000)}</a>`],
    ['comments', `<a>${'<!---->'.repeat(30_000)}</a>`],
    ['namespaces', `<a>${'<b xmlns:c="d"/>'.repeat(20_000)}</a>`],
  ])('takes linear time: many %s', (_what, text) => {
    const start = performance.now()
    parseXml(text)
    expect(performance.now() - start).toBeLessThan(10_000)
  })

  it('is what we write, with the same texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.jsonValue(), (detail, value) => {
        const xml = renderXml({ status: 404, detail, value } as never, () => {})
        const problem = root(xml)
        expect(problem).toMatchObject({ namespace: 'urn:ietf:rfc:7807', localName: 'problem' })
        const known = problem.children.find(({ localName }) => localName === 'detail')?.text ?? ''
        expect(known.replace(/[\r\n\t]/g, '')).toBe(onlyXml(detail))
      }),
    )
  })

  it('never throws', () => {
    const pieces = fc.constantFrom(
      '<a',
      '>',
      '</a>',
      ' b="c"',
      '&amp;',
      '&',
      '<!--',
      '-->',
      '<?x',
      '?>',
      ']]>',
      'x',
      ':',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        expect(Object.keys(parseXml(parts.join(''))).join()).toMatch(/^(?:root|wrong,at|unknown)$/)
      }),
    )
  })
})

function onlyXml(text: string): string {
  return Array.from(text)
    .filter((character) => /^[\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]$/u.test(character))
    .join('')
}
