import {
  statuses as registry,
  type Status,
  type StatusCode,
  type UnregisteredCode,
  type UnregisteredStatus,
  unregistered,
} from '../status/index.ts'
import { caches, crawlers } from './caches-and-crawlers.ts'
import { comparable } from './comparable.ts'
import { formerMeanings, formerPhrases } from './former.ts'
import { knowledge } from './knowledge.ts'
import type { RegisteredStatus, UnknownToRegistry } from './types.ts'

/** Every registered status code, in ascending order. */
export const statuses: readonly RegisteredStatus[] = deeplyFrozen(registry.map(entryOf))

/** Codes that are seen on the web and registered nowhere, in ascending order. */
export const unregisteredStatuses: readonly UnknownToRegistry[] = Object.freeze(
  unregistered
    .filter(isUnregistered)
    .map(({ code, name, seenIn, http, why }) =>
      Object.freeze({ registered: false, code, name, seenIn, instead: http ?? undefined, why }),
    ),
)

type Entry = RegisteredStatus | UnknownToRegistry

// What comes later wins: today's phrase before a former one, and that before a name that nobody registered.
const byKey: ReadonlyMap<string, Entry> = new Map<string, Entry>([
  ...unregisteredStatuses.flatMap((entry) => keysOf(entry, entry.name)),
  ...statuses.flatMap((entry) => entry.formerPhrases.map((phrase): [string, Entry] => [comparable(phrase), entry])),
  ...statuses.flatMap((entry) => keysOf(entry, entry.phrase)),
])

/**
 * What there is to know of a status.
 *
 * @param status a code, or a phrase, of today or of an older RFC; upper and lower case, blanks and signs do not matter, but
 *   before a digit: `-404` is not 404.
 * @returns undefined for what nobody knows, and for 104, which is registered for a time only. `registered` tells codes of
 *   the IANA registry from others.
 * @example
 * lookup('Request Entity Too Large')?.code // 413
 * lookup(509) // { registered: false, name: 'Bandwidth Limit Exceeded', instead: 503, … }
 */
export function lookup<Code extends StatusCode>(status: Code): RegisteredStatus & { readonly code: Code }
export function lookup<Code extends UnregisteredCode>(status: Code): UnknownToRegistry & { readonly code: Code }
export function lookup(status: number | string): Entry | undefined
export function lookup(status: number | string): Entry | undefined {
  return byKey.get(typeof status === 'number' ? String(status) : comparable(String(status)))
}

function entryOf(status: Status): RegisteredStatus {
  const { code, must = [], should = [], noStore = false, phrase, reference, content, cacheable } = status
  const { meaning, retry, sender = 'any server', alternatives = [], mustIf = [], note } = knowledge[code]
  return {
    registered: true,
    code,
    phrase,
    formerPhrases: formerPhrases.filter(([of]) => of === code).map(([, former]) => former),
    class: status.class,
    reference,
    meaning,
    must,
    mustIf,
    should,
    content,
    cacheable,
    noStore,
    retry,
    sender,
    alternatives,
    caches: caches(status),
    crawlers: crawlers(status),
    note,
    formerMeaning: formerMeanings[code],
  }
}

// Everybody in the process is told of the same entries.
function deeplyFrozen<T extends object>(value: T): Readonly<T> {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) deeplyFrozen(part)
  return Object.freeze(value)
}

function keysOf(entry: Entry, phrase: string): [string, Entry][] {
  return [String(entry.code), phrase, `${entry.code} ${phrase}`].map((key) => [comparable(key), entry])
}

function isUnregistered(status: UnregisteredStatus): status is UnregisteredStatus & { code: UnregisteredCode } {
  return !registry.some(({ code }) => code === status.code)
}
