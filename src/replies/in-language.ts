import type { Voice } from '../text/index.ts'
import type { Variant } from './reply.ts'

/** Content in the language of the reader. */
export interface Localized {
  readonly body: string
  /** The language of all of its text; undefined: nobody knows that of some. */
  readonly language: string | undefined
}

/** Says the same in another language. */
export type InLanguage = (voice: Voice) => Localized

// Beside the variants, which are data that may be compared and copied.
const known: WeakMap<Variant, InLanguage> = new WeakMap()

/** A variant that can be had in other languages, if some are on offer where it is sent. */
export function translatable(variant: Variant, inLanguage: InLanguage): Variant {
  known.set(variant, inLanguage)
  return variant
}

/** How a variant is had in another language; undefined: not at all. */
export function translationOf(variant: Variant): InLanguage | undefined {
  return known.get(variant)
}
