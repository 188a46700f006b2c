import { expect, it } from 'vitest'
import { describeWith, run } from '../support/command.ts'
import { folder } from '../support/handlers.ts'
import { http2Hosts } from '../support/http2.ts'
import { serveForPrograms } from '../support/http2-app.ts'

const describeWithNghttp = describeWith('nghttp', 'HTTP/2 with nghttp')
const MUCH = 8 * 1024 * 1024

interface Frame {
  readonly direction: 'send' | 'recv'
  readonly type: string
  readonly stream: number
  /** END_STREAM, of what has it. */
  readonly isLast: boolean
  readonly length: number
  /** The name of the error, of RST_STREAM and GOAWAY. */
  readonly error: string | undefined
}

interface Seen {
  readonly frames: readonly Frame[]
  /** The fields that came, with pseudo-header fields, by stream. */
  readonly fields: ReadonlyMap<number, ReadonlyMap<string, string>>
}

async function nghttp(...args: readonly string[]): Promise<Seen> {
  const { stdout } = await run('nghttp', ['--verbose', '--null-out', '--timeout=30', ...args])
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what nghttp writes has colours.
  const text = stdout.replace(/\x1b\[[0-9;]*m/g, '')
  const fields = new Map<number, Map<string, string>>()
  for (const [, id, name = '', value = ''] of text.matchAll(/recv \(stream_id=(\d+)\) (:?[^:\s]+): (.*)/g)) {
    const known = fields.get(Number(id)) ?? new Map<string, string>()
    fields.set(Number(id), known.set(name, value))
  }
  const heads = [...text.matchAll(/(send|recv) (\w+) frame <length=(\d+), flags=0x(\w+), stream_id=(\d+)>/g)]
  const frames = heads.map(([, direction, type = '', length, flags = '', stream], index): Frame => {
    const details = text.slice(heads[index]?.index, heads[index + 1]?.index)
    return {
      direction: direction === 'send' ? 'send' : 'recv',
      type,
      stream: Number(stream),
      isLast: /^(?:DATA|HEADERS)$/.test(type) && (Number.parseInt(flags, 16) & 1) === 1,
      length: Number(length),
      error: /error_code=(\w+)/.exec(details)?.[1],
    }
  })
  return { frames, fields }
}

/** What came on the last stream, shortly: the end of the response, and resets with their error. */
function endOf({ frames }: Seen): readonly string[] {
  const stream = Math.max(...frames.map((frame) => frame.stream))
  return frames
    .filter((frame) => frame.direction === 'recv' && frame.stream === stream)
    .flatMap(({ type, isLast, error = '' }) => (isLast ? ['END_STREAM'] : type === 'RST_STREAM' ? [error] : []))
}

const sent = ({ frames }: Seen): number =>
  frames.reduce((sum, { direction, type, length }) => sum + (direction === 'send' && type === 'DATA' ? length : 0), 0)

describeWithNghttp.each(http2Hosts)('nghttp, of %s on HTTP/2', (_, host) => {
  it.each(['http', 'https'] as const)(
    'over %s sees no phrase, no field of the connection, no reset',
    async (scheme) => {
      const base = await serveForPrograms(host, scheme)
      for (const path of ['/404', '/405', '/416', '/421', '/426', '/500']) {
        const seen = await nghttp(base + path)
        const [fields] = seen.fields.values()
        expect(fields?.get(':status')).toBe(path === '/426' ? '505' : path.slice(1))
        const names = [...(fields?.keys() ?? [])]
        expect(names.filter((name) => name.startsWith(':'))).toEqual([':status'])
        expect(names).not.toEqual(
          expect.arrayContaining([expect.stringMatching(/^(?:connection|keep-alive|upgrade)$/)]),
        )
        expect(endOf(seen)).toEqual(['END_STREAM'])
        expect(seen.frames.filter(({ type, direction }) => direction === 'recv' && type === 'PUSH_PROMISE')).toEqual([])
      }
    },
  )

  it.each([
    ['/unread', '413'],
    ['/unknown', '401'],
    ['/half', '413'],
    ['/large', '413'],
  ])('that uploads to %s sees the whole response, and only then NO_ERROR (RFC 9113 §8.1)', async (path, status) => {
    const file = `${folder(['upload'], 'x'.repeat(MUCH))}/upload`
    const base = await serveForPrograms(host, 'http')
    // With small windows, the large answer takes many turns.
    for (const windows of [[], ['--window-bits=14', '--connection-window-bits=14']]) {
      const seen = await nghttp(...windows, `--data=${file}`, base + path)
      expect([...seen.fields.values()].at(-1)?.get(':status')).toBe(status)
      expect(endOf(seen)).toEqual(['END_STREAM', 'NO_ERROR'])
      expect(sent(seen)).toBeLessThan(MUCH / 4)
    }
  })

  it('sees an error after the head as INTERNAL_ERROR, and the other streams of the session end well', async () => {
    const base = await serveForPrograms(host, 'http')
    const seen = await nghttp(`${base}/late`, `${base}/`, `${base}/404`)
    const resets = seen.frames.filter(({ direction, type }) => direction === 'recv' && type === 'RST_STREAM')
    expect(resets.map(({ error }) => error)).toEqual(['INTERNAL_ERROR'])
    expect([...seen.fields.values()].map((fields) => fields.get(':status')).sort()).toEqual(['200', '200', '404'])
    const lasts = seen.frames.filter(({ direction, isLast }) => direction === 'recv' && isLast)
    expect(lasts.map(({ stream }) => stream)).not.toContain(resets[0]?.stream)
    expect(lasts).toHaveLength(2)
    const goaways = seen.frames.filter(({ direction, type }) => direction === 'recv' && type === 'GOAWAY')
    expect(goaways).toEqual([])
  })
})
