import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync } from 'node:fs'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { main } from '../../cli/main.ts'
import { suggest } from '../../cli/suggest.ts'
import { iis, iisStatuses } from '../../src/iis/index.ts'
import { bearer, type HttpProblem } from '../../src/index.ts'
import { languageTags } from '../../src/languages/index.ts'
import { rules } from '../../src/rules/index.ts'
import { fromSip, sipStatuses } from '../../src/sip/index.ts'
import { phraseOf, statuses } from '../../src/status/index.ts'
import { audit, run, serve } from './support.ts'

describe('help', () => {
  it.each([
    [['--help'], 'statuswise audit <url>'],
    [['-h'], 'statuswise audit <url>'],
    [['help'], 'statuswise audit <url>'],
    [['audit', '--help'], '--max-requests'],
    [['help', 'audit'], '--max-requests'],
    [['explain', '-h'], 'statuswise explain 416'],
    [['help', 'explain'], 'statuswise explain 416'],
  ])('%j', async (argv, text) => {
    const { code, stdout, stderr } = await run(...argv)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain(text)
  })

  it('names every option that there is', async () => {
    const { stdout } = await run('audit', '--help')
    const source = await readFile(new URL('../../cli/audit/options.ts', import.meta.url), 'utf8')
    const [, block = ''] = /const OPTIONS = \{\n([\s\S]*?)\n\} as const/.exec(source) ?? []
    const names = [...block.matchAll(/^ {2}'?([a-z-]+)'?:/gm)].map(([, name]) => name)
    expect(names).toHaveLength(16)
    for (const name of names) expect(stdout).toContain(`--${name}`)
  })

  it('fits in 120 columns', async () => {
    for (const argv of [['--help'], ['audit', '--help'], ['explain', '--help']])
      for (const line of (await run(...argv)).stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(120)
  })
})

describe('--version', () => {
  it('is that of the package', async () => {
    const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))
    expect(await run('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  })
})

describe('a wrong command ends with 2 and says what is wrong', () => {
  it.each([
    [[], 'What is to be done?'],
    [['adit'], 'There is no command adit. Did you mean audit?'],
    [['audit'], 'Which server?'],
    [['audit', 'localhost:1'], 'Nobody answers at http://localhost:1'],
    [['audit', '/orders'], 'Not an http or https URL'],
    [['audit', 'ftp://localhost/'], 'Not an http or https URL'],
    [['audit', 'http://a', 'http://b'], 'One URL at a time'],
    [['audit', 'http://a', '--jsn'], 'There is no option --jsn. Did you mean --json? See statuswise audit --help.'],
    [['audit', 'http://a', '-x'], 'There is no option -x. See'],
    [['audit', 'http://a', '--json=yes'], '--json takes no value, so yes is one too many.'],
    [['audit', 'http://a', '--html'], '--html takes a value, and there is none.'],
    [
      ['audit', 'http://a', '--html', '--json'],
      '--html takes a value, which --json is not. If it is meant, write --html=',
    ],
    [['audit', 'http://a', '--timeout=-1'], '--timeout takes a number from 0.05 to 600, not -1.'],
    [['audit', 'http://a', '--json', '--sarif'], '--json and --sarif'],
    [['audit', 'http://a', '--openapi', 'a', '--routes', 'b'], 'choose one'],
    [['audit', 'http://a', '--rate', '0'], '--rate takes a number'],
    [['audit', 'http://a', '--rate', 'fast'], '--rate takes a number'],
    [['audit', 'http://a', '--max-requests', '1.5'], '--max-requests takes a number'],
    [['audit', 'http://a', '--timeout', '-1'], '--timeout takes a value, which -1 is not.'],
    [['audit', 'http://a', '--header', 'nonsense'], 'Not a header'],
    [['audit', 'http://a', '--header', 'X: a\r\nY: b'], 'Not a header'],
    [['audit', 'http://a', '--header', 'Content-Length: 3'], 'not for you to set'],
    [['audit', 'http://a', '--routes', '/does/not/exist'], 'cannot be read'],
    [['audit', 'http://a', '--rule', '9110-15.5.6-alow'], 'Did you mean 9110-15.5.6-allow'],
    [['audit', 'http://a', '--ignore', 'crawler-soft-44'], 'Did you mean crawler-soft-404'],
    [['explain'], 'What is to be explained?'],
    [['explain', '9110-15.5.6-alow'], 'Did you mean 9110-15.5.6-allow'],
    [['explain', 'Not Fund'], 'Did you mean Not Found'],
    [['explain', '418a'], 'There is no status and no rule 418a'],
    [['explain', '455'], '455 is not a registered status code. It is understood as 400'],
    [['explain', '432'], 'Near it: 429, 431.'],
    [['explain', '--lang', 'de', '404'], 'There is no option --lang. Did you mean --language'],
    [['explain', '--language', 'tlh', '404'], 'There is no language tlh; there are en, de,'],
    [['explain', '--language'], '--language takes a value'],
    [['explain', 'timeout'], 'Which one? 408 Request Timeout, 504 Gateway Timeout.'],
    [['explain', '9110-99'], 'There is no rule of RFC 9110 §99'],
    [['explain', '999.1'], 'There is no sub-status 999.1 of IIS: one is a registered status of 400 to 599, a dot,'],
    [['explain', '40.4'], 'There is no sub-status 40.4 of IIS'],
    [['explain', 'iis:403'], 'There is no sub-status 403 of IIS'],
    [['explain', 'sip:999'], 'There is no response 999 of SIP: its codes are 100 to 699'],
    [['explain', '999'], 'Codes go from 100 to 599'],
    [['explain', '0404'], 'Did you mean 404?'],
    [['explain', '6xx'], 'There is no class 6xx; there are 1xx to 5xx'],
    [['explain', '4,04'], 'There is no status and no rule 4,04'],
    [['explain', '--language', 'nl_BE', '404'], 'There is no language nl_BE'],
  ])('%j', async (argv, text) => {
    const { code, stdout, stderr } = await run(...argv)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(text)
    expect(stderr).not.toMatch(/\n {4}at /)
  })
})

describe('what was typed is shown in a message of one line, and not all of it', () => {
  const forged = 'a\nstatuswise: FAKE\u001b[2J\u2028b\tc'
  it.each([
    ['explain', forged],
    ['explain', `iis:${forged}`],
    ['explain', `sip:4${forged}`],
    ['explain', '--language', forged, '404'],
    ['explain', `--${forged}`],
    [forged],
  ])('%j', async (...argv) => {
    const { code, stderr } = await run(...argv)
    expect(code).toBe(2)
    expect(stderr.split('\n')[0]).toContain('a\\nstatuswise: FAKE\\x1b[2J\\u2028b\\tc')
  })

  it.each([
    ['explain', 'x'.repeat(120_000)],
    ['explain', '9'.repeat(120_000)],
    ['explain', `9110-99${'.9'.repeat(60_000)}`],
    ['explain', `403.${'9'.repeat(120_000)}`],
    ['explain', '--language', 'x'.repeat(120_000), '404'],
    ['explain', `--${'x'.repeat(120_000)}`],
    ['x'.repeat(120_000)],
  ])('cuts what is long (%#)', async (...argv) => {
    const { code, stderr } = await run(...argv)
    expect(code).toBe(2)
    expect(stderr.length).toBeLessThan(2000)
    expect(stderr).toMatch(/… \(\d+ more\)/)
  })
})

const challenged = { challenges: [bearer({ realm: 'a' })] }

function statusOrNothing(make: () => HttpProblem): number | undefined {
  try {
    return make().status
  } catch {
    return undefined
  }
}

describe('explain', () => {
  it('says what a status means, what it must carry, and its rules, with an exchange', async () => {
    const { code, stdout } = await run('explain', '405')
    expect(code).toBe(0)
    expect(stdout).toContain('405 Method Not Allowed (client error)')
    expect(stdout).toContain('https://www.rfc-editor.org/rfc/rfc9110#section-15.5.6')
    expect(stdout).toContain('It must carry: Allow.')
    expect(stdout).toContain('9110-15.5.6-allow')
  })

  it.each(['Not Found', 'not found', 'NotFound', 'not-found', '404 Not Found', '404'])(
    'knows 404 as %j',
    async (name) => {
      expect((await run('explain', name)).stdout).toContain('404 Not Found (client error)')
    },
  )

  it.each([
    ['404', ['404 Not Found / 找不到資源（用戶端錯誤）', '這個位址沒有東西', '410 Gone / 已不存在']],
    ['Moved Temporarily', ['302 Found / 已找到', '舊稱：Moved Temporarily', '307 Temporary Redirect / 暫時重新導向']],
    ['403.4', ['403.4 SSL required 是 IIS 的子狀態碼', '403 Forbidden / 禁止存取']],
    ['sip:486', ['SIP 486 Busy Here 是 SIP 的回應', 'HTTP: ']],
    ['509', ['509 Bandwidth Limit Exceeded 不是已註冊的狀態碼', '503 Service Unavailable / ']],
    ['600', ['600 Unparseable Response Headers', '它根本不是狀態碼']],
  ])('explains %s in English, and in Chinese', async (asked, texts) => {
    const english = await run('explain', asked)
    const chinese = await run('explain', '--language', 'zh-Hant', asked)
    expect([english.code, chinese.code]).toEqual([0, 0])
    for (const text of texts) expect(chinese.stdout).toContain(text)
    expect(english.stdout).not.toMatch(/[\u4e00-\u9fff]/)
    expect((await run('explain', '--language', 'zh-TW', asked)).stdout).toBe(chinese.stdout)
    expect((await run('explain', '--language', 'zh_TW.UTF-8', asked)).stdout).toBe(chinese.stdout)
  })

  it('explains every status in Chinese, and names it in every language', async () => {
    for (const { code, phrase } of statuses) {
      const { stdout } = await run('explain', '--language', 'zh-Hant', String(code))
      expect(stdout).toContain(`${code} ${phrase}`)
      // Down to the rules, which are English.
      expect(stdout.split('的規則')[0]).not.toContain('undefined')
    }
    for (const language of languageTags) {
      expect((await run('explain', '--language', language, '404')).stdout).toContain('404 Not Found')
    }
  })

  it('explains what IIS and SIP have', async () => {
    for (const [code, { title, http, why, retryAfter }] of Object.entries(iisStatuses)) {
      const { stdout } = await run('explain', code)
      const status = `${http} ${phraseOf(http)}`
      const sent = code.startsWith(`${http}.`) ? `\nIt is sent as ${status}.\n` : `\nSend ${status} instead: ${why}.\n`
      for (const text of [code, title, sent]) expect(stdout).toContain(text)
      expect(stdout.includes('Retry-After: 60'), code).toBe(retryAfter)
    }
    for (const [code, { phrase, http, why, retryAfter, members }] of Object.entries(sipStatuses)) {
      const { stdout } = await run('explain', `sip:${code}`)
      expect(stdout).toContain(`SIP ${code} ${phrase}`)
      for (const text of http === null ? [] : [`HTTP: ${http} ${phraseOf(http)}`, why]) expect(stdout).toContain(text)
      for (const member of members) expect(stdout).toContain(member)
      expect(stdout.includes('Its Retry-After is passed on'), code).toBe(retryAfter)
    }
  })

  it('takes the sub-statuses that iis() takes, those that are not in the table, too', async () => {
    for (const code of [
      '403.99',
      '404.99',
      '500.0',
      '403.999',
      '401.2',
      '403.01',
      '403.1000',
      '200.1',
      '418.1',
      '444.1',
    ]) {
      const sent = await run('explain', code)
      const http = statusOrNothing(() => (iis as (code: string, facts: object) => HttpProblem)(code, challenged))
      expect([code, sent.code], sent.stderr).toEqual([code, http === undefined ? 2 : 0])
      if (http !== undefined) expect(sent.stdout).toContain(`It is sent as ${http} ${phraseOf(http)}.`)
    }
  })

  it('takes the responses that fromSip() takes, those that are not in the table, too', async () => {
    for (const status of [424, 450, 499, 299, 199, 150, 399, 599, 699]) {
      const { code, stdout } = await run('explain', `sip:${status}`)
      const answer = fromSip({ status })
      expect(code).toBe(0)
      expect(stdout).toContain(
        answer === undefined ? 'provisional' : `HTTP: ${answer.status} ${phraseOf(answer.status)}`,
      )
    }
    expect((await run('explain', 'sip:150')).stdout).toContain(
      'understood as SIP 183 Session Progress (RFC 3261 §8.1.3.2)',
    )
    expect((await run('explain', 'sip:450')).stdout).toContain('understood as SIP 400 Bad Request (RFC 3261 §8.1.3.2)')
  })

  it('explains a class: its statuses, and what others of it are', async () => {
    for (const digit of [1, 2, 3, 4, 5]) {
      const { code, stdout } = await run('explain', `${digit}XX`)
      const named = statuses.map((status) => `  ${status.code} ${status.phrase}`)
      expect(code).toBe(0)
      expect(stdout.split('\n').filter((line) => /^ {2}\d{3} /.test(line))).toEqual(
        named.filter((line) => line.startsWith(`  ${digit}`)),
      )
      expect(stdout).toContain(`any other code of the class is ${digit}00 ${phraseOf(digit * 100)} (RFC 9110 §15).`)
    }
  })

  it('says that 104 is registered for a time only', async () => {
    const { code, stdout } = await run('explain', '104')
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^104 Upload Resumption Supported .*for a time only/)])
    expect(stdout).toContain('it is 100 Continue (RFC 9110 §15).')
  })

  it('says what becomes of errors whose status nobody has registered', async () => {
    expect((await run('explain', '600')).stdout).toContain('A thrown error whose status is 600 is sent as 502.')
    expect((await run('explain', '444')).stdout).toContain('A thrown error whose status is 444 ends the connection')
  })

  it('says which fields a 206 and a 304 must have, and where', async () => {
    const { stdout } = await run('explain', '206')
    expect(stdout).toContain(
      'It must carry, where there is one part only, without multipart/byteranges: Content-Range.',
    )
    expect(stdout).not.toContain('It must carry: nothing')
    expect((await run('explain', 'content-location')).stdout).toContain(
      'It must be in a 304 Not Modified, where a 200 to the same request would have it.',
    )
  })

  it('takes words that the shell has split', async () => {
    expect((await run('explain', 'Not', 'Found')).stdout).toContain('404 Not Found (client error)')
  })

  it('explains every status and every rule', async () => {
    for (const { code, phrase } of statuses) {
      const { stdout } = await run('explain', String(code))
      expect(stdout).toContain(`${code} ${phrase}`)
    }
    for (const { id, statement, remedy } of rules) {
      const { stdout } = await run('explain', id)
      expect(stdout).toContain(statement)
      expect(stdout).toContain(remedy)
    }
  })

  it('shows a rule with what obeys it and what breaks it', async () => {
    const { stdout } = await run('explain', '9110-15.5.2-www-authenticate')
    expect(stdout).toContain('Obeys it')
    expect(stdout).toContain('< WWW-Authenticate: Bearer realm="api"')
    expect(stdout).toContain('Breaks it')
  })

  it('explains the checks of the crawler profile', async () => {
    expect((await run('explain', 'crawler-soft-404')).stdout).toContain('developers.google.com')
  })
})

describe('the exit code', () => {
  it('is 0 where no MUST is broken, 1 where one is', async () => {
    const url = await serve((_, response) => response.writeHead(405, { 'Content-Type': 'text/plain' }).end('not here'))
    expect((await audit(url, '--rule', '9110-15.5.6-allow')).code).toBe(1)
    expect((await audit(url, '--rule', '9110-15.5.2-www-authenticate')).code).toBe(0)
  })
})

describe('colours', () => {
  const shown = async (isTTY: boolean, env: Record<string, string>): Promise<string> => {
    let stdout = ''
    const write = (text: string): unknown => (stdout += text)
    await main(['explain', '404'], { stdout: { write, isTTY }, stderr: { write }, env })
    return stdout
  }

  it('are for terminals only, and not with NO_COLOR', async () => {
    expect(await shown(true, {})).toContain('\u001b[1m')
    expect(await shown(true, { NO_COLOR: '1' })).not.toContain('\u001b')
    expect(await shown(true, { TERM: 'dumb' })).not.toContain('\u001b')
    expect(await shown(false, {})).not.toContain('\u001b')
  })
})

describe('progress', () => {
  it('is one line on stderr, and only on a terminal', async () => {
    const url = await serve((_, response) => response.end('x'))
    for (const isTTY of [true, false]) {
      let stderr = ''
      const output = { write: () => true }
      const argv = ['audit', url, '--rate', '10000', '--max-requests', '5']
      await main(argv, { stdout: output, stderr: { write: (text) => (stderr += text), isTTY, columns: 80 } })
      if (isTTY) {
        expect(stderr).toContain('\r\u001b[K1 requests')
        expect(stderr.endsWith('\r\u001b[K')).toBe(true)
      } else expect(stderr).toBe('')
    }
  })
})

describe('the program', () => {
  it('writes to its streams and ends with the code', async () => {
    const bin = fileURLToPath(new URL('../../cli/bin.ts', import.meta.url))
    const tsx = fileURLToPath(new URL('../../node_modules/tsx/dist/cli.mjs', import.meta.url))
    const exec = promisify(execFile)
    const { stdout } = await exec(process.execPath, [tsx, bin, 'explain', '404'])
    expect(stdout).toContain('404 Not Found')
    await expect(exec(process.execPath, [tsx, bin, 'explain', 'nonsense'])).rejects.toMatchObject({ code: 2 })
  })

  it.each([
    ['stdout', '404', 0],
    ['stderr', 'nonsense', 2],
  ] as const)('ends with its code where nobody reads %s any more', async (stream, asked, expected) => {
    const bin = fileURLToPath(new URL('../../cli/bin.ts', import.meta.url))
    const child = spawn(process.execPath, ['--import', 'tsx', bin, 'explain', asked])
    child[stream].destroy()
    const [code] = await once(child, 'exit')
    expect(code).toBe(expected)
  })
})

describe.skipIf(!existsSync('/dev/full'))('a disk that is full', () => {
  const bin = fileURLToPath(new URL('../../cli/bin.ts', import.meta.url))
  it.each([
    ['stdout', '404', /^statuswise: The output can't be written: ENOSPC.*\.\n$/],
    ['stderr', 'nonsense', /^$/],
  ] as const)('of %s ends with 2, and without a stack', async (stream, asked, expected) => {
    const full = openSync('/dev/full', 'w')
    const child = spawn(process.execPath, ['--import', 'tsx', bin, 'explain', asked], {
      stdio: ['ignore', stream === 'stdout' ? full : 'pipe', stream === 'stderr' ? full : 'pipe'],
    })
    let told = ''
    for (const other of [child.stdout, child.stderr]) other?.on('data', (part) => (told += part))
    const [code] = await once(child, 'close')
    closeSync(full)
    expect(code).toBe(2)
    expect(told).toMatch(expected)
  })
})

describe('suggestions', () => {
  it('are close, and few', () => {
    expect(suggest('explian', ['audit', 'explain'])).toEqual(['explain'])
    expect(suggest('nothing like it', ['audit', 'explain'])).toEqual([])
    expect(suggest('www', ['a-www-a', 'b-www-b', 'c-www-c', 'd-www-d'])).toHaveLength(3)
  })
})

describe('--routes', () => {
  it('audits each path of the file', async () => {
    const seen = new Set<string>()
    const url = await serve((request, response) => {
      seen.add(request.url ?? '')
      response.end('x')
    })
    const file = join(await mkdtemp(join(tmpdir(), 'statuswise-')), 'routes.txt')
    await writeFile(file, '# ours\nGET /a\n/b?c=d # more\nDELETE /e\n')
    await audit(url, '--routes', file)
    expect([...seen]).toEqual(expect.arrayContaining(['/a', '/b?c=d', '/e']))
  })
})
