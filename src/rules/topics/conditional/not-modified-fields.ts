import type { ExchangeView } from '../../exchange-view.ts'
import { bytes, fault } from '../../fault.ts'
import type { Rule } from '../../rule.ts'
import { showBoth, wholeBefore } from '../../shared/series.ts'
import { isGetOrHead, listed, tagOf, tagsIn } from './conditions.ts'

/** What a 304 repeats of the 200 that it stands for, and what it leaves out. */
export const notModifiedFieldsRules: readonly Rule[] = [
  keeps('content-location', 'Content-Location', 'so caches cannot tell which representation is meant'),
  keeps('date', 'Date', 'so caches cannot tell how fresh the answer is'),
  {
    id: '9110-15.4.5-304-keeps-etag',
    level: 'MUST',
    rfc: '9110',
    section: '15.4.5',
    topic: 'conditional',
    statement: 'A 304 has the ETag that the 200 would have had.',
    status: [304],
    decidedBy: 'application',
    applies: (exchange) => isByTag(exchange) || stoodFor(exchange)?.response.has('etag') === true,
    check(exchange) {
      const { request, response } = exchange
      if (response.has('etag')) return undefined
      const what = 'The 304 has no ETag, so caches cannot tell which of their stored responses is still good.'
      const earlier = stoodFor(exchange)
      if (earlier?.response.has('etag')) return fault(what, showBoth(earlier, exchange, 'etag'))
      return fault(what, [request.line, request.show('if-none-match'), response.line, response.show('etag')].join('\n'))
    },
    remedy: 'Answer with representation(req, { body, etag }), or notModified({ etag }): both repeat it.',
  },
  keeps('vary', 'Vary', 'so caches forget what the response depends on'),
  keeps('cache-control', 'Cache-Control', 'so caches cannot renew how long they may keep it'),
  keeps('expires', 'Expires', 'so caches cannot renew how long they may keep it'),
  {
    id: '9110-15.4.5-304-no-other-representation-metadata',
    level: 'SHOULD NOT',
    rfc: '9110',
    section: '15.4.5',
    topic: 'conditional',
    statement: 'A 304 leaves out Content-Type, Content-Encoding and Content-Language, which the client has already.',
    covers: ['9110-13.1.3-304-useful-metadata-only-ims'],
    status: [304],
    check: ({ response }) => {
      const superfluous = METADATA.filter((name) => response.has(name))
      return superfluous.length === 0
        ? undefined
        : fault(
            'The 304 describes content that it does not have; the client keeps the description that came with the 200.',
            `${response.line}\n${response.show(...superfluous)}`,
          )
    },
    remedy: 'Answer with representation() or notModified(), or mount conform(): they leave these fields out.',
  },
  {
    id: '9110-15.4.5-304-no-content',
    level: 'advice',
    rfc: '9110',
    section: '15.4.5',
    topic: 'conditional',
    statement: 'A 304 ends with its fields: it has neither content nor trailers.',
    covers: ['9112-6.3-304-no-body-octets'],
    status: [304],
    check: ({ response }) => {
      const { bytesAfterFields } = response
      const trailers = response.message.trailers?.length ?? 0
      if (bytesAfterFields === 0 && trailers === 0) return undefined
      return fault(
        bytesAfterFields > 0
          ? `The 304 has content (${bytes(bytesAfterFields)}), which its client takes for the beginning of the next response.`
          : 'The 304 has trailers, which only follow content.',
        `${response.line}\n${response.show('content-length', 'transfer-encoding', 'trailer')}`,
      )
    },
    remedy: 'Answer with representation() or notModified(), or mount conform(): a 304 then loses its content.',
  },
  {
    id: '9111-3.2-304-cors-security-fields-consistent',
    level: 'advice',
    rfc: '9111',
    section: '3.2',
    topic: 'conditional',
    statement: 'A 304 does not replace the nonce of a stored Content-Security-Policy: the stored page has the old one.',
    status: [304],
    fields: ['content-security-policy'],
    needs: ['earlier'],
    decidedBy: 'application',
    check(exchange) {
      const earlier = stoodFor(exchange)
      const sent = new Set(noncesOf(exchange))
      if (earlier === undefined || sent.size === 0) return undefined
      if (noncesOf(earlier).every((nonce) => sent.has(nonce))) return undefined
      return fault(
        'Caches put the new nonce of the 304 in place of the stored one, and the scripts of the stored page stop working.',
        showBoth(earlier, exchange, 'content-security-policy'),
      )
    },
    remedy: 'Leave Content-Security-Policy out of the 304, or send pages with a nonce with Cache-Control: no-store.',
  },
]

const METADATA = ['content-type', 'content-encoding', 'content-language']

function keeps(lowerName: string, name: string, consequence: string): Rule {
  return {
    id: `9110-15.4.5-304-keeps-${lowerName}`,
    level: 'MUST',
    rfc: '9110',
    section: '15.4.5',
    topic: 'conditional',
    statement: `A 304 has the ${name} that the 200 would have had.`,
    status: [304],
    needs: ['earlier'],
    decidedBy: 'application',
    applies: (exchange) => stoodFor(exchange)?.response.has(lowerName) === true,
    check(exchange) {
      const earlier = exchange.response.has(lowerName) ? undefined : stoodFor(exchange)
      if (earlier === undefined) return undefined
      return fault(`The 200 has ${name} and the 304 does not, ${consequence}.`, showBoth(earlier, exchange, lowerName))
    },
    remedy: `Give representation() or notModified() what the 200 has (etag, cacheControl, expires, vary, contentLocation).`,
  }
}

/** The 200 just before that the 304 says is still good. */
function stoodFor(exchange: ExchangeView): ExchangeView | undefined {
  if (!isGetOrHead(exchange.request)) return undefined
  const earlier = wholeBefore(exchange)
  const condition = exchange.request.get('if-none-match')
  if (earlier === undefined || condition === undefined || condition === '*') return earlier
  const how = listed(exchange.request, 'if-none-match', tagOf(earlier))
  return how === 'strongly' || how === 'weakly' ? earlier : undefined
}

/** Whether only an entity tag can have led to the 304: then there is one. */
function isByTag({ request }: ExchangeView): boolean {
  return !request.has('if-modified-since') && isGetOrHead(request) && tagsIn(request, 'if-none-match').length > 0
}

function noncesOf({ response }: ExchangeView): readonly string[] {
  return response.get('content-security-policy')?.match(/'nonce-[^']{1,200}'/g) ?? []
}
