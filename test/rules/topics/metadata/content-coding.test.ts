import { describe, expect, it } from 'vitest'
import { audit, type Violation } from '../../../../src/audit/index.ts'

/** What is found in a 200 with the fields and the bytes, given in hexadecimal. */
function found(fields: Readonly<Record<string, string>>, hex: string): readonly Violation[] {
  const exchange = {
    request: { method: 'GET', target: '/', version: '1.1' as const, fields: [] },
    response: {
      version: '1.1' as const,
      status: 200,
      fields: Object.entries(fields),
      content: Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex')),
    },
  }
  return audit(exchange, ({ id }) => id === '9110-8.4-content-encoding-declared')
}

const said = (...exchange: Parameters<typeof found>): string[] => found(...exchange).map(({ what }) => what)

describe('9110-8.4-content-encoding-declared', () => {
  it.each([
    ['gzip', '1f 8b 08 00 00'],
    ['x-gzip', '1f 8b 08 00 00'],
    ['gzip, identity', '1f 8b 08 00 00'],
    ['compress', '1f 9d 90 61 00'],
    // Windows of 256 bytes and of 32 KiB, the least and the greatest (RFC 1950 §2.2).
    ['deflate', '08 1d 4b 04 00'],
    ['deflate', '78 9c 4b 04 00'],
    ['zstd', '28 b5 2f fd 04'],
    // Skippable frames (RFC 8878 §3.1.2).
    ['zstd', '50 2a 4d 18 04'],
    ['zstd', '5f 2a 4d 18 04'],
    // It begins with anything.
    ['br', '8b 00 80 61 03'],
    ['aes128gcm', '1f 8b 08 00 00'],
  ])('lets %s begin with %s', (coding, hex) => {
    expect(said({ 'Content-Encoding': coding }, hex)).toEqual([])
  })

  it.each([
    ['gzip', '1f 9d 08 00 00'],
    ['gzip', '1e 8b 08 00 00'],
    ['gzip', '11 f8 b0 80 00'],
    ['compress', '1f 8b 90 61 00'],
    ['compress', '9d 1f 90 61 00'],
    ['deflate', '78 9d 4b 04 00'],
    ['deflate', '79 18 4b 04 00'],
    ['deflate', '88 1c 4b 04 00'],
    ['deflate', '4b 4c 04 00 00'],
    ['zstd', '28 b5 2f fe 04'],
    ['zstd', '00 28 b5 2f fd'],
    ['zstd', '60 2a 4d 18 04'],
    ['zstd', '51 2a 4d 19 04'],
    ['zstd', '00 50 2a 4d 18'],
  ])('does not let %s begin with %s', (coding, hex) => {
    const what = `Content-Encoding says ${coding}, but the content is not in that coding.`
    expect(said({ 'Content-Encoding': coding }, hex)).toEqual([what])
  })

  it.each(['text/html', 'application/json', 'application/problem+json', 'application/xml', 'image/svg+xml'])(
    'sees gzip that nobody told of in %s',
    (type) => {
      const what = ['The content is coded with gzip, but no Content-Encoding says so.']
      expect(said({ 'Content-Type': type }, '1f 8b 08 00')).toEqual(what)
      expect(said({ 'Content-Type': type, 'Content-Encoding': 'identity' }, '1f 8b 08 00')).toEqual(what)
      expect(said({ 'Content-Type': type, 'Content-Encoding': 'gzip' }, '1f 8b 08 00')).toEqual([])
      expect(said({ 'Content-Type': type }, '1f 8b 08')).toEqual([])
      expect(said({ 'Content-Type': type }, '1f 9d 90 61')).toEqual([])
    },
  )

  it('shows what says otherwise', () => {
    expect(found({ 'Content-Type': 'text/html' }, '1f 8b 08 00')[0]?.evidence).toBe('Content-Type: text/html')
    expect(found({ 'Content-Type': 'text/html', 'Content-Encoding': 'identity' }, '1f 8b 08 00')[0]?.evidence).toBe(
      'Content-Type: text/html\nContent-Encoding: identity',
    )
  })

  it.each([
    'application/gzip',
    'application/json-seq',
    'application/vnd.text',
    'application/xml-dtd',
    'json/x',
    'x-text/a',
    'a',
  ])('lets %s be what it wants', (type) => {
    expect(said({ 'Content-Type': type }, '1f 8b 08 00')).toEqual([])
    expect(said({}, '1f 8b 08 00')).toEqual([])
  })
})
