import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Ledger, redact, type Violation } from '../../src/audit/index.ts'
import { redactorOf } from '../../src/audit/redact.ts'
import { secretsOf } from '../../src/audit/secrets.ts'
import { type Exchange, type FieldLine, rules } from '../../src/rules/index.ts'

describe('a text without what lets somebody in', () => {
  it.each([
    ['Authorization: Bearer abc.def', 'Authorization: Bearer ***'],
    ['> authorization: Digest username="u", response="r"', '> authorization: Digest ***'],
    ['Authorization: only-a-key', 'Authorization: ***'],
    ['Authorization: ', 'Authorization: ***'],
    ['< Proxy-Authorization: Basic\tdTpw', '< Proxy-Authorization: Basic ***'],
    ['Cookie: a=1; b=2=3; nameless', 'Cookie: a=***; b=***; ***'],
    ['Set-Cookie: sid=1; Path=/; HttpOnly', 'Set-Cookie: sid=***; Path=/; HttpOnly'],
    ['Set-Cookie: nameless', 'Set-Cookie: ***'],
    ['Set-Cookie: a=1; Path=/, b=2; SameSite=Lax', 'Set-Cookie: a=***; Path=***; SameSite=Lax'],
    ['Set-Cookie: a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT, b=2', 'Set-Cookie: a=***; Expires=***'],
    ['Set-Cookie: a=1; Other=2; Odd', 'Set-Cookie: a=***; Other=***; ***'],
    ['DPoP: eyJ', 'DPoP: ***'],
    ['X-CSRF-Token: 1\nx-api-key: 2\nX-Session-Id: 3', 'X-CSRF-Token: ***\nx-api-key: ***\nX-Session-Id: ***'],
    ['> GET /a?token=1&b=&c#d HTTP/1.1', '> GET /a?token=***&b=***&c#d HTTP/1.1'],
    ['> GET /a?secret HTTP/1.1', '> GET /a?*** HTTP/1.1'],
    ['Location: https://u:p@a.example/#access_token=1', 'Location: https://***@a.example/#access_token=***'],
    ['Link: </a?page=2>; rel="next"', 'Link: </a?page=***>; rel="next"'],
  ])('%s', (text, redacted) => {
    expect(redact(text)).toBe(redacted)
    expect(redact(redacted)).toBe(redacted)
  })

  it.each([
    'WWW-Authenticate: Basic realm="orders"',
    'Accept: text/html;q=0.8, */*',
    'The pointer "#/age" is wrong? No.',
    'ETag: "a?"',
    'GET / HTTP/1.1',
  ])('leaves alone %s', (text) => expect(redact(text)).toBe(text))

  it('masks short secrets only as a whole, and the shortest only in their own lines', () => {
    const hide = redactorOf(['SecreT', 'dark', 'Theme77'])
    expect(hide('a dark secret, a secre and theme77')).toBe('a dark ***, a secre and ***')
  })

  it('masks every part of a secret that says something of it', () => {
    const hide = redactorOf(['0123456789abcdef'])
    expect(hide('"0123456789…" 89abcdef 0123 0123456789ABCDEF0123456789abcdef')).toBe('"***…" *** 0123 ***')
  })

  it('knows the secrets of all messages of an exchange', () => {
    const fields: FieldLine[] = [['Set-Cookie', 'a=in the cookie; Path=/']]
    const exchange: Exchange = {
      request: { method: 'GET', target: '/', version: '1.1', fields: [['authorization', 'Bearer credentials']] },
      interim: [{ version: '1.1', status: 103, fields: [['X-Token', 'early']] }],
      response: { version: '1.1', status: 200, fields, trailers: [['X-Secret', 'late']] },
    }
    expect(secretsOf(exchange)).toEqual(['credentials', 'early', 'in the cookie', 'late'])
    expect(secretsOf({ response: { version: '1.1', status: 200, fields: [['Set-Cookie', '']] } })).toEqual([''])
  })
})

describe('whatever form a rule quotes a secret in', () => {
  const secret = fc.stringMatching(/^[A-Za-z0-9+/._~-]{8,60}$/)
  const named = fc.constantFrom<(secret: string) => FieldLine>(
    (value) => ['Authorization', `Bearer ${value}`],
    (value) => ['authorization', value],
    (value) => ['Proxy-Authorization', `Basic ${value}`],
    (value) => ['Cookie', `theme=dark; sid=${value}; b=c`],
    (value) => ['Cookie', value],
    (value) => ['Set-Cookie', `sid=${value}; Path=/`],
    (value) => ['DPoP', value],
  )
  const quoting = fc.constantFrom<(field: FieldLine, secret: string) => string>(
    ([name, value]) => `${name}: ${value}`,
    ([name, value]) => `The field ${name.toLowerCase()} has "${value}", which is wrong.`,
    (_field, value) => `"${value}"`,
    (_field, value) => `${value.toLowerCase()}, and again ${value}${value}`,
    ([name, value]) => JSON.stringify({ [name]: value }),
    (_field, value) => encodeURIComponent(value),
    (_field, value) => `"${value.slice(0, 40)}…"`,
    (_field, value) => [...value].join(''),
  )

  it('it is in nothing that is told', () => {
    fc.assert(
      fc.property(secret, named, quoting, (value, field, quote) => {
        const line = field(value)
        const [rule] = rules
        if (rule === undefined) throw new Error('there are rules')
        const violation: Violation = { rule, what: quote(line, value), evidence: quote(line, value) }
        const request = { method: 'GET', target: `/?t=${value}`, version: '1.1', fields: [line] } as const
        const exchange: Exchange = { request, response: { version: '1.1', status: 200, fields: [line] } }
        const ledger = new Ledger()
        const told = JSON.stringify([ledger.note('GET /', exchange, [violation]), ledger.routes()]).toLowerCase()
        // What the rule itself says is no secret.
        const dynamic = told.replaceAll(JSON.stringify(rule).toLowerCase(), '')
        expect(dynamic).not.toContain(value.toLowerCase())
        // Nor enough of it to guess the rest.
        expect(dynamic).not.toContain(value.slice(0, 40).toLowerCase())
      }),
    )
  })
})

describe('fields and paths that let somebody in', () => {
  it.each(['X-Auth-Key', 'X-Authorization', 'X-JWT', 'X-Session', 'Cf-Access-Jwt-Assertion', 'X-Hub-Signature'])(
    '%s is masked',
    (name) => {
      expect(redact(`> ${name}: s3cret-of-ada`)).not.toContain('s3cret')
    },
  )

  it('the session in a path is masked', () => {
    expect(redact('> GET /cart;jsessionid=s3cret?x=1 HTTP/1.1')).toBe('> GET /cart;jsessionid=***?x=*** HTTP/1.1')
  })
})
