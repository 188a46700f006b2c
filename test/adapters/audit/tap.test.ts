import { IncomingMessage, OutgoingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it, vi } from 'vitest'
import { tap } from '../../../adapters/node/audit/tap.ts'
import type { NodeResponse } from '../../../adapters/node/write.ts'

// node:http has no public name for what all bytes of a response go through: it must not change unnoticed.
describe('what a response of node:http hands over to its socket', () => {
  const fresh = (): NodeResponse => new ServerResponse(new IncomingMessage(new Socket())) as NodeResponse

  function heard(write: (res: NodeResponse) => void): string {
    const parts: Buffer[] = []
    const res = fresh()
    res.sendDate = false
    expect(tap(res, (bytes) => parts.push(bytes) > 0)).toBe(true)
    write(res)
    return Buffer.concat(parts).toString('latin1')
  }

  it('goes through _writeRaw, with the state of the head in _header and _headerSent', () => {
    expect(OutgoingMessage.prototype).toHaveProperty('_writeRaw', expect.any(Function))
    const res = fresh()
    expect([Reflect.get(res, '_header'), Reflect.get(res, '_headerSent')]).toEqual([null, false])
    res.writeHead(200)
    expect([Reflect.get(res, '_header'), Reflect.get(res, '_headerSent')]).toEqual([expect.any(String), false])
    res.end()
    expect(Reflect.get(res, '_headerSent')).toBe(true)
  })

  it.each([
    ['text first', (res: NodeResponse) => res.end('é'), 'Ã©'],
    ['bytes first', (res: NodeResponse) => res.end(Buffer.from('é')), 'Ã©'],
    ['base64 first', (res: NodeResponse) => res.end('b25l', 'base64'), 'one'],
  ])('is heard with %s', (_how, write, content) => {
    expect(heard(write)).toMatch(new RegExp(`^HTTP/1\\.1 200 OK\\r\\n(?:[\\w-]+: [^\\r]+\\r\\n)+\\r\\n${content}$`))
  })

  it('is heard with interim responses, in order', () => {
    const all = heard((res) => {
      res.writeContinue()
      res.writeEarlyHints({ link: '</a>; rel=preload' })
      res.writeProcessing()
      res.end()
    })
    expect(all.match(/^HTTP\/1\.1 \d+/gm)).toEqual(['HTTP/1.1 100', 'HTTP/1.1 103', 'HTTP/1.1 102', 'HTTP/1.1 200'])
  })

  it('is not heard any more by who does not want to', () => {
    const res = fresh()
    const listener = vi.fn(() => false)
    tap(res, listener)
    res.write(Buffer.from('one'))
    res.end('two')
    expect(listener).toHaveBeenCalledTimes(1)
  })

  it('goes on when the listener fails', () => {
    const res = fresh()
    const listener = vi.fn(() => {
      throw new Error('a listener')
    })
    tap(res, listener)
    expect(() => res.write('one')).not.toThrow()
    expect(() => res.end('two')).not.toThrow()
    expect(listener).toHaveBeenCalledTimes(1)
  })

  it('does not show in what a response has', () => {
    const res = fresh()
    const before = Object.keys(res)
    tap(res, () => true)
    expect(Object.keys(res)).toEqual(before)
  })

  it('is not there on what is no response', () => {
    expect(tap({} as NodeResponse, () => true)).toBe(false)
  })
})
