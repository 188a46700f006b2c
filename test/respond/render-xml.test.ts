import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { BadRequest, Conflict } from '../../src/problems/index.ts'
import type { Dropped } from '../../src/recognize/index.ts'
import { renderXml } from '../../src/respond/render-xml.ts'
import { field, replied } from './replied.ts'

const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  trimValues: false,
  htmlEntities: true,
  processEntities: { enabled: true, maxTotalExpansions: 1e6, maxExpandedLength: 1e8 },
  isArray: (name) => name === 'i',
})

function render(document: Record<string, unknown>): { xml: string; problem: unknown; dropped: readonly Dropped[] } {
  const dropped: Dropped[] = []
  const xml = renderXml(document, (something) => dropped.push(something))
  return { xml, problem: parse(xml), dropped }
}

function parse(xml: string): unknown {
  expect(XMLValidator.validate(xml)).toBe(true)
  const { '@_xmlns': namespace, '#text': _whitespace, ...problem } = parser.parse(xml).problem
  expect(namespace).toBe('urn:ietf:rfc:7807')
  return problem
}

describe('a problem document in XML', () => {
  it('is a problem element in its namespace, with a declaration (RFC 9457 appendix B)', () => {
    expect(render({ type: 'about:blank', status: 404, title: 'Not Found' }).xml).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<problem xmlns="urn:ietf:rfc:7807">' +
        '<type>about:blank</type><status>404</status><title>Not Found</title></problem>\n',
    )
  })

  it.each(['application/problem+xml', 'application/xml'])('is sent as %s', (type) => {
    const resolution = replied(new Conflict('taken'), { headers: { accept: type } })
    expect(field(resolution, 'Content-Type')).toBe(type)
    expect(parse(String(resolution.reply.body))).toEqual({
      type: 'about:blank',
      status: '409',
      title: 'Conflict',
      detail: 'taken',
    })
  })

  it('has the items of an array as elements named i (RFC 9457 appendix B)', () => {
    expect(render({ accounts: ['/12', 34, true] }).problem).toEqual({ accounts: { i: ['/12', '34', 'true'] } })
  })

  it('has arrays in arrays, and objects in them', () => {
    const errors = [{ pointer: '#/age', detail: 'too young' }, [1, [2]]]
    expect(render({ errors }).problem).toEqual({
      errors: { i: [{ pointer: '#/age', detail: 'too young' }, { i: ['1', { i: ['2'] }] }] },
    })
  })

  it('has the errors of a typed error', () => {
    const thrown = new BadRequest({ errors: [{ pointer: '#/a', detail: '<b>' }] })
    const resolution = replied(thrown, { headers: { accept: 'application/problem+xml' } })
    expect(parse(String(resolution.reply.body))).toMatchObject({
      errors: { i: [{ pointer: '#/a', detail: '<b>' }] },
    })
  })

  it('has the members of an object as elements', () => {
    expect(render({ cart: { id: 7, owner: { name: 'Zo\u00eb' } } }).problem).toEqual({
      cart: { id: '7', owner: { name: 'Zo\u00eb' } },
    })
  })

  it('leaves out null, and has empty elements for what is empty', () => {
    expect(render({ none: null, text: '', list: [], object: {}, holes: [null, ''] }).problem).toEqual({
      text: '',
      list: '',
      object: '',
      holes: { i: ['', ''] },
    })
  })

  it.each([
    'a b',
    '1a',
    '-a',
    '.a',
    '',
    'a:b',
    'xmlns',
    'XML-a',
    'a/b',
    '<a>',
    'a"',
    '\u00b5',
    '\u00d7',
    '\u037e',
    '\ufffe',
    '\u{20000}',
  ])('drops and reports the member %j, which is no XML name', (name) => {
    const { problem, dropped } = render({ status: 404, [name]: 'secret', object: { [name]: 1, more: 2 } })
    expect(problem).toEqual({ status: '404', object: { more: '2' } })
    expect(dropped).toEqual(Array(2).fill({ kind: 'member', name, reason: 'not an XML name (RFC 9457 §3.2)' }))
  })

  it.each(['a', '_', 'a-b.c_d1', '\u00e9t\u00e9', '\u65e5\u672c', 'x', 'axml', 'a\u00b7', 'a\u0301'])(
    'keeps the member %j, which is an XML name',
    (name) => {
      const { problem, dropped } = render({ [name]: 'a' })
      expect(problem).toEqual({ [name]: 'a' })
      expect(dropped).toEqual([])
    },
  )

  it.each(['<', '&', '>', '"', "'", ']]>', '<![CDATA[a]]>', '&lt;', '<!--', '<?php ?>', '</problem>'])(
    'escapes %s in text',
    (text) => {
      expect(render({ detail: text, list: [text] }).problem).toEqual({ detail: text, list: { i: [text] } })
    },
  )

  it('leaves out the characters that XML cannot hold (XML 1.0 §2.2)', () => {
    const { xml, problem } = render({ detail: 'a\u0000b\u0008c\u000bd\u000ce\u001ff\ufffeg\uffffh\ud800i' })
    expect(problem).toEqual({ detail: 'abcdefgh\ufffdi' })
    expect(xml.isWellFormed()).toBe(true)
  })

  it('keeps tabs and line feeds, and writes a carriage return as a reference (XML 1.0 §2.11)', () => {
    const { xml, problem } = render({ detail: 'a\r\nb\tc\rd' })
    expect(xml).toContain('a&#13;\nb\tc&#13;d')
    expect(problem).toEqual({ detail: 'a\r\nb\tc\rd' })
  })

  it('keeps characters beyond the basic plane', () => {
    expect(render({ detail: '\u{1f600}' }).problem).toEqual({ detail: '\u{1f600}' })
  })

  it('ends where the nesting is too deep', () => {
    let deep: unknown = 'the core'
    for (let level = 0; level < 1000; level++) deep = [deep]
    const { xml } = render({ deep })
    expect(xml.match(/<i>/g)).toHaveLength(50)
    expect(xml).not.toContain('the core')
  })

  it('is well-formed and says what the JSON says, whatever the members', () => {
    const name = fc.stringMatching(/^[a-h]{1,5}$/)
    const text = fc.string({ unit: 'binary' })
    const odd = fc.dictionary(fc.string({ unit: 'binary', maxLength: 5 }), fc.oneof(text, fc.array(text), fc.integer()))
    const isPossible = (unit: string): boolean => /[\t\n\r -\ufffd]/.test(unit)
    const possible = (value: string): string => value.toWellFormed().split('').filter(isPossible).join('')
    fc.assert(
      fc.property(fc.dictionary(name, text), odd, (members, others) => {
        const { problem } = render({ status: 404, ...others, ...members })
        const said = Object.entries(members).map(([key, value]) => [key, possible(value)])
        expect(problem).toMatchObject({ status: '404', ...Object.fromEntries(said) })
      }),
      { numRuns: 500 },
    )
  })
})
