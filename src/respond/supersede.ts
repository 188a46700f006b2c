import { parseLinks } from '../headers/index.ts'
import type { PendingFields } from './request.ts'

// Which header fields of a half-built response do not survive when another response takes its place.

// They describe the content that was going to be sent (RFC 9110 §8, §14.4; RFC 9530) or how (RFC 9112 §6).
const CONTENT: ReadonlySet<string> = new Set([
  'content-type',
  'content-length',
  'content-encoding',
  'content-language',
  'content-range',
  'content-disposition',
  'content-md5',
  'content-digest',
  'repr-digest',
  'digest',
  'transfer-encoding',
  'trailer',
  'im',
  'delta-base',
])

// They describe the resource or the success that did not happen, or the answer to another failure.
const SUCCESS: ReadonlySet<string> = new Set([
  'content-location',
  'etag',
  'last-modified',
  'cache-control',
  'expires',
  'age',
  'pragma',
  'accept-ranges',
  'location',
  'refresh',
  'sourcemap',
  'x-sourcemap',
  'cache-tag',
  'cache-tags',
  'edge-cache-tag',
  'x-sendfile',
  'allow',
  'retry-after',
  'www-authenticate',
  'proxy-authenticate',
  'authentication-info',
  'preference-applied',
  'accept',
  'accept-encoding',
  'accept-patch',
  'accept-post',
  'accept-query',
])

// Targeted cache controls (RFC 9213) and what else caches and servers in front take as orders.
const ORDERS = /-cache-control$|^surrogate-|^x-accel-/

/**
 * The names of the pending fields that have to go: what described the content, always; for an error, also all that spoke
 * of the success, but for what the application wants to keep.
 */
export function superseded(pending: PendingFields, isError: boolean, keep: ReadonlySet<string>): string[] {
  const gone: string[] = []
  for (const name in pending) {
    const lower = name.toLowerCase()
    const misleads = isError && (SUCCESS.has(lower) || ORDERS.test(lower)) && !keep.has(lower)
    if (misleads || CONTENT.has(lower)) gone.push(name)
  }
  return gone
}

/** Whether a field describes the content, so that a response without content cannot have it. */
export function describesContent(lowerName: string): boolean {
  return CONTENT.has(lowerName)
}

const PRELOAD = /(?:^|[\s";=])(?:module)?preload(?:[\s";,]|$)/i

/** Whether a Link field line may ask for a part of the page ahead of time. */
export function mayPreload(line: string): boolean {
  return PRELOAD.test(line)
}

/** The links without those that ask for parts of a page that will not come. */
export function keptLinks(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    if (!mayPreload(line)) return [line]
    return (parseLinks(line) ?? []).filter(({ params }) => !PRELOAD.test(params.rel)).map(String)
  })
}
