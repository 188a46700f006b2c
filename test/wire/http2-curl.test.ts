import { expect, it } from 'vitest'
import { describeWith, run } from '../support/command.ts'
import { folder } from '../support/handlers.ts'
import { http2Hosts } from '../support/http2.ts'
import { PADDING, serveForPrograms } from '../support/http2-app.ts'

const describeWithCurl = describeWith('curl', 'HTTP/2 with curl', (version) => /^Features:.*\bHTTP2\b/m.test(version))
const MUCH = 8 * 1024 * 1024

interface Answer {
  readonly version: string
  readonly status: number
  readonly phrase: string
  readonly fields: ReadonlyMap<string, string>
  readonly body: string
  /** What curl has to say of it, if it is not content. */
  readonly complaint: string
  readonly uploaded: number
}

async function curl(...args: readonly string[]): Promise<Answer> {
  const { stdout, stderr } = await run('curl', [
    '--silent',
    '--show-error',
    '--insecure',
    '--include',
    '--max-time',
    '30',
    '--write-out',
    '\n%{http_version} %{size_upload}',
    ...args,
  ])
  const end = stdout.indexOf('\r\n\r\n')
  const [first = '', ...lines] = stdout.slice(0, end).split('\r\n')
  const [, version = '', status, phrase = ''] = /^HTTP\/(\S+) (\d+) ?(.*)$/.exec(first) ?? []
  const last = stdout.lastIndexOf('\n')
  const [, uploaded] = stdout.slice(last + 1).split(' ')
  const fields = new Map(lines.map((line) => line.split(/: ?/, 2) as [string, string]))
  const body = stdout.slice(end + 4, last)
  return { version, status: Number(status), phrase, fields, body, complaint: stderr, uploaded: Number(uploaded) }
}

// Seen once, on Node 24, and not since; not explained. curl perhaps ends its content before what Content-Length says.
async function uploaded(...args: readonly string[]): Promise<Answer> {
  const answer = await curl(...args)
  return answer.complaint.includes('PROTOCOL_ERROR') ? curl(...args) : answer
}

describeWithCurl.each(http2Hosts)('curl, of %s on HTTP/2', (_, host) => {
  it.each([
    ['http', ['--http2-prior-knowledge']],
    ['https', ['--http2']],
  ] as const)('over %s gets whole answers without phrases and fields of the connection', async (scheme, args) => {
    const base = await serveForPrograms(host, scheme)
    for (const path of ['/404', '/405', '/416', '/421', '/426', '/500', '/nowhere']) {
      const answer = await curl(...args, base + path)
      const status = { '/426': 505, '/nowhere': 404 }[path] ?? Number(path.slice(1))
      expect(answer).toMatchObject({ version: '2', status, phrase: '', complaint: '' })
      expect(JSON.parse(answer.body)).toMatchObject({ status })
      for (const name of ['connection', 'keep-alive', 'upgrade', 'transfer-encoding']) {
        expect(answer.fields.has(name)).toBe(false)
      }
      const head = await curl(...args, '--head', base + path)
      expect(head).toMatchObject({ version: '2', status, complaint: '' })
      expect(head.fields.get('content-length')).toBe(answer.fields.get('content-length'))
    }
  })

  it('with HTTP/1.1 on the same port gets the 426, with Upgrade', async () => {
    const base = await serveForPrograms(host, 'https')
    const answer = await curl('--http1.1', `${base}/426`)
    expect(answer).toMatchObject({ version: '1.1', status: 426, phrase: 'Upgrade Required', complaint: '' })
    expect(answer.fields.get('Upgrade')).toBe('websocket')
  })

  it('that uploads gets the whole refusal, and does not send on', async () => {
    const file = `${folder(['upload'], 'x'.repeat(MUCH))}/upload`
    for (const [scheme, args] of [
      ['http', ['--http2-prior-knowledge']],
      ['https', ['--http2']],
    ] as const) {
      const base = await serveForPrograms(host, scheme)
      const refusals = { '/unread': 413, '/unknown': 401, '/half': 413, '/large': 413 }
      for (const [path, status] of Object.entries(refusals)) {
        // Else it waits to be told to go on.
        const answer = await uploaded(...args, '--header', 'Expect:', '--upload-file', file, base + path)
        expect({ path, ...answer }).toMatchObject({ path, version: '2', status, complaint: '' })
        expect(JSON.parse(answer.body)).toMatchObject({ status })
        if (path === '/large') expect(answer.body.length).toBeGreaterThan(PADDING)
        expect(answer.uploaded).toBeLessThan(MUCH / 4)
      }
    }
  })

  it('that waits to be told to go on is refused without an upload', async () => {
    const file = `${folder(['upload'], 'x'.repeat(MUCH))}/upload`
    const base = await serveForPrograms(host, 'https')
    const answer = await curl('--http2', '--header', 'Expect: 100-continue', '--upload-file', file, `${base}/unread`)
    expect(answer).toMatchObject({ version: '2', status: 413, complaint: '' })
    expect(answer.uploaded).toBeLessThan(MUCH / 4)
  })

  // It reads neither what came with the reset nor a second response on that session, as the other clients do.
  it('is told of an error after the head', async () => {
    const base = await serveForPrograms(host, 'http')
    const { complaint } = await curl('--http2-prior-knowledge', `${base}/late`)
    expect(complaint).toContain('INTERNAL_ERROR')
  })
})
