import { describe, expect, it } from 'vitest'
import { hostileValues } from './hostile-values.ts'
import { recognized, toldOf } from './recognized.ts'

describe.each(hostileValues)('%s', (_name, make) => {
  it('is recognized without an exception', () => {
    expect([404, 500, 502]).toContain(recognized(make()).problem.status)
  })

  it('is answered without its secret', () => {
    expect(toldOf(make())).toMatch(/^(?:404|50[02]) /)
    expect(toldOf(make())).not.toContain('secret')
  })
})
