import { describe, expect, it } from 'vitest'
import { loadDocument } from '../../cli/input/load-document.ts'
import { routesOf } from '../../cli/input/openapi.ts'
import { parseRoutes } from '../../cli/input/routes-file.ts'
import { UsageError } from '../../cli/usage-error.ts'

const targetsOf = (document: unknown, base = '/'): string[] =>
  routesOf(document, 'api.yaml', base).map(({ target }) => target)

describe('a file of routes', () => {
  it('has a path per line, with or without a method, comments and empty lines', () => {
    const text = '# all\n\nGET /a\r\n/b?x=y#no\n  post   /c   # why\n/a\n'
    expect(() => parseRoutes(text, 'f')).toThrow('f, line 4')
    const good = parseRoutes(text.replace('#no', ''), 'f')
    expect(good.map(({ target }) => target)).toEqual(['/a', '/b?x=y', '/c'])
  })

  it.each(['a', 'GET a', 'GET /a HTTP/1.1', 'http://other/a', '/ä', '/a\tb c', ''])('%j is refused', (text) => {
    expect(() => parseRoutes(text, 'f')).toThrow(UsageError)
  })
})

describe('an OpenAPI description', () => {
  it('gives paths with the examples, defaults and first choices of their parameters', () => {
    const parameters = [
      { name: 'a', in: 'path', example: 'x y' },
      { name: 'b', in: 'path', schema: { default: 7 } },
      { name: 'c', in: 'path', schema: { enum: ['red', 'blue'] } },
      { name: 'd', in: 'path', examples: { one: { value: 'first' } } },
      { name: 'q', in: 'query', required: true, schema: { type: 'integer' } },
      { name: 'optional', in: 'query', example: 'no' },
    ]
    const paths = { '/{a}/{b}/{c}/{d}/{e}': { get: { parameters, responses: { 200: {} } } } }
    const [route] = routesOf({ openapi: '3.1.0', paths }, 'f', '/')
    expect(route?.target).toBe('/x%20y/7/red/first/1?q=1')
    expect(route?.documented).toEqual(['200'])
  })

  it('follows local references, and no others, and no circles', () => {
    const components = { parameters: { id: { name: 'id', in: 'path', example: 'seven' } } }
    const reference = (name: string): unknown => ({ '/{id}': { parameters: [{ $ref: name }], get: {} } })
    expect(targetsOf({ openapi: '3.0.0', paths: reference('#/components/parameters/id'), components })).toEqual([
      '/seven',
    ])
    expect(targetsOf({ openapi: '3.0.0', paths: reference('http://other/x'), components })).toEqual(['/1'])
    expect(targetsOf({ openapi: '3.0.0', paths: reference('#/paths/~1{id}/parameters/0'), components })).toEqual(['/1'])
    expect(targetsOf({ openapi: '3.0.0', paths: reference('#/__proto__/constructor'), components })).toEqual(['/1'])
  })

  it('puts the path of the URL, or else of its first server, before', () => {
    const paths = { '/a': { get: {} } }
    expect(targetsOf({ openapi: '3.0.0', paths, servers: [{ url: 'https://api.example/v1/' }] })).toEqual(['/v1/a'])
    expect(targetsOf({ openapi: '3.0.0', paths, servers: [{ url: '/v2' }] }, '/mine')).toEqual(['/mine/a'])
    expect(targetsOf({ swagger: '2.0', paths, basePath: '/v3' })).toEqual(['/v3/a'])
    expect(targetsOf({ openapi: '3.0.0', paths, servers: [{ url: 'https://{host}/v1' }] })).toEqual(['/a'])
  })

  it('gives the content of methods that take some', () => {
    const content = { 'application/json': { schema: { example: { a: 1 } } } }
    const paths = { '/a': { post: { requestBody: { content } }, put: { requestBody: { content: { 'a/b\r\n': {} } } } } }
    const [route] = routesOf({ openapi: '3.0.0', paths }, 'f', '/')
    expect(route?.contents).toEqual({ POST: { type: 'application/json', text: '{"a":1}' } })
  })

  it.each([null, 7, [], {}, { openapi: '3.0.0' }, { openapi: '3.0.0', paths: {} }, { swagger: '1.2', paths: {} }])(
    'is refused where it is none: %j',
    (document) => {
      expect(() => targetsOf(document)).toThrow(UsageError)
    },
  )

  it('is refused where a path is none', () => {
    expect(() => targetsOf({ openapi: '3.0.0', paths: { '/a\r\nX: y': { get: {} } } })).toThrow('not a path')
    expect(() => targetsOf({ openapi: '3.0.0', paths: { '/a b': {} } })).toThrow('not a path')
  })

  it('is JSON or YAML', async () => {
    expect(await loadDocument('{"a": 1}', 'a.json')).toEqual({ a: 1 })
    expect(await loadDocument('a:\n  - 1\n', 'a.yaml')).toEqual({ a: [1] })
    await expect(loadDocument('{"a": ', 'a.json')).rejects.toThrow('a.json is not valid JSON')
    await expect(loadDocument('a: [', 'a.yaml')).rejects.toThrow('a.yaml is not valid YAML')
  })
})
