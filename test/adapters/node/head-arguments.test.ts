import { describe, expect, it } from 'vitest'
import { givenFields } from '../../../adapters/node/conform/head-arguments.ts'

const given = (...args: unknown[]): unknown => {
  const fields = givenFields(args[0], args[1])
  return fields === undefined ? undefined : Object.fromEntries(fields)
}

describe('the fields that writeHead() is given', () => {
  it.each(
    [[], ['My Own'], ['My Own', undefined], [undefined], [null], [undefined, null], [7], ['My Own', 'a']].map(
      (args) => [args],
    ),
  )('are none in %o', (args) => {
    expect(given(...args)).toBeUndefined()
  })

  const one = { 'x-own': ['X-Own', 'a'] }

  it.each([
    ['an object', [{ 'X-Own': 'a' }]],
    ['an object after a phrase', ['My Own', { 'X-Own': 'a' }]],
    ['an object after no phrase', [undefined, { 'X-Own': 'a' }]],
    ['a list', [['X-Own', 'a']]],
    ['a list after a phrase', ['My Own', ['X-Own', 'a']]],
    ['a list of pairs', [[['X-Own', 'a']]]],
  ])('are read from %s, by lower-case name', (_, args) => {
    expect(given(...args)).toEqual(one)
  })

  it('are those of the last argument where there are two', () => {
    expect(given({ 'X-Other': 'b' }, { 'X-Own': 'a' })).toEqual(one)
  })

  it('are read one by one from a list', () => {
    expect(given(['A', '1', 'B', 2])).toEqual({ a: ['A', '1'], b: ['B', 2] })
  })

  it('are lines where a name occurs again, in any case', () => {
    expect(given(['A', '1', 'a', 2, 'A', ['3', 4]])).toEqual({ a: ['A', ['1', '2', '3', '4']] })
    expect(
      given([
        ['A', '1'],
        ['a', '2'],
      ]),
    ).toEqual({ a: ['a', ['1', '2']] })
  })

  it('are texts, numbers or lines of text', () => {
    expect(given({ a: 1, b: ['x', 2], c: true, d: null, e: [] })).toEqual({
      a: ['a', 1],
      b: ['b', ['x', '2']],
      c: ['c', 'true'],
      d: ['d', 'null'],
      e: ['e', []],
    })
  })

  it('are none of what an object inherits', () => {
    expect(given(Object.create({ 'X-Own': 'a' }))).toEqual({})
  })

  it.each([
    ['half a list', ['X-Own'], { 'x-own': ['X-Own', 'undefined'] }],
    ['an empty list', [], {}],
    ['a list of pairs with something else', [['X-Own', 'a'], 7], one],
    ['a list of pairs that are none', [[]], { undefined: ['undefined', 'undefined'] }],
    ['names that are none', [7, 'a'], { 7: ['7', 'a'] }],
  ])('are read of %s, too, which Node has its own opinion on', (_, list, expected) => {
    expect(given(list)).toEqual(expected)
  })
})
