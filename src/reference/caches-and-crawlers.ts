import type { Status } from '../status/index.ts'

// The same in Chinese: cli/explain/words/zh-hant.ts.

/** What caches do with a status (RFC 9111 §3, §4). */
export function caches({ code, cacheable, noStore = false }: Status): string {
  const special = CACHES[code]
  if (special !== undefined) return special
  if (noStore) return `Nobody keeps it: statuswise sends it with no-store${cacheable ? ', though caches could' : ''}.`
  if (code < 200) return 'They pass it on, and do not keep it.'
  return cacheable
    ? 'They may keep it without being told so, for a time that they guess; Cache-Control says it better.'
    : 'They keep it only if Cache-Control or Expires allows it.'
}

/** What crawlers do with a status: https://developers.google.com/search/docs/crawling-indexing/http-network-errors */
export function crawlers({ code }: Status): string {
  const special = CRAWLERS[code]
  if (special !== undefined) return special
  const [ofClass = ''] = BY_CLASS.filter(([from]) => code >= from).map(([, text]) => text)
  return ofClass
}

const CACHES: Readonly<Record<number, string>> = {
  206: 'They may keep the parts and put them together, if a strong validator, such as ETag, says that they belong to the same.',
  304: 'They go on with what they have, and take over the header fields of the 304 (RFC 9111 §4.3.4).',
}

const CRAWLERS: Readonly<Record<number, string>> = {
  204: 'They take it for a page without content, and do not index it.',
  205: 'They take it for a page without content, and do not index it.',
  206: 'They asked for the beginning of a large file, and index that.',
  301: 'They follow it, and take the target for the address to index. After five or ten hops they give up.',
  302: 'They follow it, and may keep the old address in the index.',
  303: 'As 302.',
  304: 'They keep what they have indexed: it saves both sides a transfer.',
  307: 'As 302.',
  308: 'As 301.',
  401: 'They do not index it; what was indexed goes after a time. It does not make them come less often.',
  403: 'They do not index it; what was indexed goes after a time. It does not make them come less often: for that there are 429 and 503.',
  404: 'They remove it from the index after a time, and look again now and then.',
  410: 'As 404, perhaps a little sooner, and they look again less often.',
  429: 'They come less often. For days on end, they remove the pages.',
  451: 'They remove it from the index.',
  500: 'They come less often, and try again. After days, they remove the page.',
  502: 'As 500.',
  503: 'They come less often, and try again later: the right answer during maintenance, for robots.txt, too. After days, they remove the page.',
  504: 'As 500.',
}

const BY_CLASS: readonly (readonly [from: number, text: string])[] = [
  [500, 'As any 5xx: they come less often, and try again.'],
  [400, 'As any 4xx: they do not index it, and what was indexed goes after a time.'],
  [300, 'They do not know what to make of it, and do not index it.'],
  [200, 'They may index the content.'],
  [100, 'They do not see it.'],
]
