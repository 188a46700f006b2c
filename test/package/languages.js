import assert from 'node:assert/strict'
import { createResponder, message, NotFound } from 'statuswise'
import { languageTags, loadLanguage, textsOf } from 'statuswise/languages'
import { de } from 'statuswise/languages/de'
import { en } from 'statuswise/languages/en'
import { zhHant } from 'statuswise/languages/zh-Hant'

const messages = { 'no-order': 'Die Bestellung {id} gibt es nicht.' }
const { respond } = createResponder({ languages: { de: { ...de, messages }, 'zh-Hant': zhHant } })
const detail = message('no-order', 'There is no order {id}.', { id: 7 })
const ask = (thrown, language) =>
  respond(thrown, { method: 'GET', httpVersion: '1.1', headers: { 'accept-language': language } })

const german = ask(new NotFound({ detail }), 'de-AT')
assert.equal(german.headers['Content-Language'], 'de')
assert.equal(JSON.parse(german.body).detail, 'Die Bestellung 7 gibt es nicht.')
assert.equal(JSON.parse(ask(new NotFound({ detail }), 'it').body).detail, 'There is no order 7.')
assert.equal(JSON.parse(ask(null, 'zh-TW').body).title, zhHant.titles[500])

// There may be whitespace before a weight, and it may be in capitals (RFC 9110 §12.4.2).
assert.equal(ask(null, 'de; q=0, zh-TW;Q=0.1').headers['Content-Language'], 'zh-Hant')
assert.equal(ask(null, 'de ; q=0.5, zh-TW').headers['Content-Language'], 'zh-Hant')

assert.equal(textsOf(en, 404).title, 'Not Found')
for (const tag of languageTags) assert.equal((await loadLanguage(tag))?.language, tag)
