import { describe, expect, it } from 'vitest'
import { basic, dpop } from '../../src/headers/index.ts'
import { message } from '../../src/text/index.ts'
import { classes, make, makeOnly, owing } from './classes.ts'

const rules: Readonly<Record<number, readonly [fact: string, rule: string]>> = {
  401: ['challenges', 'RFC 9110 §15.5.2'],
  405: ['allow', 'RFC 9110 §15.5.6'],
  407: ['challenges', '§15.5.8'],
  416: ['size', 'RFC 9110 §15.5.17'],
  426: ['protocols', 'RFC 9110 §15.5.22'],
}

describe('a fact that the status owes', () => {
  it('is owed by 401, 405, 407, 416 and 426', () => {
    expect(owing.map(([status]) => String(status))).toEqual(Object.keys(rules))
  })

  it.each(owing)('is asked of %i %s by its name and rule', (status) => {
    const [fact = '', rule = ''] = rules[status] ?? []
    for (const argument of [[], [{}], ['a text'], [{ [fact]: undefined }], [{ detail: 'x' }]]) {
      expect(() => makeOnly(status, ...argument)).toThrow(TypeError)
      expect(() => makeOnly(status, ...argument)).toThrow(`needs { ${fact} }`)
      expect(() => makeOnly(status, ...argument)).toThrow(rule)
    }
  })
})

describe('an argument that holds no facts', () => {
  it.each([null, 7, true, Symbol('x'), () => 'x', ['x'], [], new Error('x'), new RangeError('x')])(
    'is refused: %s',
    (argument) => {
      for (const [status] of classes) {
        expect(() => makeOnly(status, argument)).toThrow(TypeError)
        expect(() => makeOnly(status, argument)).toThrow(`${status} `)
        expect(() => makeOnly(status, argument)).toThrow('takes a string or an object of facts')
      }
    },
  )

  it('tells where an Error belongs', () => {
    expect(() => makeOnly(502, new Error('x'))).toThrow('(an Error goes into { cause })')
  })
})

describe('a fact that the status does not have', () => {
  it.each([
    'size',
    'allow',
    'foo',
    'status',
    'statusCode',
    'name',
    'stack',
    'constructor',
    'toString',
    'hasOwnProperty',
  ])('404 refuses "%s", and says where further members go', (name) => {
    expect(() => make(404, { [name]: 1 })).toThrow(
      new TypeError(
        `404 Not Found has no fact "${name}"; further members of the problem document go into { extensions }`,
      ),
    )
  })

  it('is refused under the name __proto__', () => {
    expect(() => makeOnly(404, JSON.parse('{"__proto__": {"detail": "x"}}'))).toThrow('has no fact "__proto__"')
  })

  it.each([
    [404, { challenges: [basic({ realm: 'x' })] }],
    [401, { allow: ['GET'] }],
    [404, { protocols: ['websocket'] }],
    [400, { accept: ['a/b'] }],
    [400, { acceptEncoding: ['gzip'] }],
    [413, { acceptPatch: ['a/b'] }],
    [500, { acceptPost: ['a/b'] }],
    [403, { blockedBy: 'https://authority.example/' }],
    [409, { errors: [] }],
  ])('%i refuses %j, which belongs to another', (status, facts) => {
    expect(() => make(status, facts)).toThrow(`has no fact "${Object.keys(facts)[0]}"`)
  })
})

function typeName(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

describe('a fact of the wrong type', () => {
  it.each([
    ['message', [7, null, true, {}, Symbol('x')]],
    ['detail', [7, null, true, {}, []]],
    ['type', [7, null, new URL('https://example.com/')]],
    ['instance', [7, null, new URL('https://example.com/')]],
    ['extensions', [7, null, 'x', true, [1]]],
    ['headers', [7, null, 'x', true, [['X-A', '1']]]],
    ['expose', [0, 1, null, 'false']],
  ])('"%s" refuses it', (name, values) => {
    for (const value of values) {
      expect(() => make(404, { [name]: value })).toThrow(
        new TypeError(`404 Not Found: "${name}" has the wrong type (${typeName(value)})`),
      )
    }
  })

  it('is told where a message() goes instead', () => {
    const text = message('x', 'text')
    expect(() => make(404, { message: text })).toThrow(/"message" has the wrong type.*a message\(\) is for "detail"/)
  })

  it('"title" refuses it', () => {
    expect(() => make(404, { type: '/x', title: 7 })).toThrow('"title" has the wrong type (number)')
  })

  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY, '120', null, true, new Date(Number.NaN)])(
    '"retryAfter" refuses %s (RFC 9110 §10.2.3)',
    (retryAfter) => {
      expect(() => make(503, { retryAfter })).toThrow(TypeError)
      expect(() => make(503, { retryAfter })).toThrow('RFC 9110 §10.2.3')
    },
  )

  it.each([
    [401, { challenges: [] }, 'RFC 9110 §11.6.1'],
    [401, { challenges: basic({ realm: 'x' }) }, 'RFC 9110 §11.6.1'],
    [401, { challenges: 'Basic realm="x"' }, 'RFC 9110 §11.6.1'],
    [401, { challenges: ['Basic realm="x"'] }, 'RFC 9110 §11.3'],
    [401, { challenges: [{ scheme: 'a b' }] }, 'RFC 9110 §11.1'],
    [407, { challenges: [] }, 'RFC 9110 §11.6.1'],
    [407, { challenges: null }, 'RFC 9110 §11.6.1'],
    [405, { allow: 'GET' }, 'RFC 9110 §10.2.1'],
    [405, { allow: ['GET, POST'] }, 'RFC 9110 §9.1'],
    [405, { allow: ['GET\r\nX-Injected: yes'] }, 'RFC 9110 §9.1'],
    [405, { allow: [7] }, 'RFC 9110 §9.1'],
    [405, { allow: null }, 'RFC 9110 §10.2.1'],
    [416, { size: '1234' }, 'RFC 9110 §14.4'],
    [416, { size: -1 }, 'RFC 9110 §14.4'],
    [416, { size: 1.5 }, 'RFC 9110 §14.4'],
    [416, { size: Number.NaN }, 'RFC 9110 §14.4'],
    [416, { size: null }, 'RFC 9110 §14.4'],
    [426, { protocols: [] }, 'RFC 9110 §7.8'],
    [426, { protocols: 'websocket' }, 'RFC 9110 §7.8'],
    [426, { protocols: ['web socket'] }, 'RFC 9110 §7.8'],
    [415, { accept: 'application/json' }, 'RFC 9110 §12.5.1'],
    [415, { accept: ['json'] }, 'RFC 9110 §12.5.1'],
    [415, { acceptEncoding: ['g zip'] }, 'RFC 9110 §12.5.3'],
    [415, { acceptPatch: [] }, 'RFC 5789 §3.1'],
    [415, { acceptPost: ['*'] }, 'LDP 1.0 §7.1'],
    [451, { blockedBy: 'a b' }, 'RFC 8288 §3.1'],
    [451, { blockedBy: new URL('https://authority.example/') }, 'RFC 8288 §3.1'],
    [422, { errors: 'x' }, 'an array of { detail, pointer }'],
    [400, { errors: { detail: 'x' } }, 'an array of { detail, pointer }'],
    [400, { errors: [{ detail: 'x' }, { pointer: '#/a' }] }, 'an array of { detail, pointer }'],
    [422, { errors: [{ detail: 7 }] }, 'an array of { detail, pointer }'],
    [422, { errors: [null] }, 'an array of { detail, pointer }'],
    [422, { errors: ['x'] }, 'an array of { detail, pointer }'],
    [401, { challenges: [{ scheme: 'Basic' }] }, 'RFC 7617 §2'],
    [401, { challenges: [{ scheme: 'Bearer' }] }, 'RFC 6750 §3'],
    [401, { challenges: [{ scheme: 'Digest', params: { realm: 'a' } }] }, 'RFC 7616 §3.3'],
    [407, { challenges: [{ scheme: 'DPoP' }] }, 'RFC 9449 §7.1'],
    [407, { challenges: [basic({ realm: 'a' }), dpop({ algs: ['ES256'] })] }, 'RFC 9449 §7.1'],
    [405, { allow: ['get'] }, 'RFC 9110 §9.1'],
    [451, { blockedBy: 'https:///legal' }, 'RFC 9110 §4.2.1'],
  ])('%i refuses %j (%s)', (status, facts, rule) => {
    expect(() => make(status, facts)).toThrow(TypeError)
    expect(() => make(status, facts)).toThrow(rule)
  })
})

describe('a title without a type', () => {
  it.each(classes)('%i %s refuses it, since about:blank has the status phrase (RFC 9457 §4.2.1)', (status) => {
    expect(() => make(status, { title: 'X' })).toThrow(TypeError)
    expect(() => make(status, { title: 'X' })).toThrow('RFC 9457 §4.2.1')
  })
})

describe('an extension with the name of a standard member', () => {
  it.each(['type', 'status', 'title', 'detail', 'instance'])('is refused: %s (RFC 9457 §3.2)', (name) => {
    expect(() => make(409, { extensions: { [name]: 'x' } })).toThrow(
      new TypeError(`409 Conflict: an extension can't be named "${name}": it is a standard member (RFC 9457 §3.2)`),
    )
  })

  it.each(['Type', 'status_', 'errors', 'constructor'])('is not %s', (name) => {
    expect(make(409, { extensions: { [name]: 'x' } }).extensions).toEqual({ [name]: 'x' })
  })
})
