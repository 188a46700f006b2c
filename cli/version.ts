import { readFileSync } from 'node:fs'

/** The version of this package. Its package.json is one folder above both cli/ and dist/. */
export function versionOf(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  const { version } = JSON.parse(text) as { readonly version: string }
  return version
}
