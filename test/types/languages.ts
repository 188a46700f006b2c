import { createServer } from 'node:http'
import { type Catalogue, createResponder, message, NotFound, problemFrom, UnprocessableContent } from 'statuswise'
import { conform, problems } from 'statuswise/express'
import { problems as koa } from 'statuswise/koa'
import { de } from 'statuswise/languages/de'
import { zhHant } from 'statuswise/languages/zh-Hant'
import { protect } from 'statuswise/node'

const languages = { de: { ...de, messages: { full: 'Voll' } }, 'zh-Hant': zhHant }
createResponder({ languages, defaultLanguage: 'de' })
problems({ languages })
conform({ languages })
koa({ languages })
protect(createServer(), { languages })

const full = message('full', 'Full, since {when}', { when: new Date() })
new NotFound({ detail: full })
new NotFound({ type: '/full', title: full })
problemFrom(Number('404'), { detail: full })
new UnprocessableContent({ errors: [{ pointer: '#/a', detail: full }] })

// @ts-expect-error: a title needs a type, also as a message.
new NotFound({ title: full })
// @ts-expect-error: a message is a detail, not all facts.
new NotFound(full)
// @ts-expect-error
message('full')
// @ts-expect-error
message('full', 'Full', { when: undefined })

const { titles, ...withoutTitles } = de
// @ts-expect-error: a catalogue has all of its parts.
export const lacking: Catalogue = withoutTitles
const { 404: notFound, ...others } = titles
// @ts-expect-error: and each of them all of its texts.
export const lackingOne: Catalogue = { ...de, titles: others }
// @ts-expect-error: and no other.
export const more: Catalogue = { ...de, details: { ...de.details, 499: 'x' } }
// @ts-expect-error
createResponder({ languages: { de: 'German' } })
