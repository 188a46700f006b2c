import { createRequire } from 'node:module'
import type stringify from 'safe-stable-stringify'
import { type Stringify, tolerance } from '../../src/respond/tolerance.ts'

let loaded: Stringify | undefined

/** Like src/respond/stringify.ts, but loads the package when it is first needed: hardly ever, and never at start-up. */
export const tolerantStringify: Stringify = (value, replacer) => {
  loaded ??= load().configure(tolerance)
  return loaded(value, replacer)
}

function load(): typeof stringify {
  return createRequire(import.meta.url)('safe-stable-stringify')
}
