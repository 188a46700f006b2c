import { formatAcceptPatch, formatAcceptPost, formatAcceptQuery, formatAllow } from '../headers/index.ts'
import type { Reply } from '../replies/index.ts'

/** How OPTIONS is answered where no route does. */
export interface OptionsPolicy {
  /** 200: with the methods as content, as Express does it; 204: without content. */
  readonly status: 200 | 204
  /** What the methods of the target take. */
  readonly accepts: AcceptedTypes | undefined
}

/** The media types that methods take in requests. */
export interface AcceptedTypes {
  /** Patch documents: Accept-Patch (RFC 5789 §3.1). */
  readonly patch?: readonly string[] | undefined
  /** Media ranges: Accept-Post (LDP 1.0 §7.1). */
  readonly post?: readonly string[] | undefined
  /** Media ranges: Accept-Query (RFC 10008 §3). */
  readonly query?: readonly string[] | undefined
}

/** A reply whose content, if it has any, is there. */
export type WholeReply = Reply & { readonly body?: string | undefined }

/** The automatic answer to OPTIONS: which methods there are, and what they take (RFC 9110 §9.3.7). */
export function optionsReply(methods: readonly string[], { status, accepts }: OptionsPolicy): WholeReply {
  const allow = formatAllow([...methods, 'OPTIONS'])
  const headers = { Allow: allow, ...(accepts === undefined ? {} : acceptFields(methods, accepts)) }
  if (status === 204) return { status, headers }
  return { status, headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }, body: allow }
}

/** @throws {TypeError} for what is no media type. */
export function acceptFields(methods: readonly string[], accepts: AcceptedTypes): Record<string, string> {
  const { patch, post, query } = accepts
  // RFC 5789 §3.1: Accept-Patch says that there is PATCH.
  return {
    ...(patch !== undefined && methods.includes('PATCH') ? { 'Accept-Patch': formatAcceptPatch(patch) } : {}),
    ...(post !== undefined && methods.includes('POST') ? { 'Accept-Post': formatAcceptPost(post) } : {}),
    ...(query !== undefined && methods.includes('QUERY') ? { 'Accept-Query': formatAcceptQuery(query) } : {}),
  }
}
