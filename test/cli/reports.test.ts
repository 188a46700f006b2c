import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { evidenceElsewhere, tellingEarlier } from '../../cli/report/evidence.ts'
import { htmlReport } from '../../cli/report/html.ts'
import { jsonReport } from '../../cli/report/json.ts'
import { junitReport } from '../../cli/report/junit.ts'
import { isFailure } from '../../cli/report/report.ts'
import { safeText, shorten } from '../../cli/report/safe-text.ts'
import { sarifReport } from '../../cli/report/sarif.ts'
import { hideSecrets } from '../../cli/report/secrets.ts'
import { textReport } from '../../cli/report/text.ts'
import { abridge, showExchange } from '../../cli/report/transcript.ts'
import { exchangeOf } from '../../src/rules/index.ts'
import { clean, EVIL, mustRule, sample } from './sample-report.ts'

describe('the verdict', () => {
  it('is bad with a broken MUST, or where no answer came', () => {
    expect(isFailure(clean)).toBe(false)
    expect(isFailure({ ...clean, findings: sample.findings.slice(1) })).toBe(false)
    expect(isFailure({ ...clean, findings: sample.findings })).toBe(true)
    expect(isFailure({ ...clean, troubles: sample.troubles })).toBe(true)
    expect(isFailure({ ...clean, troubles: sample.troubles.slice(1) })).toBe(false)
  })
})

describe('the text', () => {
  const text = textReport(sample)

  it('has a table by rule, and each rule with its section, link, remedy and an exchange', () => {
    expect(text).toContain('statuswise 1.2.3 audit of http://localhost:3000, 2 URLs: 40 requests, 41 answers, 1.5 s')
    expect(text).toMatch(/^MUST +60× {2}RFC 9110 §15.5.6 {2}9110-15.5.6-allow {2}A 405 lists/m)
    expect(text).toContain(`RFC 9110 §15.5.6: ${mustRule.link}`)
    expect(text).toContain(`Remedy: ${mustRule.remedy}`)
    expect(text).toContain('    < HTTP/1.1 405 Method Not Allowed\n')
    expect(text).toContain('a-should  1× (up to the application)')
    expect(text).toContain('Also: OPTIONS /other → 405')
    expect(text).toContain('error    wire-no-answer')
    expect(text).toMatch(/Rules broken: MUST: 1, SHOULD: 1, advice: 1, obeyed: 1, not answered right: 1\.\n$/)
  })

  it('shows evidence that is in no line of the exchange', () => {
    expect(text).toContain('  Evidence:\n    HTTP/1.1 405 Method Not Allowed\n    (no allow)\n')
  })

  it('says so where nothing is wrong, and where the audit was not complete', () => {
    expect(textReport(clean)).toContain('Rules broken: MUST: 0, SHOULD: 0, advice: 0, obeyed: 1.')
    expect(textReport({ ...clean, stopped: 'after 7 requests' })).toContain('not complete: it ended after 7 requests.')
  })

  it('has a table as wide as the terminal, and statements in full below it', () => {
    const table = (columns: number): string[] => textReport(sample, undefined, columns).split('\n').slice(2, 5)
    const all = textReport(sample)
    const width = 70
    expect(Math.max(...table(width).map((line) => line.length))).toBe(width)
    expect(table(width)[0]).toMatch(/ A 405 .*…$/)
    expect(table(40)[0]).toMatch(/9110-15.5.6-allow$/)
    expect(all).toContain(`\n  ${mustRule.statement}\n`)
  })

  it('paints the lines that are evidence', () => {
    const painted = textReport(sample, (style, part) => `<${style}>${part}</${style}>`)
    expect(painted).toContain('<red>< HTTP/1.1 405 Method Not Allowed</red>')
    expect(painted).toContain('<dim>> OPTIONS /orders HTTP/1.1</dim>')
  })
})

describe('the JSON', () => {
  it('has its documented shape', () => {
    const document = JSON.parse(jsonReport(sample)) as Record<string, unknown>
    expect(Object.keys(document)).toEqual([
      'format',
      'version',
      'server',
      'targets',
      'startedAt',
      'seconds',
      'requests',
      'exchanges',
      'ok',
      'stopped',
      'counts',
      'findings',
      'troubles',
      'obeyed',
      'overview',
    ])
    expect(document).toMatchObject({
      format: 1,
      ok: false,
      stopped: null,
      counts: { must: 1, should: 1, advice: 1 },
      obeyed: ['obeyed'],
    })
    const [finding] = document.findings as Record<string, Record<string, unknown>>[]
    expect(Object.keys(finding?.rule ?? {})).toEqual(Object.keys(mustRule))
  })
})

describe('the SARIF', () => {
  const document = JSON.parse(sarifReport(sample)) as {
    version: string
    runs: {
      tool: { driver: { rules: { id: string; helpUri: string }[] } }
      invocations: { exitCode: number; toolExecutionNotifications: { level: string }[] }[]
      results: { ruleId: string; ruleIndex: number; level: string; locations: unknown[]; message: { text: string } }[]
    }[]
  }
  const [run] = document.runs

  it('is of version 2.1.0, with the rules and a result per occurrence', () => {
    expect(document.version).toBe('2.1.0')
    expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual(['9110-15.5.6-allow', 'a-should', 'an-advice', 'obeyed'])
    expect(run?.results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['9110-15.5.6-allow', 'error'],
      ['9110-15.5.6-allow', 'error'],
      ['a-should', 'warning'],
      ['an-advice', 'note'],
    ])
    for (const { ruleId, ruleIndex } of run?.results ?? []) expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
    expect(run?.invocations[0]).toMatchObject({ exitCode: 1, executionSuccessful: true })
    expect(run?.invocations[0]?.toolExecutionNotifications.map(({ level }) => level)).toEqual(['error', 'note'])
  })

  it('has valid absolute URIs as locations, whatever the target was', () => {
    const uris = JSON.stringify(run?.results.map(({ locations }) => locations)).match(/"uri":"([^"]*)"/g) ?? []
    expect(uris).toHaveLength(4)
    for (const uri of uris) expect(uri).toMatch(/^"uri":"http:\/\/localhost:3000\/[!#-;=?-[\]_a-z~%]*"$/)
  })

  it('has the same fingerprint for a path that is made up anew in each run', () => {
    const at = (target: string): string =>
      sarifReport({
        ...sample,
        findings: sample.findings.map((finding) => ({
          ...finding,
          occurrences: finding.occurrences.map((one) => ({ ...one, target })),
        })),
      })
    expect(at('/statuswise-0123456789abcdef')).toBe(at('/statuswise-fedcba9876543210'))
  })
})

describe('the JUnit XML', () => {
  const xml = junitReport(sample)

  it('is well-formed, with hostile content escaped', () => {
    expect(XMLValidator.validate(xml)).toBe(true)
    expect(xml).not.toContain('<script')
    expect(xml).not.toContain(']]>')
  })

  it('has a test case per rule: a broken MUST fails, the others are skipped', () => {
    const parsed = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'testcase' }).parse(xml) as {
      testsuites: { testsuite: { '@_failures': string; testcase: Record<string, unknown>[] }[] }
    }
    const [rules, wire] = parsed.testsuites.testsuite
    expect(rules?.testcase.map((one) => ['failure' in one, 'skipped' in one])).toEqual([
      [true, false],
      [false, true],
      [false, true],
      [false, false],
    ])
    expect(rules?.['@_failures']).toBe('1')
    expect(wire?.testcase.map((one) => 'failure' in one)).toEqual([true, false])
  })

  it('is well-formed without anything in it', () => {
    expect(XMLValidator.validate(junitReport({ ...clean, obeyed: [] }))).toBe(true)
  })
})

describe('the HTML', () => {
  const html = htmlReport(sample)

  it('escapes all that servers sent', () => {
    expect(html).not.toContain('<script')
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;script&gt;alert(1)')
  })

  it('needs no network, and its policy lets nothing in but its styles', () => {
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? []
    const hash = createHash('sha256').update(style).digest('base64')
    expect(html).toContain(`default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;`)
    expect(html).not.toMatch(/<(?:link|script|img|iframe|object)\b|<[a-z][^>]*\ssrc=|@import|url\(/)
    expect(html).not.toMatch(/<[a-z][^>]*\s(?:style|on[a-z]+)=/)
  })

  it('marks the lines that are evidence', () => {
    expect(html).toContain('<mark>&lt; HTTP/1.1 405 Method Not Allowed</mark>')
  })

  it('says how many occurrences were only counted', () => {
    expect(html).toContain('58 more like these were counted.')
  })

  it('has ids that are unique and links that lead somewhere', () => {
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of html.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target)
  })
})

describe('safe text', () => {
  it('has no control characters, no marks that reorder, and no lone surrogates, and keeps the rest', () => {
    expect(safeText('a\u001b[2J\r\n\tb\u0000\u009b')).toBe('a\\x1b[2J\\x0d\n\tb\\x00\\x9b')
    expect(safeText('\u202eevil\u2066\ud800x\u{1f600}ü')).toBe('\\u202eevil\\u2066\\ud800x\u{1f600}ü')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const safe = safeText(text)
        expect(safe.isWellFormed()).toBe(true)
        expect(safeText(safe)).toBe(safe)
        expect(XMLValidator.validate(`<a>${safe.replace(/[<&>]/g, '')}</a>`)).toBe(true)
      }),
    )
  })

  it('is shortened with a word on how much is left out', () => {
    expect(shorten('abcdef', 4)).toBe('abcd… (2 more)')
    expect(shorten('abcd', 4)).toBe('abcd')
  })
})

describe('transcripts', () => {
  it('shorten what is long and only measure what is no text', () => {
    const long = exchangeOf(`
      > GET /${'x'.repeat(2000)} HTTP/1.1
      < HTTP/1.1 200 OK
      < X: ${'y'.repeat(2000)}
      <
      < ${'z'.repeat(2000)}
    `)
    const shown = showExchange(long)
    expect(shown.length).toBeLessThan(2600)
    const binary = { ...long, response: { ...long.response, content: new Uint8Array([0, 1, 2]) } }
    expect(showExchange(binary)).toContain('(3 bytes)')
  })

  it('never fail', () => {
    expect(showExchange({ response: { version: '1.1', status: 999, fields: [] } })).toBe('< HTTP/1.1 999')
  })
})

describe('secrets', () => {
  it('are hidden wherever they are, but for the scheme, and short or harmless values', () => {
    const hide = hideSecrets([
      ['Authorization', 'Bearer abc.def'],
      ['Cookie', 'a=first-one; b=x; c=second'],
      ['X-Api-Key', 'key-key'],
      ['Accept', 'text/html'],
    ])
    expect(hide('Bearer abc.def text/html x key-key first-one second')).toBe('Bearer *** text/html x *** *** ***')
    expect(hide(EVIL)).toBe(EVIL)
  })

  it('are hidden too where a text was cut in the middle of one', () => {
    const token = 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl'.repeat(20)
    const hide = hideSecrets([['Authorization', `Bearer ${token}`]])
    const exchange = exchangeOf(`> GET / HTTP/1.1\n> Authorization: Bearer ${token}\n< HTTP/1.1 200 OK\n<\n< ${token}`)
    expect(hide(showExchange(exchange))).not.toContain('eyJ')
    expect(hide(`${token.slice(0, 40)}… ${token}, ${token}`)).toBe('***… ***, ***')
  })
})

describe('what came before', () => {
  const answer = (accept: string, type: string, second = 0): string =>
    `> GET / HTTP/1.1\n> Accept: ${accept}\n< HTTP/1.1 200 OK\n< Date: Sat, 21 Nov 2026 04:27:2${second} GMT\n< Content-Type: ${type}`
  const evidence = 'Accept: text/html\nContent-Type: text/html\n\n(no vary)'

  it('is shown once, at its latest', () => {
    const again = answer('*/*', 'a/b', 1)
    expect(tellingEarlier([answer('*/*', 'a/b'), again], evidence, 3)).toEqual([again])
    expect(tellingEarlier([again, again], evidence, 3)).toEqual([again])
    expect(tellingEarlier([], evidence, 3)).toEqual([])
  })

  it('is shown where evidence is from it, else the latest', () => {
    const telling = answer('text/html', 'text/html')
    const others = ['a/b', 'a/c', 'a/d'].map((type) => answer('*/*', type))
    expect(tellingEarlier([telling, ...others], evidence, 3)).toEqual([telling, others[1], others[2]])
    expect(tellingEarlier(others, evidence, 2)).toEqual(others.slice(1))
  })

  it('leaves to the evidence only what is missing', () => {
    expect(evidenceElsewhere([answer('text/html', 'text/html')], evidence)).toEqual(['(no vary)'])
  })
})

describe('a long target', () => {
  const target = `/orders?q=${'x'.repeat(32_768)}`
  const exchange = exchangeOf(`> GET ${target} HTTP/1.1\n> X-Long: ${'y'.repeat(2000)}\n< HTTP/1.1 431 Too Large`)

  it('is shortened in texts about the exchange just as in the exchange', () => {
    const evidence = abridge(`GET ${target} HTTP/1.1\nX-Long: ${'y'.repeat(2000)}`, exchange)
    expect(evidence.length).toBeLessThan(800)
    for (const line of evidence.split('\n')) expect(showExchange(exchange)).toContain(`> ${line}`)
  })

  it('may be missing, as the request may', () => {
    expect(abridge('No Date.', { response: exchange.response })).toBe('No Date.')
  })
})
