import { describe, expect, it } from 'vitest'
import * as replies from '../../src/replies/index.ts'

const withOptions: readonly (readonly [
  name: string,
  reply: (options?: never) => replies.Reply | undefined,
  names: string,
])[] = [
  ['movedPermanently', (options) => replies.movedPermanently('/', options), 'headers'],
  ['found', (options) => replies.found('/', options), 'headers'],
  ['seeOther', (options) => replies.seeOther('/', options), 'headers'],
  ['temporaryRedirect', (options) => replies.temporaryRedirect('/', options), 'headers'],
  ['permanentRedirect', (options) => replies.permanentRedirect('/', options), 'headers'],
  ['created', (options) => replies.created('/', options), 'body, type, headers'],
  ['accepted', (options) => replies.accepted(options), 'location, retryAfter, body, type, headers'],
  ['noContent', (options) => replies.noContent(options), 'headers'],
  ['resetContent', (options) => replies.resetContent(options), 'headers'],
  ['multipleChoices', (options) => replies.multipleChoices([{ location: '/' }], options), 'preferred, headers'],
  [
    'notModified',
    (options) => replies.notModified(options),
    'etag, lastModified, cacheControl, expires, contentLocation, vary, headers',
  ],
  [
    'preconditions',
    (options) => replies.preconditions({ headers: {} }, options),
    'etag, lastModified, cacheControl, expires, contentLocation, vary, headers, exists, required',
  ],
]

describe.each(withOptions)('the options of %s', (name, reply, names) => {
  it.each(['Headers', 'status', 'ETag', 'constructor', '__proto__'])(
    'do not include %s, which is refused: it would get lost',
    (option) => {
      const options = JSON.parse(`{${JSON.stringify(option)}:"a"}`) as never
      const meant = names.split(', ').includes(option.toLowerCase()) ? ` (did you mean "${option.toLowerCase()}"?)` : ''
      expect(() => reply(options)).toThrow(
        new TypeError(`${name}() has no option "${option}"${meant}; it has ${names}`),
      )
    },
  )

  it.each([null, 'a', 7, true, [], ['a']])('are an object, not %j', (options) => {
    expect(() => reply(options as never)).toThrow(
      new TypeError(`${name}() takes its options as an object: { ${names} }`),
    )
  })

  it('may be none at all', () => {
    expect(reply({} as never)).toEqual(reply())
  })
})
