import { statusOf } from '../../../status/index.ts'
import { fault } from '../../fault.ts'
import type { Rule } from '../../rule.ts'

/** Which codes there are, and which of them mean something. */
export const codeRules: readonly Rule[] = [
  {
    id: '9205-4.6-registered-codes-only',
    level: 'advice',
    rfc: '9205',
    section: '4.6',
    topic: 'status-code',
    statement: 'Only status codes of the IANA registry are used.',
    covers: ['9205-4.6-registered-only', '9110-15.1-registered'],
    decidedBy: 'application',
    check: ({ response }) =>
      statusOf(response.status) !== undefined || TEMPORARY.includes(response.status) || !isCode(response.status)
        ? undefined
        : fault(
            `${response.status} is not registered, so clients treat it as ${Math.floor(response.status / 100)}00, whatever it is meant to say.`,
            response.line,
          ),
    remedy: "Throw the registered error that comes closest, and say the rest in 'type', 'detail' and 'extensions'.",
  },
  {
    id: '9110-15-status-100-599',
    level: 'advice',
    rfc: '9110',
    section: '15',
    topic: 'status-code',
    statement: 'Status codes lie between 100 and 599.',
    covers: ['9110-15-range'],
    check: ({ response }) =>
      isCode(response.status)
        ? undefined
        : fault(`${response.status} is not a valid status code; clients treat it as a 5xx.`, response.line),
    remedy: 'Throw an error with a status from 400 to 599; problems() makes a 500 of what has none.',
  },
  {
    id: '9110-15-interim-then-one-final',
    level: 'advice',
    rfc: '9110',
    section: '15',
    topic: 'status-code',
    statement: 'After interim responses (1xx, except 101) a final one follows.',
    covers: ['9110-15-exactly-one-final', '9110-15-single-final'],
    check: ({ response }) =>
      response.status >= 100 && response.status < 200 && response.status !== 101
        ? fault(`No final response followed the ${response.status}.`, response.line)
        : undefined,
    remedy:
      'res.writeContinue() and res.writeEarlyHints() answer nothing yet: send a response after them, also on errors.',
  },
  {
    id: '9110-15.5.19-reserved',
    level: 'advice',
    rfc: '9110',
    section: '15.5.19',
    topic: 'status-code',
    statement: '418 is reserved and means nothing in HTTP, so it does not answer a failure.',
    status: [418],
    decidedBy: 'application',
    check: ({ request, response }) =>
      COFFEE.includes(request.method)
        ? undefined
        : fault('418 has no meaning in HTTP: clients treat it as 400.', response.line),
    remedy: 'throw new Forbidden() or new BadRequest() in its place.',
  },
]

// 104 is registered for the time being (resumable uploads).
const TEMPORARY = [104]

// RFC 2324 §2.1: of these, a teapot is entitled to its 418.
const COFFEE = ['BREW', 'WHEN', 'PROPFIND']

function isCode(status: number): boolean {
  return status >= 100 && status <= 599
}
