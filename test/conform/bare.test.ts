import { describe, expect, it } from 'vitest'
import { BEGUN, UNKNOWN } from '../../src/conform/index.ts'
import { type Described, faultsOf, rulesOf } from './in-hand.ts'

const explain = '9110-15.5-explain'
const text = { 'content-type': 'text/plain; charset=utf-8' }

describe('an error status', () => {
  it.each([400, 404, 499, 500, 599, 600, 999])('%d and nothing else is bare (RFC 9110 §15.5)', (status) => {
    expect(faultsOf(status)).toContainEqual(
      expect.objectContaining({ mend: 'bareStatus', found: `${status} without content` }),
    )
  })

  it.each([200, 304, 399])('is not %d', (status) => {
    expect(rulesOf(status)).not.toContain(explain)
  })

  it.each<[string, Described]>([
    ['content', { content: 'text' }],
    ['content that has begun', { content: BEGUN }],
    ['content perhaps', { content: UNKNOWN }],
    ['a type', { fields: { 'content-type': 'a/b' } }],
    ['a length for HEAD', { method: 'HEAD', fields: { 'content-length': '4' } }],
  ])('with %s is not bare', (_, described) => {
    expect(rulesOf(404, described)).not.toContain(explain)
  })

  it('to HEAD is bare where nothing tells of content for GET', () => {
    expect(rulesOf(404, { method: 'HEAD' })).toContain(explain)
  })

  it.each([0, '9'])('without content is bare whatever it says of its length: %j', (length) => {
    expect(rulesOf(404, { fields: { 'content-length': length } })).toContain(explain)
  })

  it('with what the framework writes for want of an answer is bare', () => {
    expect(rulesOf(404, { content: 'Not Found', fields: text, isPlaceholder: true })).toEqual([explain])
  })
})

describe('the name of a status', () => {
  const replaced = (status: number, described: Described): readonly string[] =>
    rulesOf(status, described, { replacesPlainText: true })

  it.each([
    [404, 'Not Found'],
    [404, 'not found'],
    [404, '404'],
    [413, 'Payload Too Large'],
    [413, 'Content Too Large'],
    [418, "I'm a teapot"],
    [422, 'Unprocessable Entity'],
  ])('of %d is %s', (status, content) => {
    expect(replaced(status, { content, fields: text })).toEqual([explain])
    expect(rulesOf(status, { content, fields: text })).toEqual([])
  })

  it.each([404, 413])('of %d is known by its length in a response to HEAD', (status) => {
    const length = status === 404 ? 9 : 17
    expect(replaced(status, { method: 'HEAD', fields: { ...text, 'content-length': length } })).toEqual([explain])
    expect(replaced(status, { method: 'HEAD', fields: { ...text, 'content-length': 99 } })).toEqual([])
    expect(replaced(status, { method: 'HEAD', fields: text })).toEqual([])
  })

  it.each<[string, Described]>([
    ['another text', { content: 'Gone', fields: text }],
    ['a long text', { content: 'x'.repeat(65), fields: text }],
    ['no text', { content: 9, fields: text }],
    ['nothing', { fields: text }],
    ['the beginning of one', { content: BEGUN, fields: text }],
    ['another type', { content: 'Not Found', fields: { 'content-type': 'text/html' } }],
    ['no type', { content: 'Not Found' }],
  ])('is not %s', (_, described) => {
    expect(replaced(404, described)).toEqual([])
  })
})

describe('a final response', () => {
  it.each([100, 101, 102, 103, 150])('is not %d: it becomes a 500 (RFC 9110 §15.2)', (status) => {
    expect(faultsOf(status)?.[0]).toMatchObject({
      rule: { id: '9110-15-interim-then-one-final' },
      mend: 'bareStatus',
      becomes: 500,
    })
  })

  it('may be a 101 that names the protocol that follows (RFC 9110 §15.2.2)', () => {
    expect(rulesOf(101, { fields: { upgrade: 'echo', connection: 'upgrade' } })).toEqual([])
  })
})
