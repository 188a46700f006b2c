import { describe, expect, it } from 'vitest'
import { RequestView } from '../../../src/rules/exchange-view.ts'
import { hostOf, isExposed, wasForwardedSecurely } from '../../../src/rules/shared/transport.ts'

type Fields = readonly (readonly [name: string, value: string])[]

const request = (fields: Fields, target = '/', secure?: boolean): RequestView =>
  new RequestView({ method: 'GET', target, version: '1.1', fields, secure })

describe('a request that came unprotected over a network', () => {
  const exposed = (host: string, secure?: boolean, ...more: Fields): boolean =>
    isExposed(request([['Host', host], ...more], '/', secure))

  it('is one without TLS, and not one of which nobody knows', () => {
    expect([false, true, undefined].map((secure) => exposed('shop.example', secure))).toEqual([true, false, false])
    expect(exposed('shop.example', false, ['X-Forwarded-Proto', 'https'])).toBe(false)
    expect(exposed('shop.example', false, ['X-Forwarded-Proto', 'http'])).toBe(true)
  })

  it.each([
    ...['shop', 'localhost:80', '[2001:db8::1]:80', '', '127.0.0.1', '10.1.2.3:8080', '192.168.0.1', '169.254.0.1'],
    ...['172.16.0.1', '172.19.0.1', '172.20.0.1', '172.31.0.1', 'a.localhost', 'a.LOCAL', 'a.internal', 'a.test:3000'],
  ])('is none to %j', (host) => {
    expect(exposed(host, false)).toBe(false)
  })

  it.each([
    ...['11.0.0.1', '1.127.0.1', '192.169.0.1', '172.15.0.1', '172.32.0.1', '172.160.0.1', '100.1.2.3', 'a.tests'],
    ...['local.example', 'mylocal.example', '127x.example'],
  ])('is one to %s', (host) => {
    expect(exposed(host, false)).toBe(true)
  })
})

describe('a proxy', () => {
  it.each([
    ['X-Forwarded-Proto', 'HTTPS, http'],
    ['X-Forwarded-Protocol', 'https'],
    ['X-Forwarded-Scheme', 'https'],
    ['X-Url-Scheme', 'https'],
    ['CloudFront-Forwarded-Proto', 'https'],
    ['Front-End-Https', 'On'],
    ['X-Forwarded-Ssl', 'on'],
    ['Forwarded', 'for=1.2.3.4;Proto=HTTPS'],
    ['Forwarded', 'proto="https"'],
    ['CF-Visitor', '{"scheme":"https"}'],
    ['CF-Visitor', '{"scheme" : "https"}'],
  ])('says that the client had TLS: %s: %s', (name, value) => {
    expect(wasForwardedSecurely(request([[name, value]]))).toBe(true)
  })

  it.each([
    ['X-Forwarded-Proto', 'http'],
    ['X-Forwarded-Ssl', 'off'],
    ['X-Forwarded-For', 'https'],
    ['Forwarded', 'for=https;proto=http'],
    ['CF-Visitor', '{"scheme":"http"}'],
  ])('does not say so: %s: %s', (name, value) => {
    expect(wasForwardedSecurely(request([[name, value]]))).toBe(false)
    expect(wasForwardedSecurely(request([]))).toBe(false)
  })
})

describe('the host of a request', () => {
  it.each([
    ['/', 'Shop.Example:8080', 'shop.example'],
    ['/', 'shop.example', 'shop.example'],
    ['/', '[::1]:80', '[::1]'],
    ['/', 'shop.example:123456', 'shop.example:123456'],
    ['http://A.example:80/b', 'shop.example', 'a.example'],
    ['HTTPS://a.example?b', 'shop.example', 'a.example'],
    ['https://a.example#b', 'shop.example', 'a.example'],
    ['/?http://a.example/', 'shop.example', 'shop.example'],
  ])('is, for %s and Host %s, %s (RFC 9112 §3.2.2)', (target, host, expected) => {
    expect(hostOf(request([['Host', host]], target))).toBe(expected)
  })

  it('may be missing', () => {
    expect(hostOf(request([]))).toBe('')
  })
})
