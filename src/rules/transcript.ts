import type { Exchange, FieldLine, HttpVersion, InterimMessage, RequestMessage, ResponseMessage } from './exchange.ts'
import { trimBlanks } from './grammar/lists.ts'
import { encodeUtf8 } from './grammar/utf8.ts'

const DATE: FieldLine = ['Date', 'Sat, 21 Nov 2026 08:00:00 GMT']

/**
 * An exchange of a transcript in the manner of `curl -v`: lines of requests begin with `> `, lines of responses with
 * `< `, and an empty one ends the fields. A series is one exchange after the other: the last is the exchange, the others
 * are `earlier`. Lines that begin with `# ` come first and say what else was seen:
 *
 * - `# as is`: nothing is added. Else responses get a Date and the length of their content, and HTTP/1.1 requests a
 *   Host, where they lack them.
 * - `# closed`: the server closed the connection. `# kept`: it did not. Else: not known.
 * - `# incomplete`: the response was cut short.
 * - `# chunks …`: what is wrong with the chunks of the last response.
 * - `# surplus 5`: so many bytes came after its end.
 * - `# secure`: over TLS. `# insecure`: not over TLS. `# earlier secure`: the exchanges before the last over TLS.
 * - `# trailer Name: value`: a trailer field of the last response.
 * - `# status line …`: what `head` has in place of the status line, where that one is none by the grammar.
 *
 * In start lines and fields control pictures (␀ ␉ ␊ ␍ ␠ ␡ …) stand for the characters themselves: `head` has them as they
 * are, and `fields` as lenient recipients understand them: LF ends a line, folded lines are one. Names of HTTP/2 and
 * HTTP/3 become lower case, unless `as is`.
 *
 * The content is the lines after the fields, joined with LF, as UTF-8.
 *
 * @throws Error where the transcript is none
 * @example
 * exchangeOf(`
 *   > DELETE /orders HTTP/1.1
 *   < HTTP/1.1 405 Method Not Allowed
 *   < Allow: GET, POST
 * `)
 */
export function exchangeOf(transcript: string): Exchange {
  const lines = transcript
    .split('\n')
    .map((line) => line.trimStart())
    .filter((line) => line !== '')
  const notes = lines.filter((line) => line.startsWith('#')).map((line) => line.slice(1).trim())
  const exchanges: Exchange[] = []
  const blocks = blocksOf(lines)
  const earlierNotes = notes.includes('earlier secure') ? ['secure', ...notes] : notes
  for (const [at, block] of blocks.entries())
    exchanges.push(readBlock(block, at === blocks.length - 1 ? notes : earlierNotes))
  const last = exchanges.pop()
  if (last === undefined) throw new Error(`No exchange in the transcript: ${transcript}`)
  return { ...last, earlier: exchanges }
}

/** The lines of each exchange. */
function blocksOf(lines: readonly string[]): { requests: string[]; responses: string[] }[] {
  const blocks: { requests: string[]; responses: string[] }[] = []
  for (const line of lines) {
    const text = line.slice(2)
    let block = blocks.at(-1)
    if (line.startsWith('>')) {
      if (block === undefined || block.responses.length > 0) {
        block = { requests: [], responses: [] }
        blocks.push(block)
      }
      block.requests.push(text)
    } else if (line.startsWith('<') && block !== undefined) block.responses.push(text)
    else if (!line.startsWith('#')) throw new Error(`Not a line of a transcript: ${line}`)
  }
  return blocks
}

function readBlock(
  { requests, responses }: { readonly requests: readonly string[]; readonly responses: readonly string[] },
  notes: readonly string[],
): Exchange {
  const asIs = notes.includes('as is')
  const request = readRequest(requests, asIs, notes)
  const interim: InterimMessage[] = []
  let rest = responses
  for (;;) {
    const { message, after } = readResponse(rest, request.method, asIs, notes)
    if (after.length === 0) return { request, interim, response: message }
    interim.push({ version: message.version, status: message.status, reason: message.reason, fields: message.fields })
    rest = after
  }
}

function readRequest(lines: readonly string[], asIs: boolean, notes: readonly string[]): RequestMessage {
  const match = /^(\S+) (\S+) HTTP\/(1\.0|1\.1|2|3)$/.exec(lines[0] ?? '')
  if (match === null) throw new Error(`Not a request line: ${lines[0]}`)
  const [, method = '', target = '', version = ''] = match
  const { fields, rest } = readFields(lines.slice(1), version, asIs)
  const content = encodeUtf8(rest.join('\n'))
  return {
    method: unpictured(method),
    target: unpictured(target),
    version: version as HttpVersion,
    fields: asIs || version !== '1.1' || hasField(fields, 'host') ? fields : [['Host', 'api.example'], ...fields],
    contentLength: content.length,
    secure: notes.includes('secure') ? true : notes.includes('insecure') ? false : undefined,
  }
}

function readResponse(
  lines: readonly string[],
  method: string,
  asIs: boolean,
  notes: readonly string[],
): { message: ResponseMessage; after: readonly string[] } {
  const match = /^HTTP\/(1\.0|1\.1|2|3) (\d{3})(?:[ \u2420](.*))?$/.exec(lines[0] ?? '')
  if (match === null) throw new Error(`Not a status line: ${lines[0]}`)
  const [, version = '', code = '', reason] = match
  const status = Number(code)
  const isInterim = status < 200 && status !== 101
  const { fields, raw, rest, count } = readFields(lines.slice(1), version, asIs)
  const content = isInterim ? new Uint8Array() : encodeUtf8(rest.join('\n'))
  const added: FieldLine[] = []
  if (!asIs && status >= 200) {
    if (!hasField(fields, 'date')) added.push(DATE)
    const hasFraming = hasField(fields, 'content-length') || hasField(fields, 'transfer-encoding')
    const hasNone = status === 204 || status === 304 || method === 'HEAD' || (method === 'CONNECT' && status < 300)
    if (!hasFraming && !hasNone) added.push(['Content-Length', String(content.length)])
  }
  const all = [...fields, ...added.map(([name, value]): FieldLine => [nameIn(version, name), value])]
  const surplus = notes.find((note) => note.startsWith('surplus '))
  const statusLine = notes.find((note) => note.startsWith('status line '))?.slice(12)
  const message: ResponseMessage = {
    version: version as HttpVersion,
    status,
    reason: reason === undefined ? undefined : unpictured(reason),
    fields: all,
    head: version.startsWith('1.') ? headOf(statusLine ?? lines[0] ?? '', raw, added) : undefined,
    content,
    trailers: notes.filter((note) => note.startsWith('trailer ')).map((note) => readField(note.slice(8))),
    complete: !notes.includes('incomplete'),
    chunkFault: notes.find((note) => note.startsWith('chunks '))?.slice(7),
    surplus: surplus === undefined ? 0 : Number(surplus.slice(8)),
    closed: notes.includes('closed') ? true : notes.includes('kept') ? false : undefined,
  }
  return { message, after: isInterim ? lines.slice(1 + count) : [] }
}

function headOf(statusLine: string, raw: readonly string[], added: readonly FieldLine[]): string {
  const lines = [statusLine, ...raw, ...added.map(([name, value]) => `${name}: ${value}`)]
  return unpictured(`${lines.join('\r\n')}\r\n\r\n`)
}

/** The field lines up to an empty line, as they are read and as they were written, and what follows it. */
function readFields(
  lines: readonly string[],
  version: string,
  asIs: boolean,
): { fields: FieldLine[]; raw: readonly string[]; rest: readonly string[]; count: number } {
  const empty = lines.indexOf('')
  // Interim responses need no empty line: a status line ends their fields.
  const next = lines.findIndex((line) => /^HTTP\/[123]/.test(line))
  const ends = [empty, next, lines.length].filter((end) => end !== -1)
  const end = Math.min(...ends)
  const skipped = end === empty ? 1 : 0
  const raw = lines.slice(0, end)
  const fields = version.startsWith('1.') ? raw.flatMap(readLines) : raw.map(readField).map(unpicturedField)
  const named = asIs ? fields : fields.map(([name, value]): FieldLine => [nameIn(version, name), value])
  return { fields: named, raw, rest: lines.slice(end + skipped), count: end + skipped }
}

/** The fields of what was written as one line and may be several, or a folded one (RFC 9112 §2.2, §5.2). */
function readLines(line: string): FieldLine[] {
  readField(line)
  return unpictured(line)
    .replace(/\r?\n[\t ]+/g, ' ')
    .split(/\r?\n/)
    .filter((each) => each.includes(':'))
    .map(readField)
}

function unpicturedField([name, value]: FieldLine): FieldLine {
  return [unpictured(name), unpictured(value)]
}

function unpictured(text: string): string {
  return text.replace(/[\u2400-\u2421]/g, (picture) =>
    picture === '\u2421' ? '\x7f' : String.fromCharCode(picture.charCodeAt(0) - 0x2400),
  )
}

/** A name as messages of a version have it (RFC 9113 §8.2). */
function nameIn(version: string, name: string): string {
  return version.startsWith('1.') ? name : name.toLowerCase()
}

function readField(line: string): FieldLine {
  const colon = line.indexOf(':')
  if (colon === -1) throw new Error(`Not a field line: ${line}`)
  return [line.slice(0, colon), trimBlanks(line.slice(colon + 1))]
}

function hasField(fields: readonly FieldLine[], lowerName: string): boolean {
  return fields.some(([name]) => name.toLowerCase() === lowerName)
}
