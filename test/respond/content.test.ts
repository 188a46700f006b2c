import { describe, expect, it } from 'vitest'
import { isStreamed } from '../../src/respond/index.ts'

describe('content', () => {
  it('is streamed where it is neither text nor bytes nor missing', () => {
    expect(isStreamed({ open: async function* () {} })).toBe(true)
    for (const content of ['', 'text', new Uint8Array(1), Buffer.from('a'), undefined]) {
      expect(isStreamed(content)).toBe(false)
    }
  })
})
