import type { Catalogue } from 'statuswise/languages'
import { de } from 'statuswise/languages/de'
import { zhHant } from 'statuswise/languages/zh-Hant'

/** What the shop says besides English: all that the package says, and its own messages. */
export const languages: Readonly<Record<string, Catalogue>> = {
  de: { ...de, messages: { 'no-order': 'Es gibt keine Bestellung {id}' } },
  'zh-Hant': { ...zhHant, messages: { 'no-order': '找不到訂單 {id}' } },
}
