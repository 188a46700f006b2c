import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderXml } from '../../../src/respond/render-xml.ts'
import { parseXml, type XmlElement } from '../../../src/rules/grammar/xml.ts'

const root = (text: string): XmlElement => {
  const result = parseXml(text)
  if (!('root' in result)) throw new Error(JSON.stringify(result))
  return result.root
}

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
    '',
    'text',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a/>text',
    '<a b=c/>',
    '<a b="1" b="2"/>',
    '<a b="1"c="2"/>',
    '<a b="<"/>',
    '<a b/>',
    '<a>&</a>',
    '<a>&nbsp;</a>',
    '<a>&#0;</a>',
    '<a>&#xD800;</a>',
    '<a>]]></a>',
    '<a><!-- -- --></a>',
    '<a><![CDATA[</a>',
    '<a>\u0001</a>',
    '<a>\ud800</a>',
    '<a>\uffff</a>',
    '<1a/>',
    '<a:b/>',
    '<:a xmlns="u"/>',
    '<a xmlns:b=""/>',
    '<a xmlns:b="u" xmlns:c="u" b:d="1" c:d="2"/>',
    ' <?xml version="1.0"?><a/>',
    '<?xml encoding="UTF-8"?><a/>',
    '<a></a',
    '< a/>',
  ])('is not %s', (text) => {
    expect(parseXml(text)).toHaveProperty('wrong')
  })

  it('with a document type, or nested too deeply, is left alone', () => {
    expect(parseXml('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')).toHaveProperty('unknown')
    expect(parseXml('<a>'.repeat(100_000))).toHaveProperty('unknown')
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
    expect(performance.now() - start).toBeLessThan(1000)
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
