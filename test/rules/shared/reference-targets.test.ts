import { describe, expect, it } from 'vitest'
import { ExchangeView, exchangeOf } from '../../../src/rules/index.ts'
import { targetOf } from '../../../src/rules/shared/reference-targets.ts'

const resolved = (reference: string, target = '/a/b?c', host = 'Shop.example'): string | undefined =>
  targetOf(reference, new ExchangeView(exchangeOf(`> GET ${target} HTTP/1.1\n> Host: ${host}\n< HTTP/1.1 200 OK`)))

describe('what a reference of a response leads to on the same host (RFC 3986 §5)', () => {
  it.each([
    ['d', '/a/d'],
    ['/d?', '/d?'],
    ['../../d?e#f', '/d?e'],
    ['', '/a/b?c'],
    ['#f', '/a/b?c'],
    ['//shop.EXAMPLE', '/'],
    ['HTTP://shop.example?d', '/?d'],
    // A host mostly answers both alike.
    ['https://shop.example/d', '/d'],
  ])('%j: %s', (reference, target) => {
    expect(resolved(reference)).toBe(target)
    expect(resolved(reference, 'https://SHOP.example/a/b?c', 'b.example')).toBe(target)
  })

  it.each(['//b.example/d', 'http://shop.example:8080/d', 'ftp://shop.example/d', 'xhttp://shop.example/', 'a b', ':'])(
    'nothing: %j',
    (reference) => {
      expect(resolved(reference)).toBeUndefined()
    },
  )

  it('nothing, where the target of the request is none to go by', () => {
    expect(resolved('/d', '/a b'.replace(' ', '"'))).toBeUndefined()
  })

  it('goes without a host where there is none', () => {
    const view = new ExchangeView(exchangeOf('> GET /a/b HTTP/1.0\n< HTTP/1.0 200 OK'))
    expect([targetOf('c', view), targetOf('http://localhost/d', view), targetOf('//b/c', view)]).toEqual([
      '/a/c',
      '/d',
      undefined,
    ])
  })
})
