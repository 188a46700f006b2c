import { phraseOf } from '../../status/index.ts'
import type { ResponseView } from '../exchange-view.ts'

/** Words that add nothing to a status. */
const EMPTY_WORDS: readonly string[] = ['error', 'http', 'status', 'code', 'message', 'about', 'blank', 'true', 'false']

const LONGEST = 4096
const MOST_VALUES = 100

/**
 * Whether the content is empty or says nothing but the status: its code, its phrase, the name of the server. It is not
 * where that cannot be told: the content was not seen, or is in a form that we do not read.
 */
export function saysOnlyStatus(response: ResponseView): boolean {
  const { text, status, reason = '', message } = response
  if (text === undefined || text.length > LONGEST || message.complete === false) return false
  const said = wordsIn(response)
  if (said === undefined) return false
  const known = new Set([
    ...EMPTY_WORDS,
    String(status),
    ...[phraseOf(status), reason, ...response.all('server')].flatMap(words),
  ])
  return said.every((word) => known.has(word))
}

function wordsIn({ text = '', json }: ResponseView): readonly string[] | undefined {
  if (json === undefined) return words(text.replace(/<[^<>]*>/g, ' '))
  const said: string[] = []
  const values: unknown[] = [json.value]
  for (let count = 0; values.length > 0; count++) {
    if (count > MOST_VALUES) return undefined
    const value = values.pop()
    if (typeof value === 'object' && value !== null) values.push(...Object.values(value).slice(0, MOST_VALUES))
    else if (value !== null) said.push(...words(String(value)))
  }
  return said
}

function words(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}
