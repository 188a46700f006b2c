import { mergeVary } from '../headers/index.ts'
import type { Drop } from '../recognize/index.ts'
import { translationOf } from '../replies/in-language.ts'
import type { Reply } from '../replies/index.ts'
import { mayHaveContent } from '../status/index.ts'
import { type Content, checkContent, lengthOf } from './content.ts'
import { FieldMap } from './field-map.ts'
import type { Languages } from './languages.ts'
import { preferredType } from './negotiate.ts'
import { type PendingFields, type RequestLike, requestField } from './request.ts'
import { describesContent, keptLinks, mayPreload, superseded } from './supersede.ts'

/**
 * A reply that is ready for the wire: status, method, version and content agree (RFC 9110 §6.4, RFC 9112 §6). That to an
 * error is never streamed.
 */
export interface FramedReply<Body extends Content = string | Uint8Array> extends Reply {
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body?: Body | undefined
  readonly variants?: undefined
  /** Names of the pending fields that have to be removed. */
  readonly superseded: readonly string[]
}

/**
 * Makes a reply of the application's ready for the wire.
 *
 * @param pending the header fields of the response that this one takes the place of.
 * @param drop takes note of fields that are not safe on the wire.
 * @param languages those on offer, for the texts that are the library's own.
 * @throws {TypeError} for what is no reply.
 */
export function frame(
  reply: Reply,
  request: RequestLike,
  pending: PendingFields = {},
  drop: Drop = ignore,
  languages?: Languages,
): FramedReply<Content> {
  checkReply(reply)
  const fields = new FieldMap(drop).setAll(reply.headers)
  return frameFields(reply.status, fields, chooseContent(reply, request, fields, languages), request, pending, NONE)
}

/**
 * The last gate before the wire, for errors and for the application's own replies.
 *
 * @param fields those of the reply; they are completed.
 * @param keepHeaders lower-case names of pending fields that stay although they would not by default.
 */
export function frameFields<Body extends Content>(
  status: number,
  fields: FieldMap,
  content: Body | undefined,
  request: RequestLike,
  pending: PendingFields,
  keepHeaders: ReadonlySet<string>,
): FramedReply<Body> {
  const body = mayHaveContent(status) ? content : undefined
  frameContent(status, body, fields)
  const gone = superseded(pending, status >= 400, keepHeaders).filter((name) => !fields.has(name.toLowerCase()))
  addPending(fields, pending)
  if (status >= 400 && !keepHeaders.has('link')) gone.push(...withoutPreloads(fields, pending))
  if (fields.has('upgrade') || pending.upgrade !== undefined) addUpgradeOption(fields, pending)
  if (isMultiplexed(request)) {
    for (const name of CONNECTION_FIELDS) fields.delete(name)
    const remaining = Object.keys(pending).filter((name) => !gone.includes(name))
    gone.push(...remaining.filter((name) => CONNECTION_FIELDS.includes(name.toLowerCase())))
  }
  return {
    status,
    headers: fields.toObject(),
    body: request.method === 'HEAD' ? undefined : body,
    superseded: gone,
  }
}

const NONE: ReadonlySet<string> = new Set()
const ignore: Drop = () => {}

function checkReply(reply: Reply): void {
  if (typeof reply !== 'object' || reply === null) throw new TypeError('a reply is an object with a status and headers')
  const { status, headers, body } = reply
  if (!Number.isInteger(status) || status < 200 || status > 399) {
    throw new TypeError(`a reply has a status from 200 to 399, not ${String(status)}; throw an error instead`)
  }
  if (typeof headers !== 'object' || headers === null) throw new TypeError('the headers of a reply are an object')
  checkContent(body)
}

// A variant is for those who ask for its media type by name, and only where GET would get it (RFC 9110 §15.4).
function chooseContent(
  reply: Reply,
  request: RequestLike,
  fields: FieldMap,
  languages: Languages | undefined,
): Content | undefined {
  const { variants, body } = reply
  if (variants === undefined || (request.method !== undefined && !/^(?:GET|HEAD)$/.test(request.method))) return body
  fields.set('Vary', mergeVary(fields.get('vary'), 'Accept'))
  const chosen = preferredType(
    requestField(request, 'accept'),
    variants.map(({ type }) => type),
  )
  const variant = variants.find(({ type }) => type === chosen)
  if (variant === undefined) return body
  fields.set('Content-Type', variant.type)
  const inLanguage = languages === undefined ? undefined : translationOf(variant)
  if (languages === undefined || inLanguage === undefined) return variant.body
  const { body: localized, language } = inLanguage(languages.choose(requestField(request, 'accept-language')))
  if (languages.varies) {
    fields.set('Vary', mergeVary(fields.get('vary'), 'Accept-Language'))
    if (language !== undefined) fields.set('Content-Language', language)
  }
  return localized
}

function frameContent(status: number, body: Content | undefined, fields: FieldMap): void {
  // RFC 9110 §8.6, RFC 9112 §6.1: what the length is follows from the content, whatever somebody set.
  fields.delete('content-length')
  fields.delete('transfer-encoding')
  fields.delete('trailer')
  if (body !== undefined) {
    const length = lengthOf(body)
    // Without one, node:http sends chunks, to HTTP/1.0 the end of the connection is the end of the content.
    if (length !== undefined) fields.trust('Content-Length', String(length))
  } else {
    for (const name of fields.names()) {
      if (describesContent(name)) fields.delete(name)
    }
    // 1xx, 204 and 304 have no length (RFC 9110 §8.6); anything else without content says so.
    if (status === 205 || mayHaveContent(status)) fields.set('Content-Length', '0')
  }
}

type Lines = readonly string[]

// Fields that add up with those of the half-built response instead of taking their place.
const sums: readonly (readonly [name: string, add: (pending: Lines, own: Lines) => string | Lines])[] = [
  ['vary', (pending, own) => mergeVary([...pending, ...own])],
  ['set-cookie', addCookies],
  ['link', (pending, own) => [...pending, ...own]],
  ['connection', (pending, own) => [...new Set(connectionOptions([...pending, ...own]))].join(', ')],
]

function addPending(fields: FieldMap, pending: PendingFields): void {
  for (const [name, add] of sums) {
    const before = pending[name]
    if (before !== undefined) fields.update(name, (own) => add(linesOf(before), linesOf(own)))
  }
}

// RFC 9110 §7.8: who sends Upgrade also sends the connection option.
function addUpgradeOption(fields: FieldMap, pending: PendingFields): void {
  const options = connectionOptions([...linesOf(fields.get('connection') ?? pending.connection), 'upgrade'])
  fields.set('Connection', [...new Set(options)].filter((option) => option !== '').join(', '))
}

// RFC 6265 §4.1.1: no cookie is set twice.
function addCookies(pending: Lines, own: Lines): Lines {
  const set = new Set(own.map(identityOf))
  return [...pending.filter((cookie) => !set.has(identityOf(cookie))), ...own]
}

// A cookie is known by its name, domain and path (RFC 6265 §5.3).
function identityOf(cookie: string): string {
  const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim())
  const scope = attributes
    .filter((attribute) => /^(?:domain|path)=/i.test(attribute))
    // Of a path the case counts.
    .map((it) => (/^path=/i.test(it) ? `path=${it.slice('path='.length)}` : it.toLowerCase()))
  // Without a name it is like no other.
  return pair.includes('=') ? [pair.split('=', 1)[0], ...scope.toSorted()].join(';') : cookie
}

function connectionOptions(lines: Lines): Lines {
  return lines
    .join()
    .toLowerCase()
    .split(/[\s,]+/)
}

// Returns the name of the pending field where nothing of it is left.
function withoutPreloads(fields: FieldMap, pending: PendingFields): string[] {
  const links = linesOf(fields.get('link') ?? pending.link)
  if (!links.some(mayPreload)) return []
  const kept = keptLinks(links)
  fields.delete('link')
  if (kept.length > 0) fields.set('Link', kept)
  return kept.length > 0 ? [] : ['link']
}

function linesOf(value: string | number | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return []
  const lines = typeof value === 'object' ? value.map(String) : [String(value)]
  // node:http lets whitespace at the ends through, which is no part of a field value (RFC 9110 §5.5).
  return lines.map((line) => line.trim())
}

const CONNECTION_FIELDS = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
  'te',
  'http2-settings',
]

// RFC 9113 §8.2.2, RFC 9114 §4.2: no connection-specific fields there.
function isMultiplexed(request: RequestLike): boolean {
  return request.httpVersion !== undefined && !request.httpVersion.startsWith('1')
}
