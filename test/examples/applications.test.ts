import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Host, startHosts } from '../../examples/tour/hosts.ts'
import { exchange, type RawResponse, request } from '../support/raw-client.ts'
import type { RequestParts } from '../support/requests.ts'

let hosts: Host[]
beforeAll(async () => {
  hosts = await startHosts()
})
afterAll(() => Promise.all(hosts.map((host) => host.close())))

const JSON_TYPE = { 'Content-Type': 'application/json' }
const ORDER = JSON.stringify({ customer: 'customer-1', lines: [{ article: 'tea', quantity: 2 }] })

describe.each([
  ['Express', 0],
  ['Koa', 1],
])('the orders API on %s', (_name, index) => {
  async function ask(parts: RequestParts): Promise<RawResponse> {
    const { responses, error } = await exchange((hosts[index] as Host).port, request(parts))
    expect(error).toBeUndefined()
    return responses[0] as RawResponse
  }

  function asAda(parts: RequestParts): Promise<RawResponse> {
    const Authorization = `Bearer ${hosts[index]?.tokens.ada}`
    return ask({ ...parts, headers: { Authorization, ...JSON_TYPE, ...parts.headers } })
  }

  it('lets an order be placed, read, changed and removed', async () => {
    const placed = await asAda({ method: 'POST', target: '/orders', body: ORDER })
    expect(placed.status).toBe(201)
    const target = placed.header('Location') ?? ''
    expect((await ask({ target })).json()).toMatchObject({ lines: [{ article: 'tea', quantity: 2 }], state: 'open' })

    const change = { method: 'PUT', target, body: ORDER, headers: { 'If-Match': placed.header('ETag') ?? '' } }
    const changed = await asAda(change)
    expect(changed.json()).toMatchObject({ version: 2 })
    expect((await asAda(change)).status).toBe(412)

    expect((await asAda({ method: 'POST', target: `${target}/cancel` })).json()).toMatchObject({ state: 'cancelled' })
    const blind = { method: 'DELETE', target }
    expect((await asAda(blind)).status).toBe(428)
    const ETag = (await ask({ target })).header('ETag')
    expect((await asAda({ ...blind, headers: { 'If-Match': ETag } })).status).toBe(204)
    expect((await ask({ target })).status).toBe(410)
  })

  it('lists as many orders as are asked for', async () => {
    expect((await ask({ target: '/orders?limit=2' })).json()).toHaveLength(2)
  })

  it('says what a parameter should be (createError, ctx.assert)', async () => {
    const refused = await ask({ target: '/orders?limit=many' })
    expect(refused.json()).toMatchObject({ status: 400, detail: 'limit is a number from 0 to 999' })
  })

  it('takes name and password in place of a token (RFC 7617)', async () => {
    const Authorization = `Basic ${Buffer.from('ada:difference-engine').toString('base64')}`
    expect((await asAda({ method: 'POST', target: '/exports', headers: { Authorization } })).status).toBe(202)
  })

  it('refuses a wrong password, and soon any more of them', async () => {
    const guess = { method: 'POST', target: '/login', headers: JSON_TYPE, body: '{"name":"bob","password":"?"}' }
    const statuses = []
    for (let guesses = 0; guesses < 4; guesses++) statuses.push((await ask(guess)).status)
    expect(statuses).toEqual([401, 401, 401, 429])
  })

  it.each([
    ['terms.txt', 'text/plain; charset=utf-8'],
    ['price-list.csv', 'text/csv; charset=utf-8'],
    ['logo.svg', 'image/svg+xml'],
  ])('serves the file %s from disk', async (name, type) => {
    const served = await ask({ target: `/files/${name}` })
    expect(served.body).toEqual(readFileSync(new URL(`../../examples/public/${name}`, import.meta.url)))
    expect(served.header('Content-Type')).toBe(type)
  })

  it('serves a range of a file (RFC 9110 §15.3.7)', async () => {
    const part = await ask({ target: '/files/price-list.csv', headers: { Range: 'bytes=8-12' } })
    expect([part.status, part.header('Content-Range'), part.text()]).toEqual([206, 'bytes 8-12/89', 'price'])
  })

  it('sends a file again only when it has changed (RFC 9110 §13.1.3)', async () => {
    const target = '/files/price-list.csv'
    const date = (await ask({ target })).header('Last-Modified')
    expect((await ask({ target, headers: { 'If-Modified-Since': date } })).status).toBe(304)
  })

  it('serves the catalogue, as it lies on disk', async () => {
    const served = await ask({ target: '/catalogue.csv', headers: { 'Accept-Encoding': 'gzip' } })
    expect(served.body).toEqual(readFileSync(new URL('../../examples/orders/catalogue.csv', import.meta.url)))
    expect(served.header('Content-Type')).toBe('text/csv; charset=utf-8')
  })

  it('serves nothing from outside of the directory', async () => {
    const refused = await ask({ target: '/files/..%2F..%2Fpackage.json' })
    expect([403, 404]).toContain(refused.status)
    expect(refused.text()).not.toContain('statuswise')
  })

  it('streams the orders as CSV', async () => {
    const lines = (await ask({ target: '/orders.csv' })).text().split('\n')
    expect(lines.slice(0, 2)).toEqual(['id,customer,article,quantity', '1,customer-0,tea,1'])
  })

  it('receives a photo, of known length and type only (RFC 9110 §15.5.12, §15.5.16)', async () => {
    const photo = { method: 'PUT', target: '/orders/1/photo', body: 'png' }
    const png = { 'Content-Type': 'image/png' }
    expect((await asAda({ ...photo, headers: png })).status).toBe(204)
    const chunked = { ...photo, headers: { ...png, 'Transfer-Encoding': 'chunked' }, body: '3\r\npng\r\n0\r\n\r\n' }
    expect((await asAda(chunked)).status).toBe(411)
    const refused = await asAda({ ...photo, headers: { 'Content-Type': 'image/gif' } })
    expect([refused.status, refused.header('Accept')]).toEqual([415, 'image/png, image/jpeg'])
  })

  it('leaves a CORS preflight to the package that answers it', async () => {
    const headers = { Origin: 'https://shop.example', 'Access-Control-Request-Method': 'PUT' }
    const answer = await ask({ method: 'OPTIONS', target: '/orders/1', headers })
    expect(answer.status).toBe(204)
    expect(answer.header('Access-Control-Allow-Methods')).toContain('PUT')
  })
})
