import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memberNames } from '../../../src/rules/grammar/json.ts'

describe('names of JSON members', () => {
  it('are those of the outermost object, with those that occur twice', () => {
    expect(
      memberNames('{"a": {"b": 1, "a": [{"c": 2}]}, "\\u0061": [1, "d", {"e": "f"}], "g": "h, \\"i\\": {"}'),
    ).toEqual(['a', 'a', 'g'])
    expect(memberNames('[{"a": 1}]')).toEqual([])
    expect(memberNames('["a", "b"]')).toEqual([])
    expect(memberNames('"a"')).toEqual([])
    expect(memberNames('{"a"\t\r\n :1,"b":["c"],"d":"e\\\\"}')).toEqual(['a', 'b', 'd'])
    expect(memberNames('{}')).toEqual([])
  })

  it('are those that JSON.parse finds', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }),
        fc.boolean(),
        (object, wide) => {
          const names = memberNames(JSON.stringify(object, undefined, wide ? 2 : undefined))
          expect([...names].sort()).toEqual(Object.keys(object).sort())
        },
      ),
    )
  })
})
