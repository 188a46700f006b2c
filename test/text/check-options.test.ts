import { describe, expect, it } from 'vitest'
import { checkOptions } from '../../src/text/index.ts'

const names = ['url', 'formats', 'languages', 'defaultLanguage']
const messageOf = (options: unknown): string => {
  try {
    checkOptions('make', options, names)
  } catch (error) {
    return (error as TypeError).message
  }
  return ''
}

describe('an option that does not exist', () => {
  it.each([
    ['Formats', 'formats'],
    ['format', 'formats'],
    ['fromats', 'formats'],
    ['language', 'languages'],
    ['defaultlanguages', 'defaultLanguage'],
    ['URL', 'url'],
    ['uri', 'url'],
  ])('that is like one that does is refused with it: %s, %s', (given, meant) => {
    expect(messageOf({ [given]: 1 })).toBe(
      `make() has no option "${given}" (did you mean "${meant}"?); it has ${names.join(', ')}`,
    )
  })

  it.each(['form', 'ip', 'locale', 'constructor', `formats${' '.repeat(1000)}`])(
    'that is like none is not: %s',
    (given) => {
      expect(messageOf({ [given]: 1 })).toBe(`make() has no option "${given}"; it has ${names.join(', ')}`)
    },
  )
})

it('what is no object is refused with what there is', () => {
  for (const options of [null, undefined, true, 'de', [], () => {}]) {
    expect(messageOf(options)).toBe(
      'make() takes its options as an object: { url, formats, languages, defaultLanguage }',
    )
  }
  expect(messageOf({ url: 1 })).toBe('')
})
