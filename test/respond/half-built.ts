import fc from 'fast-check'
import type { PendingFields } from '../../src/respond/index.ts'

// What handlers and middleware have set, as it should be, before something is thrown. That a value of theirs which is
// wrong stays wrong is no fault of the pipeline's.

const values: Readonly<Record<string, readonly (string | readonly string[])[]>> = {
  'content-type': ['text/csv', 'text/html; charset=utf-8'],
  'content-length': ['12'],
  'content-encoding': ['gzip'],
  'content-language': ['de'],
  'content-disposition': ['attachment; filename="a.csv"'],
  'content-location': ['/a.csv'],
  'content-range': ['bytes 0-4/9'],
  'repr-digest': ['sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:'],
  'transfer-encoding': ['chunked'],
  trailer: ['X-Sum'],
  etag: ['"a"', 'W/"a"'],
  'last-modified': ['Sun, 06 Nov 1994 08:49:37 GMT'],
  'cache-control': ['public, max-age=60', 'no-cache'],
  expires: ['Sun, 06 Nov 1994 08:49:37 GMT'],
  age: ['5'],
  'accept-ranges': ['bytes'],
  location: ['/there'],
  allow: ['GET, HEAD'],
  'retry-after': ['5'],
  'www-authenticate': ['Basic realm="a"', ['Bearer realm="a"', 'Basic realm="a"']],
  'proxy-authenticate': ['Basic realm="p"'],
  'authentication-info': ['nextnonce="a"'],
  vary: ['Origin', 'Accept-Encoding, Origin', 'accept', '*'],
  'set-cookie': ['a=1; Path=/; HttpOnly', ['a=1; Path=/', 'b=2; Secure; SameSite=Lax']],
  link: ['</terms>; rel=license', ['</terms>; rel=license', '</a.css>; rel=preload; as=style']],
  'access-control-allow-origin': ['*', 'https://app.example'],
  'content-security-policy': ["default-src 'self'"],
  'x-request-id': ['7'],
  'server-timing': ['db;dur=5'],
}

/** Header fields of a half-built response. */
export const halfBuilt: fc.Arbitrary<PendingFields> = fc
  .uniqueArray(fc.constantFrom(...Object.keys(values)), { maxLength: 8 })
  .chain((names) =>
    fc.record(Object.fromEntries(names.map((name) => [name, fc.constantFrom(...(values[name] ?? []))]))),
  )
