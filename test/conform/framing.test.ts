import { describe, expect, it } from 'vitest'
import { BEGUN, UNKNOWN } from '../../src/conform/index.ts'
import { type Described, faultsOf, rulesOf } from './in-hand.ts'

const repairOf = (status: number, described: Described): unknown => faultsOf(status, described)?.at(-1)?.repair

describe.each([204, 101, 103])('a %d', (status) => {
  const upgrade = status === 101 ? { upgrade: 'echo', connection: 'upgrade' } : {}

  it('without content is right', () => {
    expect(rulesOf(status, { fields: upgrade }).filter((id) => /204/.test(id))).toEqual([])
    expect(rulesOf(status, { content: UNKNOWN }).filter((id) => /204/.test(id))).toEqual([])
  })

  it.each([
    [{ 'content-length': '0' }, '9110-8.6-204-no-content-length'],
    [{ 'transfer-encoding': 'chunked' }, '9112-6.1-204-no-transfer-encoding'],
    [{ 'content-type': 'text/plain' }, '9110-15.3.5-204-metadata-is-of-target'],
    [{ 'content-encoding': 'gzip' }, '9110-15.3.5-204-metadata-is-of-target'],
    [{ 'content-length': '4', 'content-type': 'a/b' }, '9110-8.6-204-no-content-length'],
  ])('loses %o (%s)', (fields, rule) => {
    expect(rulesOf(status, { fields })).toContain(rule)
    expect(repairOf(status, { fields })).toEqual({ remove: Object.keys(fields), isContentDropped: false })
  })

  it.each([4, BEGUN])('loses content of the length %d (RFC 9110 §15.3.5)', (content) => {
    expect(rulesOf(status, { content })).toContain('9110-15.3.5-204-no-content')
    expect(repairOf(status, { content })).toEqual({ remove: [], isContentDropped: true })
  })

  it('to HEAD has no content that could be lost', () => {
    expect(rulesOf(status, { content: 4, method: 'HEAD' }).filter((id) => /204/.test(id))).toEqual([])
  })
})

describe('a 304', () => {
  it.each(['content-type', 'content-length', 'content-range', 'repr-digest', 'trailer'])(
    'loses %s (RFC 9110 §15.4.5)',
    (name) => {
      const fields = { [name]: '4', etag: '"a"' }
      const rule = name === 'content-length' ? '8.6-304-content-length-must-equal-200' : '15.4.5-304-no-content'
      expect(rulesOf(304, { fields })).toEqual([`9110-${rule}`])
      expect(repairOf(304, { fields })).toEqual({ remove: [name], isContentDropped: false })
    },
  )

  it('says what it had', () => {
    const fields = { 'content-type': 'a/b', 'content-length': 4 }
    expect(faultsOf(304, { fields, content: 4 })?.[0]?.found).toBe('304 with content, content-length, content-type')
  })
})

describe('a 205', () => {
  it.each<[string, Described]>([
    ['of whose length Node takes care', {}],
    ['that says its length', { fields: { 'content-length': '0' }, isLengthAutomatic: false }],
    ['that says its length as a number', { fields: { 'content-length': 0 }, isLengthAutomatic: false }],
  ])('%s is right', (_, described) => {
    expect(rulesOf(205, described)).toEqual([])
  })

  it.each<[string, Described, string]>([
    ['content', { content: 'text' }, '205 with content'],
    ['content that has begun', { content: BEGUN }, '205 with content'],
    ['no length', { isLengthAutomatic: false }, '205 without Content-Length: 0'],
    ['another length', { fields: { 'content-length': '4' } }, '205 without Content-Length: 0'],
    ['chunks', { fields: { 'transfer-encoding': 'chunked', 'content-length': '0' } }, '205 without Content-Length: 0'],
  ])('with %s gets Content-Length: 0 (RFC 9110 §15.3.6)', (_, described, found) => {
    expect(faultsOf(205, described)).toMatchObject([
      {
        rule: { id: '9110-15.3.6-205-no-content' },
        found,
        mend: 'framing',
        repair: { set: { 'Content-Length': '0' } },
      },
    ])
  })
})

describe('a response to HEAD', () => {
  const head = { method: 'HEAD' } as const
  const gzip = { sent: { 'accept-encoding': 'gzip' }, fields: { vary: 'Origin, Accept-Encoding' } }

  it.each<[string, Described]>([
    ['nothing of its content', { ...head, content: UNKNOWN, fields: { 'content-length': '9' } }],
    ['the length of its content', { ...head, content: 'text', fields: { 'content-length': 4 } }],
    ['no length, and no content', head],
    ['no length of content that has begun', { ...head, content: BEGUN }],
    ['chunks alone', { ...head, content: 'text', fields: { 'transfer-encoding': 'chunked' } }],
    ['no length of what GET gets compressed', { ...head, ...gzip, content: 'text' }],
    [
      'the length of what is too short to be compressed',
      { ...head, ...gzip, fields: { ...gzip.fields, 'content-length': '9' } },
    ],
  ])('that tells %s is right', (_, described) => {
    expect(rulesOf(200, described)).toEqual([])
  })

  it.each<[string, Described, object]>([
    ['no length', { content: 'für' }, { set: { 'Content-Length': '4' } }],
    ['another length', { content: 'text', fields: { 'content-length': '9' } }, { set: { 'Content-Length': '4' } }],
    [
      'the length of what GET gets compressed',
      { ...gzip, fields: { ...gzip.fields, 'content-length': '9000' } },
      { remove: ['content-length'] },
    ],
    [
      'the length of what GET gets in any coding',
      { sent: { 'accept-encoding': '*' }, fields: { vary: 'accept-encoding', 'content-length': '9000' } },
      { remove: ['content-length'] },
    ],
  ])('that tells %s is mended (RFC 9110 §8.6)', (_, described, repair) => {
    expect(faultsOf(200, { ...head, ...described })).toMatchObject([
      { rule: { id: '9110-8.6-head-content-length-equals-get' }, mend: 'framing', repair },
    ])
  })

  it.each<[string, Described]>([
    ['it has a coding', { ...gzip, fields: { ...gzip.fields, 'content-encoding': 'br', 'content-length': '9000' } }],
    ['it varies by something else', { ...gzip, fields: { vary: 'X-Accept-Encoding', 'content-length': '9000' } }],
    ['the client takes no coding', { fields: { vary: 'Accept-Encoding', 'content-length': '9000' } }],
    [
      'the client takes another coding',
      { sent: { 'accept-encoding': 'identity' }, fields: { vary: 'Accept-Encoding', 'content-length': '9000' } },
    ],
  ])('is not compressed for GET where %s', (_, described) => {
    expect(rulesOf(200, { ...head, ...described })).toEqual([])
  })

  it('loses a length beside chunks (RFC 9112 §6.2)', () => {
    const fields = { 'content-length': '4', 'transfer-encoding': 'chunked' }
    expect(rulesOf(200, { ...head, content: 'text', fields })).toEqual(['9112-6.2-no-cl-with-te'])
  })
})

describe('the length of content', () => {
  it.each<[string, Described]>([
    ['is the number of its bytes', { content: 'für', fields: { 'content-length': '4' } }],
    ['may be a number', { content: 'text', fields: { 'content-length': 4 } }],
    ['is not known yet', { content: BEGUN, fields: { 'content-length': '4' } }],
    ['is in chunks', { content: BEGUN, fields: { 'transfer-encoding': 'chunked' } }],
    ['is left to Node', { content: 'text' }],
  ])('%s', (_, described) => {
    expect(rulesOf(200, described)).toEqual([])
  })

  it.each<[Described, object]>([
    [{ content: 'text', fields: { 'content-length': '9' } }, { set: { 'Content-Length': '4' } }],
    [{ content: 'text', fields: { 'content-length': ['4', '4'] } }, { set: { 'Content-Length': '4' } }],
    [{ content: BEGUN, fields: { 'content-length': 'x' } }, { remove: ['content-length'] }],
    [{ content: UNKNOWN, fields: { 'content-length': '-1' } }, { remove: ['content-length'] }],
  ])('%o is mended by %o (RFC 9112 §6.3)', (described, repair) => {
    const fault = faultsOf(200, described)?.at(-1)
    expect(fault).toMatchObject({ rule: { id: '9112-6.3-content-length-matches-body' }, repair })
  })

  it('stands aside for chunks (RFC 9112 §6.2)', () => {
    const fields = { 'content-length': '4', 'transfer-encoding': 'chunked' }
    expect(faultsOf(200, { content: 'text', fields })).toMatchObject([{ repair: { remove: ['content-length'] } }])
  })

  it('comes without chunks to HTTP/1.0 (RFC 9112 §6.1)', () => {
    const chunks = { 'transfer-encoding': 'chunked' }
    expect(rulesOf(200, { version: '1.0', content: 'text', fields: chunks })).toEqual(['9112-6.1-no-te-to-http10'])
    const both = { ...chunks, 'content-length': '9' }
    expect(rulesOf(200, { version: '1.0', content: 'text', fields: both })).toEqual([
      '9112-6.1-no-te-to-http10',
      '9112-6.3-content-length-matches-body',
    ])
  })

  it.each<[Described, object]>([
    [{ fields: { 'content-length': 'x' } }, { remove: ['content-length'] }],
    [{ content: UNKNOWN, fields: { 'content-length': '-1' } }, { remove: ['content-length'] }],
    [{ content: 'text', fields: { 'content-length': 'x' } }, { set: { 'Content-Length': '4' } }],
    [
      {
        content: 'text',
        fields: { 'content-length': '0', vary: 'Accept-Encoding' },
        sent: { 'accept-encoding': 'gzip' },
      },
      { remove: ['content-length'] },
    ],
  ])('is none to HEAD where it is wrong and the right one is not known: %o (RFC 9110 §8.6)', (described, repair) => {
    const [fault, ...others] = faultsOf(200, { method: 'HEAD', ...described }) ?? []
    expect(others).toEqual([])
    expect(fault).toMatchObject({ rule: { id: '9110-8.6-head-content-length-equals-get' }, repair })
    expect(fault?.isGuess).toBeUndefined()
  })

  it.each([
    [{ content: UNKNOWN, fields: {} }, []],
    [{ content: 'text', fields: { 'content-length': '4' } }, []],
    [{ content: 'text', fields: { 'content-length': '9' } }, ['9110-8.6-head-content-length-equals-get']],
  ])('comes without Transfer-Encoding to HEAD of HTTP/1.0: %o (RFC 9112 §6.1)', ({ fields, ...described }, more) => {
    const coded = { ...fields, 'transfer-encoding': 'chunked' }
    expect(rulesOf(200, { method: 'HEAD', version: '1.0', ...described, fields: coded })).toEqual([
      '9112-6.1-no-te-to-http10',
      ...more,
    ])
  })
})
