import type { RequestMessage } from '../../src/rules/index.ts'
import { readContent } from './content.ts'
import { valuesOf } from './header-values.ts'
import { type Section, sectionAt } from './section.ts'

/** A request whose head can be read, so that the server owes it one final response. */
export interface Sent {
  readonly request: RequestMessage
  /** `unfinished`: the server may wait for the rest. `broken`: it may say so, or have answered before. */
  readonly content: 'complete' | 'unfinished' | 'broken'
  /** Whether it may get a 100 (Continue). */
  readonly expectsContinue: boolean
}

/** What a server that goes by the letter finds in what a client sent (RFC 9112). */
export interface Reading {
  readonly requests: readonly Sent[]
  /**
   * What follows them:
   * - `broken`: the head of something that is no request; it may get one response, and ends the connection.
   * - `unfinished`: the beginning of a head; the server may wait for the rest, or refuse what there is.
   * - `unread`: nobody has to look at it, because the last request ends the connection.
   */
  readonly tail: 'nothing' | 'unfinished' | 'broken' | 'unread'
  /** Method of the tail, as far as there is one. */
  readonly tailMethod: string
}

// RFC 9112 §3 lets recipients go by words. For Node, RTSP and ICE are other names of HTTP, and nobody above it can tell.
const REQUEST_LINE = /^([!#$%&'*+\-.^_`|~\w]+) +([\x21-\x7e\x80-\xff]+) +(?:HTTP|RTSP|ICE)\/(1)\.([01])$/

/** Reads requests one after the other, to the first that leaves in the dark where the next begins. */
export function readRequests(bytes: Buffer): Reading {
  const text = bytes.toString('latin1')
  const requests: Sent[] = []
  for (let at = 0; ; ) {
    // RFC 9112 §2.2: empty lines before a request are ignored, and they may end with LF alone.
    while (text[at] === '\r' || text[at] === '\n') at++
    const end = (tail: Reading['tail']): Reading => ({ requests, tail, tailMethod: methodAt(text, at) })
    if (at >= text.length) return end('nothing')
    const lineEnd = text.indexOf('\r\n', at)
    const match = REQUEST_LINE.exec(text.slice(at, Math.max(lineEnd, at)))
    const section = lineEnd === -1 ? 'unfinished' : sectionAt(text, lineEnd + 2)
    if (match === null || section === 'broken') return end(text.includes('\r\n\r\n', at) ? 'broken' : 'unfinished')
    if (section === 'unfinished') return end('unfinished')
    const sent = requestOf(match, section, text)
    if (sent === undefined) return end('broken')
    requests.push(sent.sent)
    if (sent.sent.content !== 'complete' || endsConnection(sent.sent.request)) {
      return end(sent.next < text.length ? 'unread' : 'nothing')
    }
    at = sent.next
  }
}

/** Whether a request says that it is the last on its connection (RFC 9112 §9.3). */
export function endsConnection({ method, version, fields }: RequestMessage): boolean {
  const options = valuesOf(fields, 'connection').flatMap((value) =>
    value.split(',').map((one) => one.trim().toLowerCase()),
  )
  if (method === 'CONNECT' || options.includes('close')) return true
  return version === '1.0' && !options.includes('keep-alive')
}

function requestOf(match: RegExpExecArray, section: Section, text: string): { sent: Sent; next: number } | undefined {
  const [, method = '', target = '', , minor] = match
  const version = minor === '0' ? '1.0' : '1.1'
  const { fields } = section
  const content = readContent(text, section, version)
  if (content === undefined) return undefined
  const expected = valuesOf(fields, 'expect').join()
  const request = { method, target, version, fields, secure: false } as const
  return {
    next: content.next,
    sent: {
      request: content.state === 'complete' ? { ...request, contentLength: content.length } : request,
      content: content.state,
      expectsContinue: version === '1.1' && /^[\s,]*100-continue(?:[\s,]+100-continue)*[\s,]*$/i.test(expected),
    },
  }
}

function methodAt(text: string, at: number): string {
  const start = text.slice(at, at + 24).trimStart()
  return /^[^ ]*(?= |$)/.exec(start)?.[0] ?? ''
}
