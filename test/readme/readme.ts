import { readFileSync } from 'node:fs'

/** A code block of the README with the exchanges that are shown below it. */
export interface Snippet {
  /** The word after the language in the fence. */
  readonly name: string
  readonly code: string
  readonly exchanges: readonly ShownExchange[]
}

/** An exchange as the README shows it: not all header fields, but those that it does show. */
export interface ShownExchange {
  readonly requestLine: string
  readonly requestHeaders: Readonly<Record<string, string>>
  readonly statusLine: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** Undefined where the README shows none. */
  readonly body: string | undefined
}

export const readme: string = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

/** Every fenced block of a language, in order, with the name after it. */
function blocks(): { language: string; name: string; text: string }[] {
  return [...readme.matchAll(/^```(\w+) ?(\S*)\n([\s\S]*?)^```$/gm)].map(([, language = '', name = '', text = '']) => ({
    language,
    name,
    text,
  }))
}

export function snippets(): Snippet[] {
  const found: { name: string; code: string; exchanges: ShownExchange[] }[] = []
  for (const { language, name, text } of blocks()) {
    if (language === 'js') found.push({ name, code: text, exchanges: [] })
    if (language === 'http') found.at(-1)?.exchanges.push(readExchange(text))
  }
  return found
}

/** The text of a block; empty where there is none. */
export function block(language: string, name: string): string {
  return blocks().find((one) => one.language === language && one.name === name)?.text ?? ''
}

/** The languages of all fenced blocks, so that none goes untested. */
export function languages(): string[] {
  return blocks().map(({ language }) => language)
}

function readExchange(text: string): ShownExchange {
  const [requestHead = '', responseHead = '', ...rest] = text.split(/\n\n/)
  const [requestLine = '', ...requestFields] = requestHead.split('\n')
  const [statusLine = '', ...fields] = responseHead.trim().split('\n')
  const body = rest.join('\n\n')
  return {
    requestLine,
    requestHeaders: Object.fromEntries(requestFields.map(readField)),
    statusLine,
    headers: fields.map(readField),
    body: body === '' ? undefined : body,
  }
}

function readField(line: string): [string, string] {
  const colon = line.indexOf(':')
  return [line.slice(0, colon), line.slice(colon + 1).trim()]
}
