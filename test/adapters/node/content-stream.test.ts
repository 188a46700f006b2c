import { EventEmitter } from 'node:events'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { StreamedContent } from 'statuswise'
import { describe, expect, it, vi } from 'vitest'
import { contentStream } from '../../../adapters/node/content-stream.ts'
import { parts } from '../../support/streamed-replies.ts'

function streamOf(open: () => unknown, length?: number): Readable {
  const headers = length === undefined ? {} : { 'Content-Length': String(length) }
  return contentStream({ status: 200, headers, body: { open: open as StreamedContent['open'] }, superseded: [] })
}

/** An iterator that gives some parts and then the result of a function, and notes whether it was asked to return. */
function iterator(given: string[], then: () => unknown): { source: unknown; returned: () => void } {
  const returned = vi.fn()
  const next = async (): Promise<unknown> => (given.length > 0 ? { value: given.shift() } : then())
  return { source: { [Symbol.asyncIterator]: () => ({ next, return: returned }) }, returned }
}

describe('content as a stream', () => {
  it('does not open its source before it is read', async () => {
    const open = vi.fn(() => parts('abc'))
    const stream = streamOf(open)
    await new Promise(setImmediate)
    expect(open).not.toHaveBeenCalled()
    stream.destroy()
    await new Promise(setImmediate)
    expect(open).not.toHaveBeenCalled()
  })

  it('has the bytes of its parts', async () => {
    expect(await buffer(streamOf(() => parts('na\u00efve', '', '\ud800')))).toEqual(Buffer.from('na\u00efve\ufffd'))
  })

  it('does not read its source ahead', async () => {
    const asked = vi.fn(async () => ({ value: 'a' }))
    const stream = streamOf(() => ({ [Symbol.asyncIterator]: () => ({ next: asked }) }))
    await new Promise((resolve) => stream.once('readable', resolve))
    for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate)
    expect(asked).toHaveBeenCalledTimes(1)
    stream.destroy()
  })

  it('keeps the last bytes back until it is known that no more follow', async () => {
    const seen: unknown[] = []
    const failing = async (): Promise<void> => {
      for await (const bytes of streamOf(() => parts('ab', 'cd', 'e'), 4)) seen.push(String(bytes))
    }
    await expect(failing()).rejects.toThrow('the content is longer than its 4 bytes')
    expect(seen).toEqual(['ab'])
  })

  it('says how much is missing', async () => {
    await expect(buffer(streamOf(() => parts('ab'), 4))).rejects.toThrow('the content ended after 2 of its 4 bytes')
  })

  it.each([
    [undefined, 'not of: undefined'],
    [null, 'not of: null'],
    [7, 'not of: number'],
    [[], 'not of: object'],
  ])('fails at the part %j', async (part, message) => {
    await expect(buffer(streamOf(() => parts(part)))).rejects.toThrow(message)
  })

  it('fails with the error of the source itself', async () => {
    const error = new Error('a')
    await expect(buffer(streamOf(() => parts(error)))).rejects.toBe(error)
  })

  it.each([undefined, null, 'text', { status: 404 }])('makes an error of %j', async (thrown) => {
    const failing = buffer(streamOf(iteratorOf(() => Promise.reject(thrown))))
    await expect(failing).rejects.toEqual(new Error('the source of the content failed', { cause: thrown }))
  })

  it('has no bytes any more once it is destroyed', async () => {
    let give: (result: unknown) => void = () => {}
    const next = (): Promise<unknown> =>
      new Promise((resolve) => {
        give = resolve
      })
    const seen = vi.fn()
    const stream = streamOf(iteratorOf(next)).on('data', seen)
    await new Promise(setImmediate)
    stream.destroy()
    give({ value: 'abc' })
    await new Promise(setImmediate)
    expect(seen).not.toHaveBeenCalled()
  })
})

describe('a source', () => {
  it.each<[string, string[], () => unknown, number | undefined]>([
    ['gives too much', ['abc', 'def'], () => ({ done: true }), 4],
    ['gives what is no part', [7 as never], () => ({ done: true }), undefined],
    ['gives no result', ['abc'], () => 7, undefined],
  ])('that %s is asked to return', async (_, given, then, length) => {
    const { source, returned } = iterator(given, then)
    await expect(buffer(streamOf(() => source, length))).rejects.toThrow()
    expect(returned).toHaveBeenCalledTimes(1)
  })

  it('that has ended is not asked to return', async () => {
    const { source, returned } = iterator(['abc'], () => ({ done: true }))
    await buffer(streamOf(() => source))
    expect(returned).not.toHaveBeenCalled()
  })

  it('that has failed is not asked to return', async () => {
    const { source, returned } = iterator(['abc'], () => Promise.reject(new Error('a')))
    await expect(buffer(streamOf(() => source))).rejects.toThrow('a')
    expect(returned).not.toHaveBeenCalled()
  })

  it('that is a stream is destroyed where it gives what is no part', async () => {
    const source = Readable.from([7, 8, 9])
    await expect(buffer(streamOf(() => source))).rejects.toThrow('not of: number')
    expect(source.destroyed).toBe(true)
  })

  it('that is a stream is destroyed where it is waited for', async () => {
    const source = new Readable({ read() {} })
    const stream = streamOf(() => source)
    stream.read()
    await new Promise(setImmediate)
    stream.destroy()
    expect(source.destroyed).toBe(true)
  })
})

it('an error that a stream tells of when it is destroyed is nobody’s concern', async () => {
  class Old extends EventEmitter {
    pipe(): void {}
    destroy(): void {
      this.emit('error', new Error('a'))
    }
    [Symbol.asyncIterator](): unknown {
      return { next: () => new Promise(() => {}) }
    }
  }
  const source = new Old()
  const stream = streamOf(() => source)
  stream.read()
  await new Promise(setImmediate)
  stream.destroy()
  expect(() => source.emit('error', new Error('b'))).not.toThrow()
})

function iteratorOf(next: () => unknown): () => unknown {
  return () => ({ [Symbol.asyncIterator]: () => ({ next }) })
}
