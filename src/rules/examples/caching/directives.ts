import type { RuleExample } from '../example.ts'

export const directiveExamples: readonly RuleExample[] = [
  {
    rule: '9111-5.2-cache-control-grammar',
    passes: [controlled('max-age=60, private="Set-Cookie, X-User", ext="a;b"'), controlled('no-cache,no-store')],
    breaks: [
      controlled('max-age=60; must-revalidate'),
      controlled('private,, max-age=60'),
      controlled('max-age = 60'),
      controlled('private="Set-Cookie'),
    ],
  },
  {
    rule: '9111-5.2.2.1-max-age-token-form',
    passes: [controlled('max-age=60')],
    breaks: [controlled('max-age="60"')],
  },
  {
    rule: '9111-5.2.2.10-s-maxage-token-form',
    passes: [controlled('max-age=60, s-maxage=600')],
    breaks: [controlled('max-age=60, s-maxage="600"')],
  },
  {
    rule: '9111-5.2.2.4-no-cache-quoted-argument',
    passes: [controlled('no-cache="Set-Cookie", max-age=60'), controlled('no-cache')],
    breaks: [controlled('no-cache=Set-Cookie, max-age=60')],
  },
  {
    rule: '9111-5.2.2.7-private-quoted-argument',
    passes: [controlled('private="Set-Cookie", max-age=60'), controlled('private')],
    breaks: [controlled('private=Set-Cookie, max-age=60')],
  },
  {
    rule: '9111-1.2.2-delta-seconds-grammar',
    passes: [controlled('max-age=0, s-maxage=31536000, stale-while-revalidate=30')],
    breaks: [controlled('max-age=-1'), controlled('max-age=0.5'), controlled('s-maxage=1h'), controlled('max-age')],
  },
  {
    rule: '9111-5.2-directives-without-argument',
    passes: [controlled('public, max-age=60, must-revalidate, immutable')],
    breaks: [controlled('no-store=1'), controlled('max-age=60, must-revalidate="true"')],
  },
  {
    rule: '9111-5.2-unidirectional',
    passes: [controlled('max-age=60')],
    breaks: [controlled('max-age=60, only-if-cached'), controlled('max-stale=5')],
  },
  {
    rule: '9111-5.2.2.3-must-understand-with-no-store',
    passes: [controlled('must-understand, no-store, max-age=60')],
    breaks: [controlled('must-understand, max-age=60')],
  },
  {
    rule: '9111-4.2.1-no-duplicate-or-conflicting-directives',
    passes: [controlled('private, no-cache, no-store, max-age=0, must-revalidate')],
    breaks: [
      controlled('max-age=60, max-age=0'),
      controlled('no-store, max-age=3600'),
      controlled('public, private, max-age=60'),
      controlled('public, no-store'),
    ],
  },
]

function controlled(value: string): string {
  return `
      > GET /report HTTP/1.1
      < HTTP/1.1 200 OK
      < Content-Type: text/plain; charset=utf-8
      < Cache-Control: ${value}
      <
      < 0123456789
      `
}
