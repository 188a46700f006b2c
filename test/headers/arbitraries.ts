import fc from 'fast-check'

const TCHAR = "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

/** A token (RFC 9110 §5.6.2). */
export const token: fc.Arbitrary<string> = fc.string({
  unit: fc.constantFrom(...TCHAR),
  minLength: 1,
  maxLength: 12,
})

/** A token of names that trip up careless code, now and then. */
export const name: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: token },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', '1', '0') },
)

/** What a quoted-string can hold: HTAB, space, visible ASCII and U+0080 to U+00FF (RFC 9110 §5.6.4). */
export const quotable: fc.Arbitrary<string> = fc.string({
  unit: fc
    .oneof(
      { weight: 1, arbitrary: fc.constantFrom('"', '\\', ',', ';', '=', ' ', '\t') },
      { weight: 2, arbitrary: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)) },
    )
    .filter((character) => character !== '\x7f'),
})

/** Any string of UTF-16 code units, lone surrogates and controls included. */
export const anyText: fc.Arbitrary<string> = fc.string({
  unit: fc.oneof(
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    fc.integer({ min: 0, max: 0xff }).map((code) => String.fromCharCode(code)),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
})

/** Text made of the pieces that field values are made of, so that it is often nearly right. */
export const fieldLike: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...' \t,;=/"\\<>()*?:-+.%[]@#') },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          ...['bytes', 'Basic', 'Bearer', 'realm', 'q', 'rel', 'title*', "UTF-8''%C3%A9", 'abc=', '"x"', 'GMT'],
          ...['Sun, 06 Nov 1994 08:49:37 GMT', 'Nov', '0', '1', '42', 'text', 'html', 'https://a.example/'],
        ),
      },
      { weight: 1, arbitrary: token },
      { weight: 1, arbitrary: anyText },
    ),
    { maxLength: 14 },
  )
  .map((pieces) => pieces.join(''))
