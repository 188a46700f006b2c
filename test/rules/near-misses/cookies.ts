import { answer, type NearMisses } from './near-miss.ts'

const setting = (...cookies: readonly string[]): string =>
  answer('200 OK', ...cookies.map((cookie) => `Set-Cookie: ${cookie}`))

export const cookies: NearMisses = {
  '6265-3-set-cookie-not-folded': {
    breaks: [setting('a=1, b='), setting('a=1; Path=/, b=2')],
    passes: [setting('a=1, b'), setting('a=1; Path=/,b=2'), setting('a=1, b c=2'), setting('a=1', 'b=2')],
  },
  '6265-4.1.1-set-cookie-unique-names': {
    breaks: [
      [
        setting('a=1; Path=/', 'a=1; Path=/b'),
        'The cookie a is set more than once, and user agents differ in which one counts.',
      ],
      setting('a=1, a=2'),
    ],
    passes: [setting('a=1', 'A=1'), setting('a=1', 'a')],
  },
  '6265-4.1.1-set-cookie-grammar': {
    breaks: [
      [setting('a'), 'The cookie has no name=value.'],
      [setting('a b=1'), 'The cookie has a name that is not a token.'],
      [
        setting('a="b'),
        'The cookie has a value with a blank, comma, quote, backslash or a character beyond ASCII: encode it.',
      ],
      [setting('a=1; Path=/ä'), 'The cookie has an attribute with characters beyond visible ASCII.'],
      [setting('a=1; Max-Age=1.5'), 'The cookie has a Max-Age that is not a whole number of seconds.'],
    ],
    passes: [setting('a='), setting('a=""'), setting('a=1; Max-Age=-1')],
  },
  '6265-4.1.1-set-cookie-no-duplicate-attributes': {
    breaks: [[setting('a=1; Secure; SECURE'), 'The cookie a has the attribute secure more than once.']],
    passes: [setting('a=1; Secure', 'b=1; Secure')],
  },
  '6265-4.1.1-set-cookie-rfc1123-date': {
    breaks: [
      [setting('a=1; Expires'), 'Expires of the cookie a is not a date in the form of Sun, 06 Nov 1994 08:49:37 GMT.'],
      setting('a=1; Expires=Sun Nov  6 08:49:37 1994'),
      setting('a=1; expires="Sun, 06 Nov 1994 08:49:37 GMT"'),
    ],
    passes: [setting('a=1; expires=Sun, 06 Nov 1994 08:49:37 GMT'), setting('a=1; Max-Age=0')],
  },
}
