import { readFileSync } from 'node:fs'

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

/** For localhost, signed by itself: for tests, and nothing else. */
export const certificate: { readonly key: string; readonly cert: string } = {
  key: read('key.pem'),
  cert: read('certificate.pem'),
}
