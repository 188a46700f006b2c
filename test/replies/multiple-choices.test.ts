import { describe, expect, it } from 'vitest'
import { type Choice, multipleChoices, type Reply } from '../../src/replies/index.ts'

const choices: readonly Choice[] = [
  { location: '/report.pdf', type: 'application/pdf', language: 'de', title: 'Bericht & "mehr"' },
  { location: '/r\u00e9sum\u00e9 7.html' },
]

const pageOf = (reply: Reply): string => String(reply.variants?.[0]?.body)

describe('multipleChoices', () => {
  it('is a 300 that lists the choices with what is known of them (RFC 9110 §15.4.1)', () => {
    const reply = multipleChoices(choices)
    expect(reply).toMatchObject({ status: 300, headers: { 'Content-Type': 'application/json' } })
    expect(JSON.parse(String(reply.body))).toEqual({
      choices: [
        { location: '/report.pdf', type: 'application/pdf', language: 'de', title: 'Bericht & "mehr"' },
        { location: '/r%C3%A9sum%C3%A9%207.html' },
      ],
    })
  })

  it('lists them as a page for who wants HTML (RFC 9110 §15.4.1)', () => {
    const reply = multipleChoices(choices)
    expect(reply.variants?.map(({ type }) => type)).toEqual(['text/html; charset=utf-8'])
    expect(pageOf(reply)).toContain(
      '<li><a href="/report.pdf" type="application/pdf" hreflang="de">Bericht &amp; &quot;mehr&quot;</a></li>',
    )
    expect(pageOf(reply)).toContain('<li><a href="/r%C3%A9sum%C3%A9%207.html">/r%C3%A9sum%C3%A9%207.html</a></li>')
  })

  it('escapes everything in the page', () => {
    const attack = '"><script>alert(1)</script>'
    const page = pageOf(multipleChoices([{ location: attack, type: attack, language: attack, title: attack }]))
    expect(page).not.toContain('<script')
    expect(page.match(/<a /g)).toHaveLength(1)
  })

  it('links to nothing that would run when clicked', () => {
    const page = pageOf(multipleChoices([{ location: 'javascript:alert(1)', title: 'Harmless' }]))
    expect(page).not.toContain('javascript:')
    expect(page).toContain('<li>Harmless</li>')
  })

  it('has no Location unless one is preferred (RFC 9110 §15.4.1)', () => {
    expect(multipleChoices(choices).headers).toEqual({ 'Content-Type': 'application/json' })
    expect(multipleChoices(choices, { preferred: '/a b' }).headers).toMatchObject({ Location: '/a%20b' })
  })

  it('takes further header fields', () => {
    const { headers } = multipleChoices(choices, { headers: { 'X-A': '1', 'Content-Type': 'text/plain' } })
    expect(headers).toEqual({ 'X-A': '1', 'Content-Type': 'application/json' })
  })

  it('leaves the choices as they were', () => {
    const before = structuredClone(choices)
    multipleChoices(choices)
    expect(choices).toEqual(before)
  })

  it.each([[[]], [undefined], ['/a'], [{ location: '/a' }]])('refuses %j: there has to be a choice', (list) => {
    expect(() => Reflect.apply(multipleChoices, undefined, [list])).toThrow(
      new TypeError('multipleChoices() takes a non-empty array of choices (RFC 9110 §15.4.1)'),
    )
  })

  it('refuses a choice that leads nowhere', () => {
    expect(() => Reflect.apply(multipleChoices, undefined, [[{ title: 'x' }]])).toThrow(TypeError)
    expect(() => multipleChoices([{ location: '/a\nb' }])).toThrow(TypeError)
  })

  it('refuses a preferred one with a user name (RFC 9110 §4.2.4)', () => {
    expect(() => multipleChoices(choices, { preferred: 'https://u:p@example.com/' })).toThrow('RFC 9110 §4.2.4')
  })
})
