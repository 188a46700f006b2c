import { describe, expect, it } from 'vitest'
import { englishWords } from '../../cli/explain/words/english.ts'
import { zhHantWords } from '../../cli/explain/words/zh-hant.ts'
import { facts } from '../../cli/explain/words/zh-hant-facts.ts'
import { iisStatuses } from '../../src/iis/index.ts'
import { statuses, unregisteredStatuses } from '../../src/reference/index.ts'
import { sipStatuses } from '../../src/sip/index.ts'
import { run } from './support.ts'

/** What the tables say in English, without mere names: of RFCs and of those who made codes up. */
const english = new Set<string>([
  ...statuses.flatMap(({ alternatives }) => alternatives.map(({ when }) => when)),
  ...statuses.flatMap(({ mustIf }) => mustIf.map(({ when }) => when)),
  ...statuses.flatMap(({ formerMeaning }) => (formerMeaning === undefined ? [] : [formerMeaning.from])),
  ...unregisteredStatuses.flatMap(({ seenIn, why }) => [seenIn, why]),
  ...Object.values(iisStatuses).flatMap(({ why }) => (why === undefined ? [] : [why])),
  ...Object.values(sipStatuses).flatMap(({ http, why }) => (http === null ? [] : [why])),
])
const names = /^(?:RFC \d+|[A-Z]\w+|nginx)$/

describe('explain in Chinese', () => {
  it('has all reasons, conditions and places of the tables, and no other', () => {
    const wanted = [...english].filter((text) => !names.test(text))
    expect(Object.keys(facts).sort()).toEqual(wanted.sort())
  })

  it('says when another status is the better one, where a code is from, and why another is sent', async () => {
    const told = async (asked: string): Promise<string> => (await run('explain', '--language', 'zh-Hant', asked)).stdout
    expect(await told('404')).toContain('410 Gone / 已不存在：若確知已永久消失\n')
    expect(await told('102')).toContain('（RFC 2518，RFC 4918 已刪除）')
    expect(await told('509')).toContain('見於：cPanel、Apache 的附加模組。')
    expect(await told('444')).toContain('沒有任何回應能表達它（它表示沒有送出任何內容就關閉了連線）。')
    expect(await told('403.9')).toContain('請改送 503 Service Unavailable / 服務無法使用（過載，預期會恢復）。')
    expect(await told('sip:486')).toContain('原因：受話方的狀態。')
  })

  it('says what the tables do not have, and what a class is', async () => {
    const told = async (asked: string): Promise<string> => (await run('explain', '--language', 'zh-Hant', asked)).stdout
    expect(await told('403.99')).toContain('以點號之前的狀態碼為準。\n\n實際送出：403 Forbidden / 禁止存取。\n')
    expect(await told('403.4')).toContain('實際送出：403 Forbidden / 禁止存取。\n')
    expect(await told('sip:450')).toContain('當作 SIP 400 Bad Request（RFC 3261 §8.1.3.2）。\n\nHTTP: 502 ')
    expect(await told('600')).toContain('拋出的錯誤若狀態為 600，會以 502 送出。')
    expect(await told('104')).toContain('只是暫時註冊的狀態碼')
    expect(await told('206')).toContain('若只有單一部分（不使用 multipart/byteranges），必須帶有：Content-Range。')
    const ofClass = await told('4xx')
    expect(ofClass).toContain('4xx（用戶端錯誤）：此類別已註冊的狀態碼\n')
    expect(ofClass).toContain('  404 Not Found / 找不到資源\n')
    expect(ofClass).toContain('當作 400 Bad Request / 請求有誤（RFC 9110 §15）。')
  })

  it('has Chinese punctuation, and the terms of the catalogue', async () => {
    expect(zhHantWords.classOf('重新導向', true)).toBe('（重新導向；保留，未指派）')
    expect(zhHantWords.must(['ETag', 'Date'])).toBe('必須帶有：ETag、Date。')
    const untidy =
      /\p{Script=Han}(?:[A-Za-z0-9{*]|[,:;!?.()]| \p{Script=Han})|[A-Za-z0-9}*]\p{Script=Han}|[，。；：、（] /u
    for (const text of Object.values(facts)) expect(text).not.toMatch(untidy)
    const others = ['403.4', '403.9', '403.99', 'sip:450', 'sip:486', '104', '444', '509', '600', '4xx']
    for (const asked of [...statuses.map(({ code }) => String(code)), ...others]) {
      const { stdout } = await run('explain', '--language', 'zh-Hant', asked)
      expect(stdout.split('的規則')[0]).not.toMatch(untidy)
    }
  })

  // What English says of these is in src/reference/, and Chinese in a table of its own.
  it.each(['caches', 'crawlers'] as const)('tells the same statuses apart as in English: %s', (part) => {
    const kin = (words: typeof zhHantWords): number[][] =>
      statuses.map((status) =>
        statuses.filter((other) => words[part](other) === words[part](status)).map(({ code }) => code),
      )
    expect(kin(zhHantWords)).toEqual(kin(englishWords))
  })

  it('has a note where English has one', () => {
    const noted = (words: typeof zhHantWords): number[] =>
      statuses.filter((status) => words.note(status) !== undefined).map(({ code }) => code)
    expect(noted(zhHantWords)).toEqual(noted(englishWords))
  })
})
