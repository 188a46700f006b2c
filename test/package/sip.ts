import type { HttpProblem, Reply } from 'statuswise'
import { fromSip, type ParsedSipResponse, parseSipResponse, type SipOptions, type SipResponse } from 'statuswise/sip'

const options: SipOptions = { statuses: { 486: 423 }, contacts: true, retryAfter: 30 }
const response: SipResponse = { status: 486, reason: 'Busy Here', headers: { 'Retry-After': 30, m: ['<sip:a@b>'] } }
const parsed: ParsedSipResponse = parseSipResponse('SIP/2.0 486 Busy Here\r\n\r\n')
const answer: HttpProblem | Reply | undefined = fromSip(response, options) ?? fromSip(parsed)
if (answer instanceof Error) throw answer
export const body: unknown = answer?.body

// @ts-expect-error: a status is a number.
fromSip({ status: '486' })
