import { AFTER, MODIFIED } from './resources.ts'
import type { Row } from './row.ts'

const KEPT = {
  ETag: '"v1"',
  'Cache-Control': 'max-age=60',
  Expires: 'Sun, 06 Nov 1994 08:50:37 GMT',
  'Content-Location': '/report.en.html',
  Vary: 'Accept-Language',
  'Content-Security-Policy': "default-src 'none'",
}
const KNOWN = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Language': 'en', 'Last-Modified': MODIFIED }
const UNSAID = { 'Content-Type': null, 'Content-Language': null, 'Last-Modified': null }
const NO_LENGTH = { 'Content-Length': null, 'Content-Range': null }

export const fieldsOf304: readonly Row[] = [
  ['9110-15.4.5-304-keeps', 'GET', { 'If-None-Match': '"v1"' }, 'full', 304, { fields: KEPT }],
  ['9110-15.4.5-304-keeps', 'HEAD', { 'If-None-Match': '"v1"' }, 'full', 304, { fields: KEPT }],
  ['9110-15.4.5-304-keeps', 'GET', { 'If-Modified-Since': MODIFIED }, 'full', 304, { fields: KEPT }],
  [
    '9110-15.4.5-304-no-other-representation-metadata',
    'GET',
    { 'If-None-Match': '"v1"' },
    'full',
    304,
    { fields: { ...UNSAID, ...NO_LENGTH } },
  ],
  [
    '9110-13.1.3-304-useful-metadata-only-ims',
    'GET',
    { 'If-Modified-Since': MODIFIED },
    'full',
    304,
    { fields: { ...UNSAID, ...NO_LENGTH } },
  ],
  [
    '9110-15.4.5-304-last-modified-without-etag',
    'GET',
    { 'If-Modified-Since': AFTER },
    'dated',
    304,
    { fields: { 'Last-Modified': MODIFIED, ETag: null, ...NO_LENGTH } },
  ],
  ['9110-15.4.5-304-keeps-etag', 'GET', { 'If-None-Match': '"v1"' }, 'weak', 304, { fields: { ETag: 'W/"v1"' } }],
  [
    '9110-15.4.5-304-no-other-representation-metadata',
    'GET',
    { 'If-None-Match': '"v1-gzip"' },
    'coded',
    304,
    { fields: { ETag: '"v1-gzip"', 'Content-Encoding': null } },
  ],
]

export const fieldsOf206: readonly Row[] = [
  ['9110-15.3.7-206-keeps', 'GET', { Range: 'bytes=0-9' }, 'full', 206, { fields: KEPT }],
  ['9110-15.3.7-206-keeps', 'GET', { Range: 'bytes=0-9', 'If-Range': '"v1"' }, 'full', 206, { fields: KEPT }],
  ['9110-15.3.7-206-no-if-range-all-fields', 'GET', { Range: 'bytes=0-9' }, 'full', 206, { fields: KNOWN }],
  [
    '9110-15.3.7-206-if-range-minimal-fields',
    'GET',
    { Range: 'bytes=0-9', 'If-Range': '"v1"' },
    'full',
    206,
    { fields: { 'Content-Language': null, 'Last-Modified': null } },
  ],
  [
    '9110-8.3-content-type-when-content',
    'GET',
    { Range: 'bytes=0-9', 'If-Range': '"v1"' },
    'full',
    206,
    { fields: { 'Content-Type': 'text/html; charset=utf-8' } },
  ],
  [
    '9110-15.3.7-206-content-length-is-part',
    'GET',
    { Range: 'bytes=10-29' },
    'full',
    206,
    { fields: { 'Content-Length': '20', 'Content-Range': 'bytes 10-29/1000' } },
  ],
  [
    '9530-2-content-digest-is-of-the-message',
    'GET',
    { Range: 'bytes=0-9' },
    'digested',
    206,
    { fields: { 'Content-Digest': null, 'Repr-Digest': 'sha-256=:AA==:' } },
  ],
  ['9110-15.3.1-200-validators', 'GET', {}, 'full', 200, { fields: { ...KEPT, ...KNOWN } }],
  ['9110-15.3.1-200-validators', 'HEAD', {}, 'full', 200, { fields: { ...KEPT, ...KNOWN, 'Content-Length': '1000' } }],
]
