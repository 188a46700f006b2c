import { phraseOf } from '../../status/index.ts'
import type { ResponseView } from '../exchange-view.ts'

/** Words that add nothing to a status. */
const EMPTY_WORDS: readonly string[] = ['error', 'http', 'status', 'code', 'message', 'about', 'blank', 'true', 'false']

/** Names of members, elements and attributes that say nothing by themselves. */
const EMPTY_NAMES: readonly string[] = [
  'body',
  'data',
  'description',
  'detail',
  'details',
  'errors',
  'exception',
  'instance',
  'msg',
  'name',
  'ok',
  'path',
  'phrase',
  'problem',
  'reason',
  'response',
  'result',
  'success',
  'text',
  'timestamp',
  'title',
  'type',
]

const HTML = ['text/html', 'application/xhtml+xml']

const LONGEST = 4096

/**
 * Whether the content is empty or says nothing but the status: its code, its phrase, the name of the server. It is not
 * where that cannot be told: the content was not seen, or is in a form that we do not read.
 */
export function saysOnlyStatus(response: ResponseView): boolean {
  const { text, status, reason = '', message } = response
  if (text === undefined || text.length > LONGEST || message.complete === false) return false
  const known = new Set([
    ...EMPTY_WORDS,
    String(status),
    ...[phraseOf(status), reason, ...response.all('server')].flatMap(words),
  ])
  return wordsIn(response).every((word) => known.has(word))
}

function wordsIn(response: ResponseView): readonly string[] {
  const { text = '', json } = response
  if (json === undefined) {
    const names: string[] = []
    const rest = text.replace(/<([^<>]*)>/g, (_tag, inner: string) => {
      names.push(inner)
      return ' '
    })
    return isHtml(response, text) ? words(rest) : [...words(rest), ...telling(names.map(ofTag))]
  }
  const said: string[] = []
  const values: unknown[] = [json.value]
  while (values.length > 0) {
    const value = values.pop()
    if (typeof value === 'object' && value !== null) {
      values.push(...Object.values(value))
      if (!Array.isArray(value)) said.push(...telling(Object.keys(value)))
    } else if (value !== null) said.push(...words(String(value)))
  }
  return said
}

/** Whether the names of elements are those of HTML, which only lay out. */
function isHtml(response: ResponseView, text: string): boolean {
  return response.has('content-type') ? response.isOfType(...HTML) : /^\s*<(?:!doctype\s|html)/i.test(text)
}

/** What a tag of XML says: the names of element and attributes, with their values; not what namespaces they are in. */
function ofTag(inner: string): string {
  if (/^[!?]/.test(inner)) return ''
  return inner.replace(/\sxml(?:ns)?(?::[\w.-]+)?=(?:"[^"]*"|'[^']*')/g, '').replace(/^\/?(?:[\w.-]+:)?/, '')
}

/** The words of names, without those that say nothing. */
function telling(names: readonly string[]): readonly string[] {
  return names
    .flatMap((name) => words(name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')))
    .filter((word) => !EMPTY_NAMES.includes(word))
}

function words(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}
