import { describe, expect, it } from 'vitest'
import { ExchangeView, exchangeOf } from '../../../src/rules/index.ts'
import {
  isJsonProblem,
  isProblem,
  isXmlProblem,
  membersOf,
  problemOf,
  rootOf,
  xmlOf,
} from '../../../src/rules/shared/problem-document.ts'

const answer = (type: string, content: string, status = '404 Not Found', ...more: readonly string[]): ExchangeView =>
  new ExchangeView(
    exchangeOf(
      [
        ...['> GET / HTTP/1.1', `< HTTP/1.1 ${status}`, `< Content-Type: ${type}`],
        ...[...more, '<', ...content.split('\n').map((line) => `< ${line}`)],
      ].join('\n'),
    ),
  )
const json = (content: string, ...more: readonly string[]): ExchangeView =>
  answer('application/problem+json', content, '404 Not Found', ...more)
const xml = (content: string, ...more: readonly string[]): ExchangeView =>
  answer('application/problem+xml', content, '404 Not Found', ...more)

const NAMESPACE = 'xmlns="urn:ietf:rfc:7807"'
const NOTHING = {
  type: undefined,
  title: undefined,
  detail: undefined,
  instance: undefined,
  status: undefined,
  extensions: [],
  language: undefined,
}

describe('a problem document (RFC 9457)', () => {
  it('is what says so', () => {
    const kinds = (exchange: ExchangeView): readonly boolean[] =>
      [isProblem, isJsonProblem, isXmlProblem].map((is) => is(exchange))
    expect(kinds(json('{}'))).toEqual([true, true, false])
    expect(kinds(xml('<a/>'))).toEqual([true, false, true])
    expect(kinds(answer('application/json', '{}'))).toEqual([false, false, false])
  })

  it('is looked into only where all of it was seen', () => {
    const { request, ...exchange } = exchangeOf(
      '> HEAD / HTTP/1.1\n< HTTP/1.1 404\n< Content-Type: application/problem+json',
    )
    expect(isProblem(new ExchangeView({ request, ...exchange }))).toBe(false)
    expect(isProblem(answer('application/problem+json', '{}', '206 Partial Content'))).toBe(false)
    expect(isProblem(json('{}', '< Content-Encoding: gzip'))).toBe(false)
    const cut = exchangeOf(
      '# incomplete\n> GET / HTTP/1.1\n< HTTP/1.1 404\n< Content-Type: application/problem+xml\n<\n< <a>',
    )
    expect([isProblem, isXmlProblem].map((is) => is(new ExchangeView(cut)))).toEqual([false, false])
    const unknown = { ...cut, response: { ...cut.response, complete: undefined } }
    expect(isProblem(new ExchangeView(unknown))).toBe(true)
  })
})

describe('a problem in JSON (RFC 9457 §3)', () => {
  it.each(['null', '[]', '"a"', '1', '{'])('is no %s', (content) => {
    expect([membersOf(json(content)), problemOf(json(content))]).toEqual([undefined, undefined])
  })

  it('is no object of another type', () => {
    const other = answer('application/json', '{"title":"a"}')
    expect([membersOf(other), problemOf(other)]).toEqual([undefined, undefined])
  })

  it('has members', () => {
    const all = { type: 'a', title: 'b', status: 404, detail: 'c', instance: 'd', extra: 1, Title: 'e' }
    const exchange = json(JSON.stringify(all), '< Content-Language: en')
    expect(membersOf(exchange)).toEqual(all)
    const { extra: _extra, Title: _title, ...standard } = all
    expect(problemOf(exchange)).toEqual({ ...standard, extensions: ['extra', 'Title'], language: 'en' })
    expect(problemOf(exchange)).toBe(problemOf(exchange))
  })

  it('has none of those of the wrong type, nor those that all objects have', () => {
    expect(problemOf(json('{"type":1,"title":null,"status":"404","detail":[],"instance":{}}'))).toEqual(NOTHING)
    expect(problemOf(json('{"__proto__":{"title":"a","status":404}}'))).toEqual({
      ...NOTHING,
      extensions: ['__proto__'],
    })
  })
})

describe('a problem in XML (RFC 9457 appendix B)', () => {
  it('has elements', () => {
    const exchange = xml(
      `<problem ${NAMESPACE}>
        <type> a </type><title>b</title><status>404</status><detail>c</detail><instance>d</instance>
        <extra/><title xmlns="">e</title><other xmlns="urn:a"/>
      </problem>`,
      '< Content-Language: en',
    )
    expect(problemOf(exchange)).toEqual({
      ...{ type: 'a', title: 'b', detail: 'c', instance: 'd', status: 404 },
      ...{ extensions: ['extra', 'other'], language: 'en' },
    })
    expect(xmlOf(exchange)).toBe(xmlOf(exchange))
  })

  it('has the language that it says itself', () => {
    const exchange = xml(`<problem ${NAMESPACE} xml:lang="de"/>`, '< Content-Language: en')
    expect(problemOf(exchange)).toEqual({ ...NOTHING, language: 'de' })
  })

  it.each(['', 'x', '404x', 'x404', '-1', '1234567890'])('has no status %j', (status) => {
    expect(problemOf(xml(`<problem ${NAMESPACE}><status>${status}</status></problem>`))).toEqual(NOTHING)
  })

  it('has only elements of its namespace for standard members', () => {
    expect(problemOf(xml(`<problem ${NAMESPACE}><title xmlns="">a</title></problem>`))).toEqual(NOTHING)
  })

  it.each(['<problem/>', `<error ${NAMESPACE}/>`, '<problem xmlns="urn:ietf:rfc:9457"/>', '<problem', '<!DOCTYPE a>'])(
    'is none in %s',
    (content) => {
      expect([rootOf(xml(content)), problemOf(xml(content))]).toEqual([undefined, undefined])
    },
  )

  it('is none of another type, nor what was not seen', () => {
    const content = `<problem ${NAMESPACE}/>`
    expect(problemOf(answer('application/xml', content))).toBeUndefined()
    expect(rootOf(answer('application/xml', content))).toBeDefined()
    const coded = xml(content, '< Content-Encoding: gzip')
    expect([xmlOf(coded), rootOf(coded), problemOf(coded)]).toEqual([undefined, undefined, undefined])
  })
})
