import { METHODS } from 'node:http'
import {
  BadRequest,
  ContentTooLarge,
  HTTPVersionNotSupported,
  type HttpProblem,
  NotImplemented,
  RequestHeaderFieldsTooLarge,
  RequestTimeout,
  URITooLong,
} from '../../src/problems/index.ts'
import { withoutStack } from '../../src/problems/internal.ts'
import { say } from '../../src/text/index.ts'
import { type Unreadable, unreadableReason } from './unreadable.ts'

/** What Node's parser and timers tell `clientError`. */
export interface ProtocolError extends Error {
  readonly code?: string
  /** The same in words. */
  readonly reason?: string
  /** What the parser was at when it failed, which need not be where a message starts. */
  readonly rawPacket?: Uint8Array
  /** How much of it had been read. */
  readonly bytesParsed?: number
}

/**
 * What a client is told of a message that Node could not read; undefined: nothing, because there is nobody to tell, or
 * because what came is no HTTP.
 */
export function protocolProblem(error: ProtocolError): HttpProblem | undefined {
  return withoutStack(() => problemOf(error))
}

function problemOf(error: ProtocolError): HttpProblem | undefined {
  const { code = '' } = error
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new RequestTimeout({ detail: say('request-too-slow') })
    case 'HPE_HEADER_OVERFLOW':
      return overflow(error)
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return new ContentTooLarge({ detail: say('chunk-extensions-too-long') })
    case 'HPE_INVALID_METHOD':
      return method(error)
    case 'HPE_INVALID_CONSTANT':
      // The parser knows methods of RTSP, too, and wants their protocol behind them.
      return RTSP.test(lineOf(error)) ? unknownMethod() : unreadable(reasonOf(error))
    case 'HPE_INVALID_VERSION':
    case 'HPE_PAUSED_H2_UPGRADE':
      return version(error)
    case 'HPE_CLOSED_CONNECTION':
      // RFC 9112 §9.6: what follows a request with `Connection: close` is not looked at.
      return undefined
    default:
      return code.startsWith('HPE_') ? unreadable(reasonOf(error)) : undefined
  }
}

/** The method of a request that cannot be read; undefined where its beginning came in an earlier packet, or is none. */
export function methodOf(error: ProtocolError): string | undefined {
  const [line = ''] = headOf(error).split('\r\n', 1)
  return line.startsWith('HEAD ') ? 'HEAD' : REQUEST_START.exec(line)?.[1]
}

/** What there is of a head before the place where it failed. */
function headOf(error: ProtocolError): string {
  const { text, at } = packetOf(error)
  const end = text.lastIndexOf('\r\n\r\n', at - 4)
  return text.slice(end === -1 ? 0 : end + 4, at).trimStart()
}

/** Node reports a target and fields that are too long alike (RFC 9110 §15.5.15, RFC 6585 §5). */
function overflow(error: ProtocolError): HttpProblem {
  const head = headOf(error)
  const isStart = methodOf(error) !== undefined
  if (isStart && !head.includes('\r\n')) return new URITooLong({ detail: say('target-too-long') })
  const name = longestField(isStart ? head : '')
  const detail = name === undefined ? say('fields-too-large') : say('fields-too-large-most', { name })
  return new RequestHeaderFieldsTooLarge({ detail })
}

/** What is before it may be the content of the request before; but this line is no field. */
const REQUEST_START = new RegExp(`^(?![\\w-]+:).*(${METHODS.join('|')}) [^ ]*(?: [^ ]*)?$`, 's')

function longestField(head: string): string | undefined {
  let longest: { name: string; length: number } | undefined
  for (const line of head.split('\r\n').slice(1)) {
    const [, name] = /^([!#$%&'*+\-.^`|~\w]{1,100}):/.exec(line) ?? []
    if (name !== undefined && line.length > (longest?.length ?? 0)) longest = { name, length: line.length }
  }
  return longest?.name
}

/** RFC 9110 §9.1. For the parser any bytes that are no method it knows are a bad one, TLS among them. */
function method(error: ProtocolError): HttpProblem | undefined {
  if (error.rawPacket?.[error.bytesParsed ?? 0] === TLS_HANDSHAKE) return undefined
  const [, name] = /^([!#$%&'*+\-.^`|~\w]+) [^\r\n]* HTTP\/\d/.exec(lineOfMethod(error)) ?? []
  if (name === undefined) return unreadable('unreadable-first-line')
  if (METHODS.includes(name.toUpperCase())) return unreadable('unreadable-method-case')
  return unknownMethod()
}

function unknownMethod(): HttpProblem {
  return new NotImplemented({ detail: say('unknown-method') })
}

const RTSP =
  /^(?:ANNOUNCE|DESCRIBE|FLUSH|GET_PARAMETER|PAUSE|PLAY|RECORD|REDIRECT|SETUP|SET_PARAMETER|TEARDOWN) \S+ HTTP\/1\.[01]\r?$/

const TLS_HANDSHAKE = 0x16

/** RFC 9110 §15.6.6: another major version. */
function version(error: ProtocolError): HttpProblem {
  // The parser stops behind the preface of HTTP/2 (RFC 9113 §3.4).
  const line = error.code === 'HPE_PAUSED_H2_UPGRADE' ? 'PRI * HTTP/2.0' : lineOf(error)
  const [, major] = /^\S+ [^\r\n]* HTTP\/(\d+)/.exec(line) ?? []
  return major === undefined || major === '1'
    ? unreadable(reasonOf(error))
    : new HTTPVersionNotSupported({ detail: say('unknown-version', { major: major.slice(0, 3) }) })
}

function reasonOf(error: ProtocolError): Unreadable | undefined {
  const { code = '', reason = '' } = error
  return unreadableReason({ code, reason, ...packetOf(error) })
}

function unreadable(reason: Unreadable = 'unreadable'): HttpProblem {
  return new BadRequest({ detail: say(reason) })
}

/** The line that the parser was at. */
function lineOf(error: ProtocolError): string {
  const { text, at } = packetOf(error)
  const end = text.indexOf('\n', at)
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, end === -1 ? undefined : end)
}

/** The same where the parser gave up within a method: behind the content of the request before, no line need begin. */
function lineOfMethod(error: ProtocolError): string {
  const { text, at } = packetOf(error)
  let start = Math.max(0, at - LONGEST_METHOD)
  while (start < at && !METHODS.some((name) => name.startsWith(text.slice(start, at)))) start++
  const end = text.indexOf('\n', at)
  return text.slice(start, end === -1 ? undefined : end)
}

const LONGEST_METHOD = Math.max(...METHODS.map(({ length }) => length))

/** What came last, as far as it is worth a look, and where in it the parser was. */
function packetOf({ rawPacket, bytesParsed = 0 }: ProtocolError): { text: string; at: number } {
  const packet = Buffer.from(rawPacket ?? [])
  return { text: packet.toString('latin1', 0, bytesParsed + LONGEST_LINE), at: bytesParsed }
}

/** As much as Node reads at once. */
const LONGEST_LINE = 64 * 1024
