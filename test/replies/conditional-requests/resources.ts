/** A resource and what is known of its state. No `lastModified`, `etag`: it has none. */
export interface Resource {
  readonly etag?: string
  /** ISO 8601. */
  readonly lastModified?: string
  /** In bytes. */
  readonly size: number
  /** Whether it is there. Default: true. */
  readonly exists?: boolean
  /** Whether what changes it has to be conditional. Default: false. */
  readonly required?: boolean
  readonly acceptRanges?: boolean
  readonly type?: string
  readonly cacheControl?: string
  /** ISO 8601. */
  readonly expires?: string
  readonly contentLocation?: string
  readonly vary?: string
  readonly headers?: Readonly<Record<string, string>>
}

export const BEFORE = 'Sun, 06 Nov 1994 08:49:36 GMT'
export const MODIFIED = 'Sun, 06 Nov 1994 08:49:37 GMT'
export const AFTER = 'Sun, 06 Nov 1994 08:49:38 GMT'
const THEN = '1994-11-06T08:49:37Z'

export type ResourceName =
  | 'plain'
  | 'strong'
  | 'weak'
  | 'comma'
  | 'odd'
  | 'dated'
  | 'precise'
  | 'future'
  | 'both'
  | 'weakDated'
  | 'absent'
  | 'guarded'
  | 'guardedDated'
  | 'guardedAbsent'
  | 'full'
  | 'digested'
  | 'coded'
  | 'empty'
  | 'one'
  | 'hundred'
  | 'large'
  | 'largest'
  | 'unranged'

/** The resources of the table. */
export const resources: Readonly<Record<ResourceName, Resource>> = {
  plain: { size: 1000 },
  strong: { etag: '"v1"', size: 1000 },
  weak: { etag: 'W/"v1"', size: 1000 },
  comma: { etag: '"a,b"', size: 1000 },
  odd: { etag: '"W/\\*\u00e9,x"', size: 1000 },
  dated: { lastModified: THEN, size: 1000 },
  precise: { lastModified: '1994-11-06T08:49:37.900Z', size: 1000 },
  future: { lastModified: '2999-01-01T00:00:00Z', size: 1000 },
  both: { etag: '"v1"', lastModified: THEN, size: 1000 },
  weakDated: { etag: 'W/"v1"', lastModified: THEN, size: 1000 },
  absent: { exists: false, size: 0 },
  guarded: { etag: '"v1"', required: true, size: 1000 },
  guardedDated: { lastModified: THEN, required: true, size: 1000 },
  guardedAbsent: { exists: false, required: true, size: 0 },
  full: {
    etag: '"v1"',
    lastModified: THEN,
    size: 1000,
    type: 'text/html; charset=utf-8',
    cacheControl: 'max-age=60',
    expires: '1994-11-06T08:50:37Z',
    contentLocation: '/report.en.html',
    vary: 'Accept-Language',
    headers: { 'Content-Language': 'en', 'Content-Security-Policy': "default-src 'none'" },
  },
  digested: {
    etag: '"v1"',
    size: 1000,
    headers: { 'Content-Digest': 'sha-256=:AA==:', 'Repr-Digest': 'sha-256=:AA==:' },
  },
  coded: { etag: '"v1-gzip"', size: 10_000, headers: { 'Content-Encoding': 'gzip' } },
  empty: { etag: '"v1"', size: 0 },
  one: { size: 1 },
  hundred: { size: 100 },
  large: { etag: '"v1"', size: 10_000 },
  largest: { size: Number.MAX_SAFE_INTEGER },
  unranged: { etag: '"v1"', size: 1000, acceptRanges: false },
}
