import { statuses } from '../status/index.ts'
import { texts } from '../text/index.ts'
import type { Catalogue } from './catalogue.ts'

/** English: what is said without any option. Needed only to add messages in English, or to say something else. */
export const en: Catalogue = {
  language: 'en',
  titles: byCode(({ phrase }) => phrase) as Catalogue['titles'],
  classes: { 'client error': 'Client Error', 'server error': 'Server Error' },
  details: byCode(({ detail }) => detail) as Catalogue['details'],
  texts,
}

function byCode(pick: (status: (typeof statuses)[number]) => string | undefined): Readonly<Record<number, string>> {
  const found: Record<number, string> = {}
  for (const status of statuses) {
    const text = pick(status)
    if (text !== undefined) found[status.code] = text
  }
  return found
}
