// docs/node.md: what Node answers where no application is asked, and what protect() answers. `npm run docs` writes it; a
// test compares.
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { protect } from '../../adapters/server/index.ts'
import { type Case, cases } from './cases.ts'

/** Both columns of a case. */
export interface Compared {
  readonly node: string
  readonly ours: string
}

/** What both servers answer to each case, by its title. */
export async function compare(): Promise<Readonly<Record<string, Compared>>> {
  const [node, ours] = await Promise.all([
    start(createServer(TIMES, application)),
    start(protect(createServer(TIMES, application))),
  ])
  try {
    const rows: [string, Compared][] = []
    for (const one of cases)
      rows.push([one.title, { node: await answerTo(node, one), ours: await answerTo(ours, one) }])
    return Object.fromEntries(rows)
  } finally {
    for (const server of [node, ours]) server.close().closeAllConnections()
  }
}

const TIMES = { requestTimeout: 300, headersTimeout: 300, connectionsCheckingInterval: 50 }

/** Refuses to PUT without reading a byte, and reads what is POSTed. */
const application: RequestListener = (req, res) => {
  const answer = (status: number, text: string): void => {
    res.statusCode = status
    res.setHeader('Content-Type', 'text/plain; charset=utf-8')
    res.end(text)
  }
  if (req.method === 'PUT') answer(403, 'No photos, please\n')
  else req.resume().once('end', () => answer(200, 'tea\n'))
}

async function start(server: Server): Promise<Server> {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return server
}

/** All that comes until the server ends the connection. */
async function answerTo(server: Server, { title, send }: Case): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  const chunks: Buffer[] = []
  let wasReset = false
  socket.on('data', (chunk) => chunks.push(chunk))
  socket.on('error', () => {
    wasReset = true
  })
  socket.write(send)
  const closed = await Promise.race([
    new Promise((resolve) => socket.once('close', () => resolve(true))),
    pause(20_000, false, { ref: false }),
  ])
  if (!closed) throw new Error(`the connection is still open: ${title}`)
  const text = Buffer.concat(chunks).toString('utf8')
  return `${text === '' ? '(nothing)\n' : readable(text)}(the connection ${wasReset ? 'is reset' : 'ends'})`
}

/** Lines, and JSON as people write it. */
function readable(text: string): string {
  const [, head = '', content = ''] = /^([\s\S]*\r\n\r\n)([\s\S]*)$/.exec(text) ?? [text, text]
  const lines = head.replaceAll('\r\n', '\n').replace(/^Date: .*$/m, 'Date: Sun, 06 Nov 1994 08:49:37 GMT')
  const body = content.startsWith('{') ? `${JSON.stringify(JSON.parse(content), null, 2)}\n` : content
  return `${lines}${body}${body === '' || body.endsWith('\n') ? '' : '\n'}`
}

/** The whole page. */
export function nodeDocument(compared: Readonly<Record<string, Compared>>): string {
  return `${[
    '# What Node answers by itself, and what statuswise answers',
    'Some errors happen before Express, Koa or a handler of yours sees the request. Node answers them itself, tersely, or not at all; some requests that RFC 9110 and RFC 9112 tell a server to refuse, it lets through. `protect(server)` of `statuswise/node` takes care of them. This page shows the bytes that both sent. It was recorded with Node 20 by `npm run docs`, from these two servers (for the request that never ends, the timeouts were set to 300 ms):',
    [
      '```js',
      "import { createServer } from 'node:http'",
      "import { protect } from 'statuswise/node'",
      '',
      'createServer(application).listen(3000) // left',
      'protect(createServer(application)).listen(3001) // right',
      '```',
    ].join('\n'),
    ...cases.flatMap((one) => section(one, compared[one.title])),
    '## What stays as it is',
    "- `server.maxConnections`, `server.maxRequestsPerSocket`, `server.maxHeaderSize` and the timeouts are Node's, and yours to set. Connections over `maxConnections` are dropped without an answer: an answer would cost what the limit is to save.\n" +
      "- Upgrade is ignored, as RFC 9110 §7.8 allows, unless you give `protect(server, { upgrade: ['websocket'] })`: then a request that asks for other protocols only gets 426 with `Upgrade: websocket`. Listeners of yours for `upgrade` get all that is right. HTTP/2 has no Upgrade (RFC 9113 §8.2.2), so no 426 is sent there: a thrown `UpgradeRequired` goes out as 505, the status for a version of HTTP that the server does not want to speak for this (RFC 9110 §15.6.6).\n" +
      '- Of a request whose head comes in several packets Node tells the last one only. So an address that is too long gets 431 there, and an unknown method 400. HTTP/1.2 and later are a syntax error to its parser, and get 400.\n' +
      '- A space before the colon of a field, a bare LF, a folded line, a NUL: Node refuses them (unless the server was made with `insecureHTTPParser`), and protect() puts the refusal into words.\n' +
      '- Where a request breaks off behind a response that has begun, nothing can be said any more: the connection ends.',
  ].join('\n\n')}\n`
}

function section({ title, why, send, shown, waits = false }: Case, compared?: Compared): string[] {
  const sent = shown ?? String(send).replaceAll('\r\n', '\n').replace(/\n+$/, '')
  return [
    `## ${title}`,
    why,
    ['```http', sent, ...(waits ? ['(and nothing more)'] : []), '```'].join('\n'),
    [
      '<table><tr><th>Node</th><th>statuswise</th></tr><tr valign="top"><td>',
      ['```http', compared?.node, '```'].join('\n'),
      '</td><td>',
      ['```http', compared?.ours, '```'].join('\n'),
      '</td></tr></table>',
    ].join('\n\n'),
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../../docs/node.md', import.meta.url), nodeDocument(await compare()))
}
