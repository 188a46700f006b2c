import type { RuleExample } from '../example.ts'

const ok = (...lines: readonly string[]): string =>
  ['> POST /session HTTP/1.1', '< HTTP/1.1 204 No Content', ...lines.map((line) => `< Set-Cookie: ${line}`)].join('\n')

export const setCookieExamples: readonly RuleExample[] = [
  {
    rule: '6265-3-set-cookie-not-folded',
    passes: [
      ok('sid=31d4; Path=/; HttpOnly; Secure', 'lang=en-US; Expires=Wed, 09 Jun 2027 10:18:14 GMT'),
      ok('sid=31d4; Path=/a, b'),
    ],
    breaks: [
      ok('sid=31d4; Path=/; HttpOnly, lang=en-US; Path=/'),
      ok('sid=31d4; Expires=Wed, 09 Jun 2027 10:18:14 GMT, lang=en-US'),
      ok('sid=31d4, lang=en-US'),
    ],
  },
  {
    rule: '6265-4.1.1-set-cookie-unique-names',
    passes: [ok('sid=31d4; Path=/', 'SID=31d5; Path=/', 'lang=en-US; Path=/')],
    breaks: [
      ok('sid=31d4; Path=/', 'lang=en-US; Path=/', 'sid=31d5; Path=/'),
      ok('sid=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT', 'sid=31d4; Path=/'),
    ],
  },
  {
    rule: '6265-4.1.1-set-cookie-grammar',
    passes: [
      ok('sid=s%3A31d4.k%2Bx; Path=/; HttpOnly; SameSite=Lax; Priority=High; Partitioned'),
      ok('sid="31d4"; Max-Age=0; Domain=.example.com'),
    ],
    breaks: [
      ok('note=two cups of tea; Path=/'),
      ok('cart={"tea":2}; Path=/'),
      ok('sid; Path=/; HttpOnly'),
      ok('sid=31d4; Max-Age=1.5e3; Path=/'),
    ],
  },
  {
    rule: '6265-4.1.1-set-cookie-no-duplicate-attributes',
    passes: [ok('sid=31d4; Path=/; HttpOnly; Secure; SameSite=Strict')],
    breaks: [ok('sid=31d4; Path=/; HttpOnly; path=/api'), ok('sid=31d4; SameSite=None; Secure; SameSite=Lax')],
  },
  {
    rule: '6265-4.1.1-set-cookie-rfc1123-date',
    passes: [ok('sid=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT')],
    breaks: [
      ok('sid=; Path=/; Expires=Thu, 01-Jan-1970 00:00:01 GMT'),
      ok('sid=; Path=/; Expires=Thursday, 01-Jan-70 00:00:00 GMT'),
      ok('sid=; Path=/; Expires=1970-01-01T00:00:00Z'),
    ],
  },
]
