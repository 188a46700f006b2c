import { type Content, type FieldLine, type Framing, type Head, RawResponse, valuesOf } from './raw-response.ts'

export type { FieldLine, Framing, RawResponse } from './raw-response.ts'

/** What a connection brought. */
export interface Parsed {
  /** One for each request, in order; the last one may be incomplete. */
  readonly responses: readonly RawResponse[]
  /** The 1xx responses whose final response has not come yet. */
  readonly interim: readonly RawResponse[]
  /** The bytes that belong to no response. */
  readonly rest: Buffer
  /** The first violation of the grammar, in a sentence. A message that is only cut short is none: see `complete`. */
  readonly error: string | undefined
}

/**
 * Parses what a server sent on one connection, strictly (RFC 9112), sharing no code with `src/`.
 *
 * @param bytes everything received so far.
 * @param requestMethods the methods of the requests sent so far: they say how many responses to expect and which of
 * them have no content. What comes after the last is an error.
 * @param closed whether the server has closed the connection in good order.
 */
export function parseResponses(bytes: Buffer, requestMethods: readonly string[], closed: boolean): Parsed {
  const responses: RawResponse[] = []
  const interim: RawResponse[] = []
  let at = 0
  const parsed = (error?: string): Parsed => ({ responses, interim, rest: bytes.subarray(at), error })

  try {
    while (responses.length < requestMethods.length) {
      const method = requestMethods[responses.length] ?? ''
      const head = readHead(bytes, at)
      if (head === undefined) {
        return parsed(closed && at < bytes.length ? 'The connection closed within the head of a response' : undefined)
      }
      const content: Content = { ...framingOf(head, method), parts: [], trailers: [], complete: false, end: head.end }
      try {
        if (content.framing === 'chunked') readChunks(bytes, content)
        else readDelimited(bytes, content, closed)
      } finally {
        at = content.end
        if (isInterim(head)) interim.push(new RawResponse(head, content, []))
        else responses.push(new RawResponse(head, content, interim.splice(0)))
      }
      if (!content.complete || leavesHttp(head, method)) return parsed()
    }
    if (at < bytes.length) throw new Malformed('Bytes after the end of the last response', bytes.toString('latin1', at))
    return parsed()
  } catch (error) {
    if (error instanceof Malformed) return parsed(error.message)
    throw error
  }
}

class Malformed extends Error {
  constructor(rule: string, sent: string) {
    super(`${rule}: ${JSON.stringify(sent.length > 80 ? `${sent.slice(0, 80)}…` : sent)}`)
  }
}

const STATUS_LINE = /^HTTP\/(1\.\d) ([1-5]\d\d) ([\t\x20-\x7e\x80-\xff]*)$/
const FIELD_LINE = /^([!#$%&'*+\-.^_`|~\dA-Za-z]+):[\t ]*((?:[\t\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?)[\t ]*$/
const CHUNK_LINE = /^([\dA-Fa-f]{1,8})(?:[\t ]*;[\t ]*[!#$%&'*+\-.^_`|~\dA-Za-z]+(?:[\t ]*=[\t ]*[\x21-\x7e]+)?)*$/

const isInterim = (head: Head): boolean => head.status < 200 && head.status !== 101

/** After these the connection speaks another protocol (RFC 9110 §15.2.2, §9.3.6). */
const leavesHttp = (head: Head, method: string): boolean => head.status === 101 || isTunnel(head, method)

const isTunnel = (head: Head, method: string): boolean =>
  method === 'CONNECT' && head.status >= 200 && head.status < 300

function readHead(bytes: Buffer, start: number): Head | undefined {
  const begin = bytes.toString('latin1', start, start + 7)
  if (!'HTTP/1.'.startsWith(begin)) {
    throw new Malformed('Not a status line (RFC 9112 §4)', bytes.toString('latin1', start))
  }
  const line = readLine(bytes, start)
  if (line === undefined) return undefined
  const [, version, status, reason] = STATUS_LINE.exec(line.text) ?? []
  if (version === undefined || status === undefined || reason === undefined) {
    throw new Malformed('Not a status line (RFC 9112 §4)', line.text)
  }
  const section = readFields(bytes, line.end)
  return section && { version, status: Number(status), reason, ...section }
}

/** A header or trailer section with the empty line that ends it. */
function readFields(bytes: Buffer, start: number): { fields: FieldLine[]; end: number } | undefined {
  const fields: FieldLine[] = []
  for (let line = readLine(bytes, start); line !== undefined; line = readLine(bytes, line.end)) {
    if (line.text === '') return { fields, end: line.end }
    const [, name, value] = FIELD_LINE.exec(line.text) ?? []
    if (name === undefined || value === undefined) throw new Malformed('Not a field line (RFC 9112 §5)', line.text)
    fields.push([name, value])
  }
  return undefined
}

/** A line without its CRLF; undefined where the line has not ended yet. */
function readLine(bytes: Buffer, start: number): { text: string; end: number } | undefined {
  const lineFeed = bytes.indexOf('\n', start)
  if (lineFeed === -1) return undefined
  const text = bytes.toString('latin1', start, lineFeed)
  if (!text.endsWith('\r')) throw new Malformed('A line that ends in a bare LF (RFC 9112 §2.1)', text)
  return { text: text.slice(0, -1), end: lineFeed + 1 }
}

function framingOf(head: Head, method: string): { framing: Framing; length: number } {
  const lengths = valuesOf(head.fields, 'content-length')
  const codings = valuesOf(head.fields, 'transfer-encoding')
  const [length = '0'] = lengths
  if (lengths.length > 0 && codings.length > 0) {
    throw new Malformed('Both Transfer-Encoding and Content-Length (RFC 9112 §6.2)', `${codings} and ${lengths}`)
  }
  if (lengths.length > 1 || !/^\d{1,15}$/.test(length)) {
    throw new Malformed('Content-Length is one decimal number (RFC 9110 §8.6)', lengths.join(', '))
  }
  if (codings.length > 0 && codings.join(', ').toLowerCase() !== 'chunked') {
    throw new Malformed('A transfer coding that no request here allows (RFC 9112 §7.4)', codings.join(', '))
  }
  const empty = method === 'HEAD' || head.status < 200 || head.status === 204 || head.status === 304
  if (empty || isTunnel(head, method)) return { framing: 'none', length: 0 }
  if (codings.length > 0) return { framing: 'chunked', length: 0 }
  return lengths.length > 0 ? { framing: 'content-length', length: Number(length) } : { framing: 'close', length: 0 }
}

function readDelimited(bytes: Buffer, content: Content, closed: boolean): void {
  const available = bytes.length - content.end
  const take = content.framing === 'close' ? available : Math.min(content.length, available)
  content.parts.push(bytes.subarray(content.end, content.end + take))
  content.end += take
  content.complete = content.framing === 'close' ? closed : take === content.length
}

function readChunks(bytes: Buffer, content: Content): void {
  for (let line = readLine(bytes, content.end); line !== undefined; line = readLine(bytes, content.end)) {
    const [, size] = CHUNK_LINE.exec(line.text) ?? []
    if (size === undefined) throw new Malformed('Not a chunk size (RFC 9112 §7.1)', line.text)
    const end = line.end + Number.parseInt(size, 16)
    if (end === line.end) {
      const trailer = readFields(bytes, line.end)
      if (trailer === undefined) break
      content.trailers = trailer.fields
      content.end = trailer.end
      content.complete = true
      return
    }
    content.parts.push(bytes.subarray(line.end, end))
    content.end = Math.min(end, bytes.length)
    const ending = bytes.toString('latin1', end, end + 2)
    if (!'\r\n'.startsWith(ending)) throw new Malformed('A chunk without CRLF at its end (RFC 9112 §7.1)', ending)
    content.end = end + 2
  }
  content.end = bytes.length
}
