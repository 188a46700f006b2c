import type { IncomingMessage } from 'node:http'
import { cut } from '../end.ts'
import type { NodeResponse } from '../write.ts'

const FIELDS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/** Whether a request is for the page: by its path as it is below where audit() is mounted. */
export function isForPage({ url = '' }: IncomingMessage, path: string): boolean {
  return url.split('?', 1)[0] === path
}

/** Answers a request for the page. Neither throws nor rejects. */
export async function answerPage(req: IncomingMessage, res: NodeResponse, page: () => Promise<string>): Promise<void> {
  try {
    if (req.method === 'GET' || req.method === 'HEAD') send(req, res, 200, 'text/html', await page())
    else send(req, res, 405, 'text/plain', 'This page is for GET.\n', { Allow: 'GET, HEAD' })
  } catch {
    // The rulebook could not be loaded, which was told when it was found out; or somebody else has answered.
    cut(res)
  }
}

function send(
  req: IncomingMessage,
  res: NodeResponse,
  status: number,
  type: string,
  text: string,
  fields: Readonly<Record<string, string>> = {},
): void {
  const content = Buffer.from(text)
  const own = { 'Content-Type': `${type}; charset=utf-8`, 'Content-Length': content.length }
  res.writeHead(status, { ...FIELDS, ...own, ...fields }).end(req.method === 'HEAD' ? undefined : content)
}
