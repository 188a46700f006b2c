// The catalogues need neither the types of Node nor of a browser.
import { type Catalogue, createResponder, type Message, message, NotFound } from 'statuswise'
import { loadLanguage, type StatusTexts, textsOf } from 'statuswise/languages'
import { de } from 'statuswise/languages/de'
import { ptBR } from 'statuswise/languages/pt-BR'

const austrian: Catalogue = { ...de, messages: { 'no-order': 'Die Bestellung {id} gibt es nicht.' } }
createResponder({ languages: { 'de-AT': austrian, 'pt-BR': ptBR }, defaultLanguage: 'de-AT' })
const detail: Message = message('no-order', 'There is no order {id}.', { id: 7 })
export const problem: NotFound = new NotFound({ detail })
export const texts: StatusTexts = textsOf(de, 404)
export const loaded: Promise<Catalogue | undefined> = loadLanguage('zh-TW')

// @ts-expect-error: a catalogue has all titles.
createResponder({ languages: { de: { ...de, titles: { 404: 'Weg' } } } })
// @ts-expect-error: and no other texts.
export const more: Catalogue = { ...de, texts: { ...de.texts, more: 'Mehr' } }
// @ts-expect-error: an object is no value of a message.
message('x', '{a}', { a: {} })
