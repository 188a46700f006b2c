import { encodeUriReference, hasEmptyHost, hasUserinfo } from '../headers/index.ts'
import { literalOf, nameOf, pathOf, REST, readSegments, type Segment, show, type Values, valueFor } from './pattern.ts'
import { refuseRouterSyntax } from './router-syntax.ts'

/** Where something has gone: a template of a URI reference. */
export interface Template {
  /** Scheme and host; undefined: this server. */
  readonly origin: string | undefined
  /** Undefined: none, which only a template with an origin may have. */
  readonly path: readonly Segment[] | undefined
  readonly query: readonly QueryPart[]
  readonly fragment: string | undefined
}

/** One of the `name=value` of a query: as it is, or with a value from the path. */
interface QueryPart {
  readonly text: string
  readonly value: string | undefined
}

/** A place that a template leads to. */
export interface Place {
  readonly origin: string | undefined
  /** Empty, or begins with one slash. */
  readonly path: string
  readonly query: string | undefined
  readonly fragment: string | undefined
}

const OF = 'moved()'

/**
 * Reads a target: a path of this server, or an http or https URL whose host stands there as it is.
 *
 * @param source the pattern that leads to it: it has the names that the target may use.
 * @throws {TypeError} for anything that might lead elsewhere.
 */
export function readTemplate(target: unknown, source: readonly Segment[]): Template {
  const [, origin, rest] = typeof target === 'string' ? (TARGET.exec(target) ?? []) : []
  if (typeof target !== 'string' || rest === undefined || isElsewhere(target, origin)) {
    throw new TypeError(
      `${OF} takes as its targets paths that begin with one /, and http or https URLs, not ${show(target)}`,
    )
  }
  const [, path = '', query, fragment] = PARTS.exec(rest) ?? []
  if (origin !== undefined && hasPlace(origin)) {
    throw new TypeError(`${OF}: ${show(target)} has a name or * in its host, which no request may choose`)
  }
  if (fragment?.startsWith(':'))
    throw new TypeError(`${OF}: ${show(target)} has a name in its fragment, which no request has`)
  // A ? behind a name is no query, but a router's.
  refuseRouterSyntax(OF, query === '' ? `${path}?` : path, target)
  const template = {
    origin: origin === undefined ? undefined : encodeUriReference(origin),
    path: path === '' ? undefined : readSegments(OF, path, target),
    query: query === undefined || query === '' ? [] : query.split('&').map((part) => readQueryPart(part, target)),
    fragment: fragment === undefined ? undefined : encodeUriReference(`#${fragment}`).slice(1),
  }
  checkNames(template, source, target)
  return template
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: none may be in a target
const TARGET = /^(https?:\/\/[^/?#\\\u0000- \u007f]+)?((?:\/(?![/\\])|[?#]|$)[^\\\u0000-\u001f\u007f]*)$/i
const PARTS = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s

function isElsewhere(target: string, origin: string | undefined): boolean {
  return origin === undefined ? !target.startsWith('/') : hasUserinfo(origin) || hasEmptyHost(origin)
}

// Behind the scheme, and behind an IP address in brackets, a colon is that of a port.
function hasPlace(origin: string): boolean {
  return /\*|:(?!\d*$)/.test(origin.replace(/^https?:\/\/(?:\[[^\]]*\])?/i, ''))
}

function readQueryPart(part: string, target: string): QueryPart {
  const [, before = '', , name, behind = ''] = /^([^=]*=|)(:([A-Za-z_]\w*)?(.*))$/s.exec(part) ?? []
  if (name !== undefined && behind === '') return { text: encodeUriReference(`?${before}`).slice(1), value: name }
  if (/^(?:[^=]*=|):/.test(part)) {
    throw new TypeError(`${OF}: in ${show(target)}, ${part} has no name of a segment alone; a : as such is %3A there`)
  }
  return { text: encodeUriReference(`?${part}`).slice(1), value: undefined }
}

function checkNames({ path = [], query, fragment }: Template, source: readonly Segment[], target: string): void {
  const known = new Set(source.map(nameOf))
  for (const name of [...path.map(nameOf), ...query.map(({ value }) => value)]) {
    if (name === undefined || known.has(name)) continue
    const what = name === REST ? REST : `:${name}`
    throw new TypeError(`${OF}: ${show(target)} uses ${what}, which its source has not`)
  }
  for (const text of [...path.map(literalOf), ...query.map((part) => part.text), fragment]) {
    const lost = text?.match(/:([A-Za-z_]\w*)/g)?.find((name) => known.has(name.slice(1)))
    const found = lost ?? (known.has(REST) && text?.match(/(?:^|=)\*$/) ? REST : undefined)
    if (found === undefined) continue
    throw new TypeError(`${OF}: in ${show(target)}, ${found} would stay as it is: ${WHOLE}`)
  }
}

const WHOLE = 'a name stands for a segment or for the value of a query, * for the end of a path, and for all of it'

/**
 * The place that a template with these values leads to. The query that the request had stays, but for what the template
 * says itself; and so does a fragment (RFC 9110 §10.2.2).
 */
export function placeOf({ origin, path, query, fragment }: Template, values: Values, from: Place): Place {
  const own = query.map(({ text, value }) => (value === undefined ? text : `${text}${quoted(valueFor(value, values))}`))
  return {
    origin,
    path: path === undefined ? '' : pathOf(path, values),
    query: own.length === 0 ? from.query : withRest(own, from.query),
    fragment: fragment ?? from.fragment,
  }
}

function withRest(own: readonly string[], query = ''): string {
  const taken = new Set(own.map(keyOf))
  return [...own, ...query.split('&').filter((pair) => pair !== '' && !taken.has(keyOf(pair)))].join('&')
}

// In a query these mean something that they do not in a path.
function quoted(value: string): string {
  return value.replaceAll(/[&=+;]/g, encodeURIComponent)
}

function keyOf(pair: string): string {
  const [key = ''] = pair.split('=', 1)
  try {
    return decodeURIComponent(key.replaceAll('+', ' '))
  } catch {
    return key
  }
}

/** The URI reference of a place. */
export function locationOf({ origin = '', path, query, fragment }: Place): string {
  return `${origin}${path}${query === undefined ? '' : `?${query}`}${fragment === undefined ? '' : `#${fragment}`}`
}
