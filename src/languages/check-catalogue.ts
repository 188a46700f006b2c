import { statuses } from '../status/index.ts'
import { texts } from '../text/index.ts'
import { isLanguageTag } from './language-tag.ts'

/** What is wrong with a catalogue, as the end of a sentence; undefined: nothing. TypeScript finds the same. */
export function checkCatalogue(catalogue: unknown): string | undefined {
  if (!isRecord(catalogue)) return 'is none'
  const { language, messages } = catalogue
  if (!isLanguageTag(language)) return 'has no "language" tag'
  for (const [part, names] of parts()) {
    const given = catalogue[part]
    if (!isRecord(given)) return `has no "${part}"`
    const missing = names.find((name) => typeof given[name] !== 'string' || given[name] === '')
    if (missing !== undefined) return `has no text in ${part}, "${missing}"`
  }
  if (messages === undefined) return undefined
  if (!isRecord(messages)) return 'has "messages" that are no object'
  const wrong = Object.keys(messages).find((id) => typeof messages[id] !== 'string')
  return wrong === undefined ? undefined : `has a message "${wrong}" that is no text`
}

function parts(): readonly (readonly [part: string, names: readonly string[]])[] {
  return [
    ['titles', statuses.map(({ code }) => String(code))],
    ['classes', ['client error', 'server error']],
    ['details', statuses.filter(({ detail }) => detail !== undefined).map(({ code }) => String(code))],
    ['texts', Object.keys(texts)],
  ]
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
