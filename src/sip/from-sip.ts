import { BadGateway, type HttpProblem, problemFrom } from '../problems/index.ts'
import { noContent, type Reply } from '../replies/index.ts'
import { readContacts, readMinExpires, readRetryAfter, readWarnings } from './fields.ts'
import { lineOf } from './line.ts'
import { checkForms, type SipOptions } from './options.ts'
import { parseSipResponse } from './parse-response.ts'
import { checkResponse, fieldLines, type SipResponse } from './response.ts'
import { type SipMember, type SipStatus, sipStatuses } from './table.ts'

/**
 * What an HTTP gateway answers for a SIP response: an error to throw, a reply to send, or undefined while the response is
 * provisional (1xx). Its document says `sipStatus` and `sipReason`, and where the table has them `warnings`, `minExpires`
 * and, if the application allows it, `contacts`. Retry-After is passed on.
 *
 * A code that is not in the table is understood as the x00 of its class (RFC 3261 §8.1.3.2). What is no SIP response is a
 * 502, since that is what a gateway says of a peer that it does not understand (RFC 9110 §15.6.3). With a 5xx `sipReason` is
 * the registered phrase: what a server that fails says of itself is for the log, where the message of the error has it.
 *
 * @param response as a SIP stack tells it, or the text of the message.
 * @throws {TypeError} for an option of the wrong form, and for what is no response in form: neither an object with a
 *   number as its status nor a text, header fields in a list.
 * @example
 * const answer = fromSip(response)
 * if (answer instanceof Error) throw answer
 * if (answer !== undefined) await send(res, answer)
 */
export function fromSip(response: SipResponse | string, options: SipOptions = {}): HttpProblem | Reply | undefined {
  checkForms(options)
  const told = typeof response === 'string' ? parsed(response) : response
  if (told instanceof BadGateway) return told
  checkResponse(told)
  const { status } = told
  if (!isStatus(status)) return new BadGateway({ message: 'No SIP response: its status is not from 100 to 699' })
  const row = rowOf(status)
  if (row === undefined || row.http === null) return undefined
  const http = options.statuses?.[status] ?? row.http
  const members = membersOf(told, row, http, options)
  return http < 400 ? replyOf(http, members) : problemOf(http, told, row, members, options)
}

function parsed(text: string): SipResponse | BadGateway {
  try {
    return parseSipResponse(text)
  } catch (error) {
    if (error instanceof BadGateway) return error
    throw error
  }
}

function isStatus(status: number): boolean {
  return Number.isInteger(status) && status >= 100 && status <= 699
}

function rowOf(status: number): SipStatus | undefined {
  return sipStatuses[status] ?? sipStatuses[status - (status % 100)]
}

type Members = Readonly<Record<string, unknown>>

function membersOf(
  response: SipResponse,
  row: SipStatus,
  http: number,
  { contacts = false, expose }: SipOptions,
): Members {
  const { status } = response
  const members: Record<string, unknown> = { sipStatus: status }
  const reason = http < 500 || expose === true ? reasonOf(response) : sipStatuses[status]?.phrase
  if (reason !== undefined) members.sipReason = reason
  for (const name of row.members) {
    const value = name === 'contacts' && !contacts ? undefined : readers[name](fieldLines(response, fields[name]))
    if (value !== undefined) members[name] = value
  }
  return members
}

const fields: Readonly<Record<SipMember, string>> = {
  contacts: 'contact',
  warnings: 'warning',
  minExpires: 'min-expires',
}
const readers: Readonly<Record<SipMember, (lines: readonly string[]) => unknown>> = {
  contacts: readContacts,
  warnings: readWarnings,
  minExpires: readMinExpires,
}

function reasonOf({ status, reason }: SipResponse): string | undefined {
  const line = typeof reason === 'string' ? lineOf(reason) : ''
  return line === '' ? sipStatuses[status]?.phrase : line
}

function replyOf(status: number, members: Members): Reply {
  if (status === 204) return noContent()
  return { status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(members) }
}

function problemOf(
  status: number,
  response: SipResponse,
  row: SipStatus,
  extensions: Members,
  { retryAfter: fallback, expose }: SipOptions,
): HttpProblem {
  const retryAfter = row.retryAfter ? (readRetryAfter(fieldLines(response, 'retry-after')) ?? fallback) : undefined
  const message = `SIP ${response.status} ${reasonOf(response) ?? ''}`.trimEnd()
  return problemFrom(status, { message, extensions, retryAfter, expose })
}
