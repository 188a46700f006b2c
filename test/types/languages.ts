import { createServer } from 'node:http'
import { conform, problems } from '../../adapters/express/index.ts'
import { problems as koa } from '../../adapters/koa/index.ts'
import { protect } from '../../adapters/server/index.ts'
import {
  type Catalogue,
  createResponder,
  message,
  NotFound,
  problemFrom,
  UnprocessableContent,
} from '../../src/index.ts'
import { de } from '../../src/languages/de.ts'
import { zhHant } from '../../src/languages/zh-Hant.ts'

const languages = { de: { ...de, messages: { full: 'Voll' } }, 'zh-Hant': zhHant }
createResponder({ languages, defaultLanguage: 'de' })
problems({ languages })
conform({ languages })
koa({ languages })
protect(createServer(), { languages })

const full = message('full', 'Full, since {when}', { when: new Date() })
new NotFound(full)
new NotFound({ detail: full })
new NotFound({ type: '/full', title: full })
problemFrom(Number('404'), { detail: full })
new UnprocessableContent({ errors: [{ pointer: '#/a', detail: full }] })

// @ts-expect-error: a title needs a type, also as a message.
new NotFound({ title: full })
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
