import { describe, expect, it } from 'vitest'
import { BadRequest, Conflict, NotFound } from '../../src/problems/index.ts'
import { field, replied } from './replied.ts'

const textOf = (thrown: unknown): string => String(replied(thrown, { headers: { accept: 'text/plain' } }).reply.body)

describe('a problem document in plain text', () => {
  it('has status, title and detail', () => {
    expect(textOf(new NotFound('No order 42'))).toBe('404 Not Found\n\nNo order 42\n')
  })

  it('has type, instance and what is wrong part by part', () => {
    const thrown = new BadRequest({
      type: 'https://example.com/invalid',
      title: 'Invalid order',
      detail: 'See below',
      instance: '/orders/7',
      errors: [{ pointer: '#/age', detail: 'too young' }, { detail: 'too late' }],
    })
    expect(textOf(thrown)).toBe(
      '400 Invalid order\n\nSee below\n\nType: https://example.com/invalid\n\nInstance: /orders/7\n\n' +
        '- #/age: too young\n- too late\n',
    )
  })

  it('is only the heading without a detail', () => {
    const { reply } = replied(new NotFound(), {
      headers: { accept: 'text/plain' },
      options: { defaultDetail: false },
    })
    expect(reply.body).toBe('404 Not Found\n')
  })

  it('shows the stack with debug: true', () => {
    const resolution = replied(new Error('what'), { headers: { accept: 'text/plain' }, options: { debug: true } })
    expect(resolution.reply.body).toMatch(/^500 Internal Server Error\n\n[^\n]+\n\nError: what\n {4}at /)
  })

  it('is in UTF-8, and says so', () => {
    const resolution = replied(new Conflict('\u00e9\ud800'), { headers: { accept: 'text/plain' } })
    expect(field(resolution, 'Content-Type')).toBe('text/plain; charset=utf-8')
    expect(Buffer.from(String(resolution.reply.body)).toString()).toBe('409 Conflict\n\n\u00e9\ufffd\n')
    expect(field(resolution, 'Content-Length')).toBe('20')
  })
})
