import {
  formatAccept,
  formatAcceptEncoding,
  formatAcceptPatch,
  formatAcceptPost,
  formatAllow,
  formatChallenge,
  formatContentRange,
  formatLink,
  formatUpgrade,
} from '../headers/index.ts'
import { phraseOf } from '../status/index.ts'
import { isMessage } from '../text/index.ts'

/** Header fields under construction. */
export type Headers = Record<string, string | readonly string[]>

export interface SpecialFact {
  readonly statuses: readonly number[]
  /** The rule that makes the status owe this fact. */
  readonly owedBy?: string
  apply(value: never, headers: Headers, status: number, extensions: Record<string, unknown>): void
}

/** Facts of single statuses, by name. Their types are in facts.ts. */
export const special: Readonly<Record<string, SpecialFact>> = {
  __proto__: null as never,
  challenges: {
    statuses: [401, 407],
    owedBy: 'RFC 9110 §15.5.2 and §15.5.8: the response carries at least one challenge',
    apply(challenges: Parameters<typeof formatChallenge>[0][], headers, status) {
      if (!Array.isArray(challenges) || challenges.length === 0) {
        throw new TypeError(`${nameOf(status)}: "challenges" takes a non-empty array (RFC 9110 §11.6.1)`)
      }
      const lines = challenges.map(formatChallenge)
      if (status === 407 && lines.some((line) => /^dpop(?: |$)/i.test(line))) {
        throw new TypeError('407 Proxy Authentication Required: DPoP is not for proxies (RFC 9449 §7.1)')
      }
      headers[status === 407 ? 'Proxy-Authenticate' : 'WWW-Authenticate'] = lines
    },
  },
  allow: {
    statuses: [405],
    owedBy: 'RFC 9110 §15.5.6: the response lists the methods that the resource has in Allow',
    apply(methods: readonly string[], headers) {
      headers.Allow = formatAllow(methods)
    },
  },
  size: {
    statuses: [416],
    owedBy: 'RFC 9110 §15.5.17: the response tells the current size in Content-Range',
    apply(size: number, headers) {
      headers['Content-Range'] = formatContentRange({ size })
    },
  },
  protocols: {
    statuses: [426],
    owedBy: 'RFC 9110 §15.5.22: the response names the protocols in Upgrade',
    apply(protocols: readonly string[], headers) {
      headers.Upgrade = formatUpgrade(protocols)
      // RFC 9110 §7.8: who sends Upgrade also sends the connection option.
      headers.Connection = 'upgrade'
    },
  },
  accept: {
    statuses: [415],
    apply(ranges: readonly string[], headers) {
      headers.Accept = formatAccept(ranges)
    },
  },
  acceptEncoding: {
    statuses: [415],
    apply(codings: readonly string[], headers) {
      headers['Accept-Encoding'] = formatAcceptEncoding(codings)
    },
  },
  acceptPatch: {
    statuses: [415],
    apply(types: readonly string[], headers) {
      headers['Accept-Patch'] = formatAcceptPatch(types)
    },
  },
  acceptPost: {
    statuses: [415],
    apply(ranges: readonly string[], headers) {
      headers['Accept-Post'] = formatAcceptPost(ranges)
    },
  },
  blockedBy: {
    statuses: [451],
    apply(target: string, headers) {
      headers.Link = formatLink(target, { rel: 'blocked-by' })
    },
  },
  errors: {
    statuses: [400, 422],
    apply(errors: readonly unknown[], _headers, status, extensions) {
      if (!Array.isArray(errors) || !errors.every(hasDetail)) {
        throw new TypeError(`${nameOf(status)}: "errors" takes an array of { detail, pointer } (RFC 9457 §3)`)
      }
      extensions.errors = errors
    },
  },
}

/** The fact that each of some statuses owes. */
export const owed: ReadonlyMap<number, { readonly name: string; readonly rule: string }> = new Map(
  Object.entries(special).flatMap(([name, { statuses, owedBy: rule }]) =>
    rule === undefined ? [] : statuses.map((status) => [status, { name, rule }] as const),
  ),
)

/** How messages name a status. */
export function nameOf(status: number): string {
  return `${status} ${phraseOf(status)}`
}

function hasDetail(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false
  const detail: unknown = Reflect.get(part, 'detail')
  return typeof detail === 'string' || isMessage(detail)
}
