// docs/statuses.md: every status, what it means, what is sent, and how; docs/caches-and-crawlers.md. `npm run docs` writes
// both; a test compares.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { englishWords } from '../../cli/explain/words/english.ts'
import { type RegisteredStatus, statuses, unregisteredStatuses } from '../../src/reference/index.ts'
import { phraseOf, statusOf } from '../../src/status/index.ts'
import { cachesAndCrawlersDocument } from './caches-and-crawlers.ts'
import { howTo, isCode } from './how-to.ts'

/** The whole page. */
export function statusesDocument(): string {
  return `${[
    '# The statuses',
    'What each registered status code means, what statuswise sends with it, how to send it, and what caches and the crawlers of search engines do with it. `npx statuswise explain 404` shows the same, but for how to send it, with the rules and an example; in a program it is `lookup(404)` of `statuswise/status`. Written by `npm run docs`.',
    CLASSES.map(([first, title]) => contentsOf(first, title)).join('\n'),
    ...CLASSES.flatMap(([first, title]) => [`## ${title}`, ...ofClass(first).flatMap(section)]),
    '## Codes that nobody has registered',
    'To a client that does not know them they are the x00 of their class (RFC 9110 §15). There are two sorts:',
    [
      `- The ${unregisteredStatuses.length} in the table. A thrown error whose status is one of them is sent with the status that says the same to all; with 444 and 499 nothing is sent. (\`problemFrom(600)\` makes no such error: over 599 nothing is a status, so that it makes a 500.)`,
      '- Any other from 400 to 599, such as 456 or 561. A thrown error with it is sent with it, and with the texts of its class: those of 400 or 500, and the title "Client Error" or "Server Error". `audit()` reports it. 104, which is registered for a time only, is not in the table either.',
    ].join('\n'),
    'What a handler writes by hand stays, and `conform()` reports it. Only 600 and above, which are no status, `conform()` mends: 600 goes out as 502, all else as 500.',
    unregisteredTable(),
    'Where the connection ends, a proxy in front gets no valid response: it makes a 502 or 504 of its own, or asks another server, and clients may send an idempotent request, such as a GET, once more (RFC 9110 §9.2.2). Who wants neither sends a status.',
  ].join('\n\n')}\n`
}

const CLASSES: readonly (readonly [first: number, title: string])[] = [
  [1, '1xx: informational'],
  [2, '2xx: successful'],
  [3, '3xx: redirection'],
  [4, '4xx: client errors'],
  [5, '5xx: server errors'],
]

function ofClass(first: number): RegisteredStatus[] {
  return statuses.filter(({ code }) => Math.floor(code / 100) === first)
}

function contentsOf(first: number, title: string): string {
  return `- [${title}](#${anchor(title)}): ${ofClass(first)
    .map((status) => `[${status.code}](#${anchor(heading(status))})`)
    .join(' · ')}`
}

function heading({ code, phrase }: RegisteredStatus): string {
  return `${code} ${phrase}`
}

/** As GitHub makes it. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-')
}

function section(status: RegisteredStatus): string[] {
  const { code, meaning, note, reference, formerPhrases, formerMeaning, alternatives, sender } = status
  const { detail } = statusOf(code) ?? {}
  const how = howTo[code]
  return [
    `### ${heading(status)}`,
    [meaning, note, sender === 'any server' ? undefined : `Who may send it: ${sender}.`].filter(Boolean).join(' '),
    isCode(how) ? `\`\`\`ts\n${how}\n\`\`\`` : how,
    [
      `- Defined in ${reference}.${formerPhrases.length === 0 ? '' : ` It was called ${formerPhrases.join(', ')}.`}`,
      formerMeaning === undefined
        ? undefined
        : `- It once meant "${formerMeaning.name}" (${formerMeaning.from})${formerMeaning.today === undefined ? '' : `; that is ${named(formerMeaning.today)} today`}.`,
      `- Sent with: ${fieldsOf(status)}.`,
      detail === undefined ? undefined : `- What the client reads: "${detail}"`,
      code < 400 ? undefined : `- To send the request again helps: ${englishWords.retries[status.retry]}.`,
      `- Caches: ${status.caches}`,
      `- Crawlers: ${status.crawlers}`,
      alternatives.length === 0
        ? undefined
        : `- Better: ${alternatives.map(({ code: other, when }) => `${named(other)} if ${when}`).join('; ')}.`,
    ]
      .filter((line) => line !== undefined)
      .join('\n'),
  ]
}

function fieldsOf({ code, must, mustIf, should, noStore, content }: RegisteredStatus): string {
  const fields = [
    ...must.map((name) => `\`${name}\` (required)`),
    ...mustIf.map(({ fields, when }) => `${fields.map((name) => `\`${name}\``).join(', ')} (required where ${when})`),
    ...should.map((name) => `\`${name}\` where it applies`),
    ...(noStore ? ['`Cache-Control: no-store`'] : []),
    code >= 400 ? 'a problem document' : content ? 'the content that you give it' : 'no content',
  ]
  return fields.join(', ')
}

function named(code: number): string {
  return `${code} ${phraseOf(code)}`
}

function unregisteredTable(): string {
  const rows = unregisteredStatuses.map(
    ({ code, name, seenIn, instead, why }) =>
      `| ${code} | ${name} | ${seenIn} | ${instead === undefined ? 'nothing: the connection ends, on HTTP/2 the stream, with an error' : named(instead)} | ${why} |`,
  )
  return ['| Code | Name | Seen in | Sent as | Why |', '| --- | --- | --- | --- | --- |', ...rows].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const docs = new URL('../../docs/', import.meta.url)
  writeFileSync(new URL('statuses.md', docs), statusesDocument())
  writeFileSync(new URL('caches-and-crawlers.md', docs), cachesAndCrawlersDocument())
}
