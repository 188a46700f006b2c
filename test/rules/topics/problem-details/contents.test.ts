import { describe, expect, it } from 'vitest'
import { audit, type Violation } from '../../../../src/audit/index.ts'
import { exchangeOf } from '../../../../src/rules/index.ts'

/** What is found in a problem of a type, whatever its bytes are. */
function found(type: string, content: Uint8Array): readonly Violation[] {
  const { response, ...rest } = exchangeOf(`
    > GET / HTTP/1.1
    < HTTP/1.1 404 Not Found
    < Content-Type: application/problem+${type}`)
  return audit({ ...rest, response: { ...response, content } }, ({ topic }) => topic === 'problem-details')
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

describe('a problem', () => {
  it('is not in UTF-8 as JSON, which has to be', () => {
    expect(found('json', latin1('{"detail":"é"}'))).toMatchObject([
      { rule: { id: '9457-3-json-type' }, what: 'The problem document is not in UTF-8.' },
    ])
  })

  it('may be in another encoding as XML', () => {
    expect(found('xml', latin1('<?xml version="1.0" encoding="ISO-8859-1"?><problem>é</problem>'))).toEqual([])
  })

  it.each([
    ['[', ']', '[…]'],
    ['{"a":', '}', '{…}'],
  ])('may be nested more deeply than JSON.stringify can go: %s', (open, close, shown) => {
    const deep = `${open.repeat(100_000)}0${close.repeat(100_000)}`
    expect(found('json', utf8(`{"type":${deep}}`))).toMatchObject([
      { rule: { id: '9457-3.1-member-types' }, evidence: `"type": ${shown}` },
    ])
  })
})
