import { statusOf } from '../status/index.ts'
import type { Catalogue, DetailedStatus, NamedStatus } from './catalogue.ts'

/** What a language says of a status. */
export interface StatusTexts {
  readonly title: string
  /** Of 4xx and 5xx only. */
  readonly detail: string | undefined
}

/**
 * What a language says of a status. An unregistered error has the name of its class and the text of its x00
 * (RFC 9110 §15), and so has what is no status at all those of 500.
 *
 * @example textsOf(zhHant, 404).title // '找不到資源'
 */
export function textsOf(catalogue: Catalogue, status: number): StatusTexts {
  const { titles, classes, details } = catalogue
  if (statusOf(status) !== undefined) {
    return { title: titles[status as NamedStatus], detail: details[status as DetailedStatus] }
  }
  return status >= 400 && status < 500
    ? { title: classes['client error'], detail: details[400] }
    : { title: classes['server error'], detail: details[500] }
}
