import { type Message, type MessageValue, message } from './message.ts'

/**
 * What this library says to clients beside the titles and details of the statuses (those are in src/status/table.ts), in
 * English. Each file of src/languages/ has all of it.
 */
export const texts = {
  // Labels of pages and plain text
  type: 'Type: {uri}',
  instance: 'Instance: {uri}',
  redirect: '{title}: {link}',

  // Conditional requests
  'condition-false':
    '{field} does not hold: the resource is not in the state that it requires. Look up the current state before trying again.',
  'condition-unreadable':
    '{field} does not hold: it is neither * nor a list of entity tags in quotes. Look up the current state before trying again.',
  'condition-required-to-create':
    'The request has to be conditional. Send it again with "If-None-Match: *", so that it only creates what does not exist yet.',
  'condition-required-with-date':
    'The request has to be conditional. Send it again with If-Unmodified-Since and the Last-Modified of the state that it is meant for, as GET returns it.',
  'condition-required-with-tag':
    'The request has to be conditional. Send it again with If-Match and the ETag of the state that it is meant for, as GET returns it.',

  // Limits, and times when nothing is answered
  'content-over-limit': 'The content of a request may have at most {limit} bytes; a smaller one may succeed.',
  maintenance: 'This service is closed for maintenance; try again later.',
  overloaded: 'This server has too much to do; try again later.',
  'shutting-down': 'This server is shutting down; another may answer.',

  // What a server or a version does not do
  'needs-upgrade': 'This resource needs a protocol upgrade, which only HTTP/1.1 has; try again with that version.',
  'needs-upgrade-to':
    'This resource needs an upgrade to {protocols}, which only HTTP/1.1 has; try again with that version.',
  'unknown-expectation': 'The only expectation that this server meets is 100-continue.',
  'no-tunnels': 'This server opens no tunnels.',
  'unknown-method': 'This server does not know the method of the request.',
  'unknown-version': 'This server does not understand HTTP/{major} here; it understands HTTP/1.1 and HTTP/1.0.',
  'unknown-transfer-coding': 'The only transfer coding that this server understands is chunked.',

  // Messages that cannot be read, or must not be
  'several-hosts': 'The request has more than one Host, and must have exactly one.',
  'no-host': 'The request has no Host, and must have one.',
  'invalid-host': 'Host is neither a name nor an IP address, with or without a port.',
  'invalid-target-host': 'The target of the request names no valid host.',
  'invalid-authority': ':authority is neither a name nor an IP address, with or without a port.',
  'two-authorities': ':authority and Host are not the same, so the target of the request is unknown.',
  'invalid-path': ':path does not begin with a slash.',
  'chunked-not-last':
    'chunked is not the last of Transfer-Encoding, or is there twice, so the end of the body is unknown.',
  'transfer-encoding-in-1.0': 'A request in HTTP/1.0 must not have a Transfer-Encoding.',
  'request-too-slow': 'The request did not arrive in the time that this server waits; send it again.',
  'chunk-extensions-too-long': 'The chunk extensions are longer than this server reads (RFC 9112 §7.1.1).',
  'target-too-long': 'The request target is longer than this server reads.',
  'fields-too-large': 'The header fields are larger than this server reads.',
  'fields-too-large-most': 'The header fields are larger than this server reads; the largest is {name}.',
  'too-many-fields': 'The request has more header fields than this server reads.',
  unreadable: 'The request is not a valid HTTP/1.1 message.',
  'unreadable-first-line': 'The request is not a valid HTTP/1.1 message: its first line is not a request line.',
  'unreadable-method-case': 'The request is not a valid HTTP/1.1 message: methods are written in capitals.',
  'unreadable-version': 'The request is not a valid HTTP/1.1 message: its version of HTTP is unknown.',
  'unreadable-behind-version':
    'The request is not a valid HTTP/1.1 message: its first line does not end after the version of HTTP.',
  'unreadable-target':
    'The request is not a valid HTTP/1.1 message: its target is not a valid path or URI, or has characters that must be encoded.',
  'unreadable-leading-blank':
    'The request is not a valid HTTP/1.1 message: there is whitespace before its first header field.',
  'unreadable-folded': 'The request is not a valid HTTP/1.1 message: a header field is folded over several lines.',
  'unreadable-blank-before-colon':
    'The request is not a valid HTTP/1.1 message: there is whitespace before the colon of a header field.',
  'unreadable-control-character':
    'The request is not a valid HTTP/1.1 message: the value of a header field has a control character.',
  'unreadable-no-colon': 'The request is not a valid HTTP/1.1 message: a header field has no colon.',
  'unreadable-field-name':
    'The request is not a valid HTTP/1.1 message: the name of a header field has characters that it must not have.',
  'unreadable-field':
    'The request is not a valid HTTP/1.1 message: a header field has characters that it must not have.',
  'unreadable-length': 'The request is not a valid HTTP/1.1 message: its Content-Length is not a valid number.',
  'unreadable-lengths': 'The request is not a valid HTTP/1.1 message: it has more than one Content-Length.',
  'unreadable-two-lengths':
    'The request is not a valid HTTP/1.1 message: it has both Content-Length and Transfer-Encoding, so the length of its content is unclear.',
  'unreadable-coding':
    'The request is not a valid HTTP/1.1 message: its Transfer-Encoding leaves the length of its content unclear.',
  'unreadable-chunk-size': 'The request is not a valid HTTP/1.1 message: the size of a chunk is not a valid number.',
  'unreadable-line-end': 'The request is not a valid HTTP/1.1 message: a line or a chunk does not end with CR and LF.',
  'unreadable-end': 'The request is not a valid HTTP/1.1 message: it ended before it was complete.',
} as const

/** What each of these texts is called. */
export type TextId = keyof typeof texts

type Places<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Places<Rest> : never
type ValuesOf<Text> = [Places<Text>] extends [never]
  ? readonly []
  : readonly [values: Readonly<Record<Places<Text>, MessageValue>>]

/** One of the library's own texts as a message. */
export function say<Id extends TextId>(id: Id, ...values: ValuesOf<(typeof texts)[Id]>): Message {
  return message(`${OWN}${id}`, texts[id], ...(values as readonly [Readonly<Record<string, MessageValue>>?]))
}

/** What the ids of the library's own messages begin with, so that an application's are not taken for them. */
export const OWN = 'statuswise:'
