import { createReadStream, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { RepresentationOptions } from 'statuswise'

const PATH = fileURLToPath(new URL('catalogue.csv', import.meta.url))

/**
 * The catalogue of the year, for download. Only what is asked for is read from the disk, so that who has lost the
 * connection gets the rest, and nothing twice.
 */
export const catalogue: RepresentationOptions = {
  body: (start, end) => createReadStream(PATH, { start, end }),
  size: statSync(PATH).size,
  type: 'text/csv; charset=utf-8',
  // A new edition gets a new tag: parts of two editions are no catalogue (RFC 9110 §13.1.5).
  etag: '"catalogue-7"',
  lastModified: new Date('2026-01-05T08:00:00Z'),
  // Compressed on the way, it would have other bytes under the same tag (RFC 9110 §8.8.3.3).
  cacheControl: 'no-cache, no-transform',
}
