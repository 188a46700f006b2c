import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import type { Request } from 'express'
import type { Context } from 'koa'
import { describe, expect, it } from 'vitest'
import { type RequestLike, requestField, singletonField } from '../../src/headers/index.ts'

const DATE = 'Sun, 06 Nov 1994 08:49:37 GMT'

describe('a RequestLike', () => {
  const incoming = new IncomingMessage(new Socket())
  incoming.headers.range = 'bytes=0-1'
  const ofExpress = (request: Request): RequestLike => request
  const ofKoa = (ctx: Context): readonly RequestLike[] => [ctx, ctx.request]

  it('is what node:http, Express and Koa have', () => {
    const koa = { headers: incoming.headers, req: incoming, request: { headers: incoming.headers, req: incoming } }
    for (const request of [incoming, ofExpress(incoming as Request), ...ofKoa(koa as Context)]) {
      expect(singletonField(request, 'range')).toBe('bytes=0-1')
    }
  })
})

describe('requestField', () => {
  it('gives the value of one line as it is', () => {
    expect(requestField({ headers: { accept: 'a/b,c/d' } }, 'accept')).toBe('a/b,c/d')
    expect(requestField({ headers: { accept: '' } }, 'accept')).toBe('')
  })

  it('gives nothing where there is none', () => {
    expect(requestField({ headers: {} }, 'accept')).toBeUndefined()
  })

  it('combines several lines (RFC 9110 §5.3)', () => {
    expect(requestField({ headers: { accept: ['a/b', 'c/d'] } }, 'accept')).toBe('a/b, c/d')
  })
})

describe('singletonField', () => {
  it('gives the value of one line', () => {
    const rawHeaders = ['Range', 'bytes=0-1', 'X', 'range']
    expect(singletonField({ headers: { range: 'bytes=0-1' }, rawHeaders }, 'range')).toBe('bytes=0-1')
    expect(singletonField({ headers: { range: ['bytes=0-1'] } }, 'range')).toBe('bytes=0-1')
    expect(singletonField({ headers: { range: '' } }, 'range')).toBe('')
  })

  it('gives nothing where there is none', () => {
    expect(singletonField({ headers: {} }, 'range')).toBeUndefined()
    expect(singletonField({ headers: { range: [] } }, 'range')).toBeUndefined()
  })

  it('gives nothing for several lines, also where node:http shows one of them (RFC 9110 §5.3)', () => {
    const headers = { 'if-modified-since': DATE }
    const rawHeaders = ['If-Modified-Since', DATE, 'if-modified-since', DATE]
    expect(singletonField({ headers: { 'if-modified-since': [DATE, DATE] } }, 'if-modified-since')).toBeUndefined()
    expect(singletonField({ headers, rawHeaders }, 'if-modified-since')).toBeUndefined()
    expect(singletonField({ headers, req: { rawHeaders } }, 'if-modified-since')).toBeUndefined()
  })

  it('takes the headers for true where the application has changed them', () => {
    expect(singletonField({ headers: { range: 'bytes=0-1' }, rawHeaders: [] }, 'range')).toBe('bytes=0-1')
    expect(singletonField({ headers: {}, rawHeaders: ['Range', 'bytes=0-1'] }, 'range')).toBeUndefined()
  })
})
