import { describe, expect, it } from 'vitest'
import { tolerantStringify as onNode } from '../../../adapters/node/stringify.ts'
import { tolerantStringify as anywhere } from '../../../src/respond/stringify.ts'

const same = (_key: string, value: unknown): unknown => value

describe('the stringifier that is loaded when it is first needed', () => {
  it('writes what the other one writes', () => {
    const circle: Record<string, unknown> = { big: 10n, list: [1, undefined], date: new Date(0) }
    circle.self = circle
    for (const value of [circle, [circle], 10n, undefined]) expect(onNode(value, same)).toBe(anywhere(value, same))
  })
})
