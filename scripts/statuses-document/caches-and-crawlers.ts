import { type RegisteredStatus, statuses } from '../../src/reference/index.ts'

/** docs/caches-and-crawlers.md: what caches and the crawlers of search engines do with each status, and what to send them. */
export function cachesAndCrawlersDocument(): string {
  return `${[
    '# What caches and crawlers do with a status',
    'Nobody reads a status more often than caches and the crawlers of search engines. What caches do is in RFC 9111. What crawlers do with robots.txt is in RFC 9309; the rest is what Google documents of its own ([HTTP status codes](https://developers.google.com/search/docs/crawling-indexing/http-network-errors), [robots.txt](https://developers.google.com/search/docs/crawling-indexing/robots/robots_txt)), and others do much the same. `npx statuswise explain 410` says it of one status, and `npx statuswise audit --crawler` looks at your server as a crawler does. Written by `npm run docs`.',
    '## What to send',
    ADVICE.trim(),
    '## robots.txt',
    ROBOTS.trim(),
    '## What caches do',
    CACHING.map((line) => `- ${line}`).join('\n'),
    '## Status by status',
    table(['Status', 'Caches', 'Crawlers'], statuses.map(row)),
  ].join('\n\n')}\n`
}

const ADVICE = `
| You want to say | Send | With |
| --- | --- | --- |
| This page has moved for good. | 301 or 308, straight to its last address | \`moved({ '/old': '/new' })\` |
| For now it is elsewhere. | 302 or 307 | \`moved(table, { permanent: false })\` |
| There is nothing here. | 404, and no 200 with an error page | \`problems()\`, where no route answered |
| It is gone, and it will not come back. | 410 | \`gone(['/legacy/*'])\`, \`throw new Gone()\` |
| We are closed for maintenance. | 503 with \`Retry-After\`, on all paths, robots.txt too | \`maintenance({ active: true })\` |
| There is too much to do. | 503 with \`Retry-After\` | \`protect(server, { overload: … })\` |
| You ask too often. | 429 with \`Retry-After\`; 401, 403 and 404 make no crawler slower | \`throw new TooManyRequests({ retryAfter: 60 })\` |
| This is not for the public. | 401 or 403; a line in robots.txt hides nothing | \`throw new Unauthorized({ challenges })\` |
`

const ROBOTS = `
The same status means something else for \`/robots.txt\` than for a page (RFC 9309 §2.3.1):

| \`/robots.txt\` answers | Crawlers take it for |
| --- | --- |
| 2xx | the rules |
| 3xx | the rules at the end of at most five redirects; of more, as 404 |
| 4xx | "there are no rules": they may visit everything |
| 5xx, or nothing | "everything is forbidden, for now": they stay away, or go by the copy that they have; after 30 days they may take it for a 404 |

So a 404 there while the rest is closed would send crawlers through a site of nothing but errors, and a 503 has them wait:
\`maintenance()\` answers \`/robots.txt\` like any other path. For the same reason a server that is open should not fail
there: let nothing that can break stand before it. 429 counts as 5xx with Google, and as 4xx by the RFC.
`

const CACHING = [
  'A response is kept when `Cache-Control` or `Expires` allows it, whatever its status is (RFC 9111 §3).',
  `Without, caches may guess how long, for these statuses only: ${heuristic()} (RFC 9110 §15.1, RFC 7725 §3). A 404 that a cache keeps hides what you publish later, so say for how long: \`problems({ cacheControl: { 404: 'public, max-age=60' } })\`.`,
  `statuswise sends \`no-store\` with ${withNoStore()}, so that no error of a moment lives for an hour, and with every error to a request that has \`Authorization\` or \`Cookie\`.`,
  'An error keeps nothing of the `ETag`, `Last-Modified`, `Expires` and `Cache-Control` that a handler had set for the page.',
  'What was negotiated says so: `Vary: Accept`, and `Accept-Language` where several languages are on offer. A cache then keeps one copy for each.',
  'While a server fails, a cache may go on with the page that it has if that said `stale-if-error=86400` (RFC 5861 §4).',
  'A 304 makes what a cache has fresh again, and its header fields take the place of the old ones; see `representation()`.',
]

function heuristic(): string {
  return listed(statuses.filter(({ cacheable }) => cacheable).map(({ code }) => String(code)))
}

function withNoStore(): string {
  const codes = statuses.filter(({ code, noStore }) => noStore && code < 500).map(({ code }) => String(code))
  return listed([...codes, 'every 5xx'])
}

function row({ code, phrase, caches, crawlers }: RegisteredStatus): string[] {
  return [`${code} ${phrase}`, caches, crawlers]
}

function table(head: readonly string[], rows: readonly string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function listed(items: readonly string[]): string {
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}
