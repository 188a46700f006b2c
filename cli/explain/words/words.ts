import type { FormerMeaning, RegisteredStatus, Retry, Sender, StatusCode } from '../../../src/reference/index.ts'
import type { StatusClass } from '../../../src/status/index.ts'

/** What an explanation says around its facts, in one language. Names of fields, RFCs and rules are the same in all. */
export interface Words {
  readonly classes: Readonly<Record<StatusClass, string>>
  readonly retries: Readonly<Record<Retry, string>>
  readonly senders: Readonly<Record<Sender, string>>
  readonly insteadOfIt: string
  readonly toldToClients: string
  readonly example: string
  /** What stands behind the name of a status, with what parts it from the name. */
  classOf(name: string, isReserved: boolean): string
  meaning(status: RegisteredStatus): string
  note(status: RegisteredStatus): string | undefined
  alternative(code: string, when: string): string
  wasCalled(phrases: readonly string[]): string
  onceMeant(former: FormerMeaning, today: string | undefined): string
  maySend(sender: string): string
  must(fields: readonly string[]): string
  mustIf(fields: readonly string[], when: string): string
  should(fields: readonly string[]): string
  content(has: boolean, retry: string): string
  caches(status: RegisteredStatus): string
  crawlers(status: RegisteredStatus): string
  rulesOf(code: number | string): string
  rulesOfClass(name: string): string
  /** How many rules there are besides, and what their ids say. */
  moreRules(count: number): string
  unregistered(heading: string, seenIn: string): string
  sendInstead(status: string, why: string): string
  /** That errors are sent as another status, by the status that they have. */
  errorsAreSentAs(code: number, status: string): string
  /** That nothing is sent, and what becomes of errors that have this status. */
  sendNothing(code: number, why: string): string
  noStatus: string
  understoodAs(status: string): string
  /** A code that the registry lists for a time only. */
  temporary(heading: string, draft: string): string
  ofClass(heading: string): string
  othersOfClass(status: string): string
  sentAs(status: string): string
  iis(heading: string): string
  iisTold: string
  /** A sub-status that is not in the table. */
  iisUnlisted(heading: string): string
  sip(heading: string): string
  /** A code that is not in the table, and the one that it is understood as. */
  sipUnlisted(heading: string, understoodAs: string): string
  sipProvisional: string
  sipMembers(names: readonly string[]): string
  why(text: string): string
  retryAfterIsPassedOn: string
}

/** What is said of each code in a language. */
export type Meanings = Readonly<Record<StatusCode, string>>
