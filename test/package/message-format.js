import assert from 'node:assert/strict'
import { IntlMessageFormat } from 'intl-messageformat'
import { Conflict, createResponder, message } from 'statuswise'
import { de } from 'statuswise/languages/de'

const messages = { seats: '{seats, plural, =0 {Kein Platz ist} one {Ein Platz ist} other {# Plätze sind}} frei.' }
const { respond } = createResponder({ messageFormat: IntlMessageFormat, languages: { de: { ...de, messages } } })
const request = { method: 'GET', httpVersion: '1.1', headers: { 'accept-language': 'de' } }
const said = (seats) => {
  const detail = message('seats', 'Seats that are left: {seats}.', { seats })
  return JSON.parse(respond(new Conflict({ detail }), request).body).detail
}

assert.deepEqual([0, 1, 1234].map(said), ['Kein Platz ist frei.', 'Ein Platz ist frei.', '1.234 Plätze sind frei.'])
