import {
  lookup,
  type RegisteredStatus,
  type StatusCode,
  type UnknownToRegistry,
  type UnregisteredCode,
} from '../../src/reference/index.ts'

const meaning: string = lookup(404).meaning
const instead: StatusCode | undefined = lookup(509).instead
const isRegistered: false = lookup(600).registered
const code: 444 = lookup(444).code
const codes: readonly UnregisteredCode[] = [419, 600]
const found: RegisteredStatus | UnknownToRegistry | undefined = lookup('Not Found')
export const used: readonly unknown[] = [meaning, instead, isRegistered, code, codes, found]

// @ts-expect-error whether a name is known is seen at run time only
lookup('Not Found').code
// @ts-expect-error nobody knows 456
lookup(456).code
// @ts-expect-error what nobody has registered has no meaning
lookup(509).meaning
// @ts-expect-error 404 is registered: there is nothing to send instead
lookup(404).instead
// @ts-expect-error 306 is registered
codes satisfies readonly 306[]
