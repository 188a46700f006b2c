import { Readable } from 'node:stream'
import { describe, expect, it, vi } from 'vitest'
import { byteSource, type ReadRange } from '../../src/replies/byte-source.ts'
import { multipart, newBoundary, partOverhead } from '../../src/replies/multipart.ts'
import { bytesOf } from './read-content.ts'

const ranges = [
  { start: 5, end: 6 },
  { start: 0, end: 1 },
]

const text = async (content: ReturnType<typeof multipart>): Promise<string> =>
  Buffer.from(await bytesOf({ status: 206, headers: {}, body: content })).toString('latin1')

const made = (read: ReadRange): ReturnType<typeof multipart> => multipart(ranges, byteSource(read, 10), 'a/b', 'X')

describe('multipart', () => {
  it('puts each range between boundaries, with Content-Type and Content-Range (RFC 9110 §14.6)', async () => {
    const content = multipart(ranges, byteSource('0123456789', undefined), 'text/plain', 'X')
    const expected = [
      '\r\n--X\r\nContent-Type: text/plain\r\nContent-Range: bytes 5-6/10\r\n\r\n56',
      '\r\n--X\r\nContent-Type: text/plain\r\nContent-Range: bytes 0-1/10\r\n\r\n01',
      '\r\n--X--\r\n',
    ].join('')
    expect(await text(content)).toBe(expected)
    expect(content.length).toBe(expected.length)
  })

  it('opens the parts one after the other, when they are due', async () => {
    const log: string[] = []
    const content = made(async function* (start, end) {
      log.push(`open ${start}-${end}`)
      yield '01'
      log.push(`end ${start}-${end}`)
    })
    const chunks = content.open()
    expect(log).toEqual([])
    for await (const _ of chunks);
    expect(log).toEqual(['open 5-6', 'end 5-6', 'open 0-1', 'end 0-1'])
  })

  it.each([
    ['short', 'a range of 2 bytes came with 1 less', ['0'], ['012']],
    ['long', 'a range of 2 bytes came with more', ['0', '12'], ['0']],
    ['long in UTF-8', 'a range of 2 bytes came with more', ['0\u00e9'], ['0']],
  ])('fails at a part that is too %s, also where another makes up for it', async (_name, said, first, second) => {
    const content = made((start) => Readable.from(start === 5 ? first : second))
    await expect(text(content)).rejects.toThrow(said)
  })

  it('sends nothing of what a part has too much', async () => {
    const sent: unknown[] = []
    const consume = async (): Promise<void> => {
      for await (const chunk of made(() => Readable.from(['0', '12'])).open()) sent.push(chunk)
    }
    await expect(consume()).rejects.toThrow('came with more')
    expect(sent.slice(1)).toEqual(['0'])
  })

  it('ends the source of a part that it is not through with', async () => {
    const streams: Readable[] = []
    const content = made(() => {
      const stream = Readable.from(['0', '1', '2'])
      streams.push(stream)
      return stream
    })
    await expect(text(content)).rejects.toThrow('came with more')
    expect(streams.map(({ destroyed }) => destroyed)).toEqual([true])
  })

  it('can be given up while a part keeps it waiting', async () => {
    const stalled = new Readable({ read() {} })
    const chunks = made(() => stalled).open()
    const iterator = chunks[Symbol.asyncIterator]()
    await iterator.next()
    const waiting = iterator.next()
    await Promise.resolve()
    Reflect.get(chunks, 'destroy')()
    await expect(waiting).rejects.toThrow()
    expect(stalled.destroyed).toBe(true)
    expect(await iterator.next()).toEqual({ done: true, value: undefined })
  })

  it('can be given up where nothing keeps it waiting', () => {
    const chunks = made(async function* () {}).open()
    expect(() => Reflect.get(chunks, 'destroy')()).not.toThrow()
  })

  it('knows what a part costs', () => {
    const type = 'text/plain'
    const of = (count: number): number =>
      multipart(
        Array.from({ length: count }, () => ({ start: 0, end: 0 })),
        byteSource('0123456789', 10),
        type,
        'X',
      ).length
    expect(partOverhead(10, type, 'X')).toBe(of(2) - of(1) - 1)
  })
})

describe('a boundary', () => {
  const BOUNDARY = /^[0-9a-z.-]{20,70}$/

  it('is another one each time, long, and needs no quotes (RFC 2046 §5.1.1, RFC 9110 §14.6)', () => {
    const [one, other] = [newBoundary(), newBoundary()]
    expect(one).toMatch(BOUNDARY)
    expect(one).not.toBe(other)
  })

  it('is so too where the host has no crypto', () => {
    vi.stubGlobal('crypto', undefined)
    try {
      const [one, other] = [newBoundary(), newBoundary()]
      expect(one).toMatch(BOUNDARY)
      expect(one).not.toBe(other)
    } finally {
      vi.unstubAllGlobals()
    }
  })
})
