import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { isHeadSent, takeBack, tracesOf } from '../../../adapters/node/conform/stored-head.ts'
import type { NodeResponse } from '../../../adapters/node/write.ts'

// node:http has no method for this, so the state that it keeps a head in must not change unnoticed.
describe('a head that node:http has made', () => {
  const fresh = (): NodeResponse => new ServerResponse(new IncomingMessage(new Socket())) as NodeResponse

  it('leaves traces in properties that every response has', () => {
    const res = fresh()
    const before = tracesOf(res)
    res.writeHead(200, { 'Content-Length': '4' })
    expect(tracesOf(res)).toHaveLength(before.length)
    expect(tracesOf(res)).not.toEqual(before)
    expect(isHeadSent(res)).toBe(false)
  })

  it('can be taken back until it is sent', () => {
    const res = fresh()
    const before = tracesOf(res)
    res.writeHead(204)
    expect(res.headersSent).toBe(true)
    takeBack(res, before)
    expect(res.headersSent).toBe(false)
    res.setHeader('X-Late', '1')
    expect(() => res.writeHead(200)).not.toThrow()
  })
})
