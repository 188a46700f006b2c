import { createHash } from 'node:crypto'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { BadRequest, Conflict, NotFound } from '../../src/problems/index.ts'
import { field, replied } from './replied.ts'

const pageOf = (thrown: unknown): string => String(replied(thrown, { headers: { accept: 'text/html' } }).reply.body)

const EVIL = `</title></style></p><script>alert("1")</script><img src=x onerror='alert(1)'>&lt;`
const ESCAPED =
  '&lt;/title&gt;&lt;/style&gt;&lt;/p&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;' +
  '&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;lt;'

const evil = (): BadRequest =>
  new BadRequest({
    type: EVIL,
    title: EVIL,
    detail: EVIL,
    instance: EVIL,
    errors: [{ pointer: EVIL, detail: EVIL }],
    extensions: { [EVIL]: EVIL, debug: [EVIL] },
  })

describe('a problem document in HTML', () => {
  it('is a page with status, title and detail', () => {
    expect(pageOf(new Conflict('The cart has changed'))).toBe(
      pageOf(new Conflict()).replace(/<p>[^<]*<\/p>/, '<p>The cart has changed</p>'),
    )
    expect(pageOf(new NotFound('No order 42'))).toMatch(/<h1>404 Not Found<\/h1>\n<p>No order 42<\/p>/)
  })

  it('names type and instance where there are some', () => {
    const page = pageOf(new Conflict({ type: 'https://example.com/stale', instance: '/carts/7' }))
    expect(page).toContain('<p>Type: https://example.com/stale</p>')
    expect(page).toContain('<p>Instance: /carts/7</p>')
    expect(pageOf(new Conflict())).not.toMatch(/Type|Instance|about:blank/)
  })

  it('lists what is wrong part by part', () => {
    const errors = [{ pointer: '#/age', detail: 'too young' }, { detail: 'too late' }]
    expect(pageOf(new BadRequest({ errors }))).toContain('<ul><li>#/age: too young</li><li>too late</li></ul>')
  })

  it('lists nothing of errors that have no detail', () => {
    const errors = [null, 'text', 7, {}, { detail: 7 }, { pointer: '#/a' }]
    expect(pageOf(new Conflict({ extensions: { errors } }))).not.toContain('<ul>')
    expect(pageOf(new Conflict({ extensions: { errors: 'text' } }))).not.toContain('<ul>')
  })

  it('shows the stack with debug: true', () => {
    const thrown = new Error('<what>')
    const { reply } = replied(thrown, { headers: { accept: 'text/html' }, options: { debug: true } })
    expect(reply.body).toMatch(/<pre>Error: &lt;what&gt;\n {4}at [^<]*<\/pre>/)
  })

  it('escapes everything', () => {
    const page = pageOf(evil())
    expect(page).not.toMatch(/<script|<img|onerror='/)
    // title and heading, detail, pointer and detail of the error, trace; the URI references are encoded as such
    expect(page.split(ESCAPED)).toHaveLength(7)
  })

  it('is well-formed, whatever it says', () => {
    const page = pageOf(evil())
      .replace('<!doctype html>', '')
      .replace(/<meta [^>]*>/g, '')
    expect(XMLValidator.validate(page)).toBe(true)
    expect(new XMLParser({ htmlEntities: true }).parse(page).html.body).toMatchObject({
      h1: `400 ${EVIL}`,
      ul: { li: `${EVIL}: ${EVIL}` },
    })
  })

  it('has a language, a charset and a viewport', () => {
    const page = pageOf(new NotFound())
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">/)
    expect(page).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">')
  })

  it('is readable in dark mode', () => {
    expect(pageOf(new NotFound())).toContain('color-scheme:light dark')
  })

  it('allows its own style by its hash and nothing else (CSP Level 3 §2.3.1)', () => {
    const resolution = replied(new NotFound(), { headers: { accept: 'text/html' } })
    const [, style = ''] = /<style>(.*)<\/style>/s.exec(String(resolution.reply.body)) ?? []
    const hash = createHash('sha256').update(style).digest('base64')
    expect(field(resolution, 'Content-Security-Policy')).toBe(`default-src 'none'; style-src 'sha256-${hash}'`)
  })

  it('has its policy in place of that of the page that did not come', () => {
    const resolution = replied(new NotFound(), {
      headers: { accept: 'text/html' },
      pending: { 'content-security-policy': "script-src 'self'" },
    })
    expect(field(resolution, 'Content-Security-Policy')).toMatch(/^default-src 'none'/)
    expect(resolution.reply.superseded).not.toContain('content-security-policy')
  })

  it('runs no script and loads nothing', () => {
    expect(pageOf(new NotFound())).not.toMatch(/<script|<link|<img|@import|url\(|\son\w+=/)
  })

  it('is only for HTML: other formats leave the policy of the application alone', () => {
    for (const accept of ['*/*', 'application/xml', 'text/plain']) {
      expect(field(replied(new NotFound(), { headers: { accept } }), 'Content-Security-Policy')).toBeUndefined()
    }
  })

  it('is text, whatever the members are', () => {
    const extensions = { detail2: 1n, errors: [{ detail: '\ud800' }] }
    expect(pageOf(new Conflict({ extensions }))).toContain('<li>\ufffd</li>')
  })
})
