import { describe, expect, it } from 'vitest'
import { findStackTrace } from '../../../src/rules/grammar/stack-traces.ts'

describe('stack traces', () => {
  it('of JavaScript are found', () => {
    expect(findStackTrace(new Error('x').stack ?? '')).toMatch(/^at /)
  })

  it.each([
    'java.lang.IllegalStateException\n\tat com.example.Shop.find(Shop.java:42)',
    '   at Shop.Orders.Find() in /src/Orders.cs:line 42',
    'Traceback (most recent call last):\n  File "/srv/a.py", line 3, in f',
    '#0 /srv/shop.php(42): find()',
    "/srv/shop.rb:42:in `find'",
    'goroutine 1 [running]:',
  ])('of other languages are found: %s', (text) => {
    expect(findStackTrace(text)).toBeDefined()
  })

  it.each([
    'at 10:30 the shop closes',
    'Look at line 7',
    'at http://example.com:80/',
    'File "a.txt" is missing',
    '#1 is taken',
  ])('are not in %s', (text) => {
    expect(findStackTrace(text)).toBeUndefined()
  })

  it('are looked for at the start of long texts and lines', () => {
    const line = 'at f (/app/index.js:10:5)'
    expect(findStackTrace(`${'x'.repeat(19_000)}\n${line}`)).toBe(line)
    expect(findStackTrace(`${'x'.repeat(20_000)}\n${line}`)).toBeUndefined()
    expect(findStackTrace(`${'\n'.repeat(500)}${line}`)).toBeUndefined()
    expect(findStackTrace(`at ${'x'.repeat(500)}:10:5`)).toBeUndefined()
  })

  it('take linear time', () => {
    const start = performance.now()
    for (const piece of ['at :1:1 ', ':1', ' at', 'line 1\n', 'x.rb:1:in']) findStackTrace(`at ${piece.repeat(50_000)}`)
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})
