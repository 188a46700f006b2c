import { type LanguageOptions, type Languages, readLanguages } from '../../src/respond/index.ts'

const known: WeakMap<object, Languages | undefined> = new WeakMap()

/** The languages that the first of some middleware offers that was told of any. */
export function languagesOf(...told: readonly (LanguageOptions | undefined)[]): Languages | undefined {
  for (const options of told) {
    if (options?.languages === undefined) continue
    if (!known.has(options)) known.set(options, readLanguages(options))
    return known.get(options)
  }
  return undefined
}
