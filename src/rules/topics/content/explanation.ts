import type { FieldLine } from '../../exchange.ts'
import type { ExchangeView } from '../../exchange-view.ts'
import { type Fault, fault } from '../../fault.ts'
import type { Rule } from '../../rule.ts'
import { saysOnlyStatus } from '../../shared/bare-content.ts'

const isNoHead = ({ request }: ExchangeView): boolean => request.method !== 'HEAD'

const explained = { level: 'SHOULD', rfc: '9110', topic: 'content', needs: ['length'], applies: isNoHead } as const

const detailed = { level: 'SHOULD', topic: 'content', needs: ['content'], decidedBy: 'application' } as const

/** Errors explain themselves in their content. */
export const explanationRules: readonly Rule[] = [
  {
    ...explained,
    id: '9110-15.5-explain',
    section: '15.5',
    statement: 'A client error to any method but HEAD has content that explains what is wrong.',
    status: ['4xx'],
    check: findEmpty,
    remedy:
      "throw new NotFound('No order 42'); or mount conform(), which gives an error without content one that explains it.",
  },
  {
    ...explained,
    id: '9110-15.6-explain',
    section: '15.6',
    statement: 'A server error to any method but HEAD has content that explains what went wrong.',
    status: ['5xx'],
    check: findEmpty,
    remedy: "throw new ServiceUnavailable({ retryAfter: 120, detail: '…' }), or mount conform().",
  },
  {
    ...detailed,
    id: '9110-15.5.10-recognise',
    rfc: '9110',
    section: '15.5.10',
    statement: 'The content of a 409 says enough to see what the request is in conflict with.',
    status: [409],
    applies: isNoHead,
    check: lacking('what the request is in conflict with, so nobody can settle it'),
    remedy:
      "throw new Conflict({ detail: 'Version 12 of the cart was changed meanwhile.', extensions: { version: 12 } }).",
  },
  {
    ...detailed,
    id: '6585-3-explain',
    rfc: '6585',
    section: '3',
    statement: 'A 428 explains how the request can be sent again with success.',
    status: [428],
    applies: isNoHead,
    check: lacking('which precondition the request needs, such as If-Match with the current ETag'),
    remedy: "throw new PreconditionRequired('Send If-Match with the ETag of the latest GET.').",
  },
  {
    ...detailed,
    id: '6585-4-explain',
    rfc: '6585',
    section: '4',
    statement: 'The content of a 429 gives details of the limit that was exceeded.',
    status: [429],
    applies: isNoHead,
    check: lacking('which limit was exceeded'),
    remedy: "throw new TooManyRequests({ retryAfter: 30, detail: 'At most 100 requests in a minute.' }).",
  },
  {
    ...detailed,
    id: '6585-5-which-field',
    rfc: '6585',
    section: '5',
    statement: 'The content of a 431 for a single field that is too large names that field.',
    status: [431],
    applies: isNoHead,
    check: (exchange) => {
      const name = largeField(exchange)
      const { text, line } = exchange.response
      if (name === undefined || text === undefined || text.toLowerCase().includes(name.toLowerCase())) return undefined
      return fault(`The content of the 431 does not name ${name}, the only field that is large.`, line)
    },
    remedy: "throw new RequestHeaderFieldsTooLarge({ detail: 'The field Cookie is too large.' }).",
  },
  {
    ...detailed,
    id: '6585-6-link',
    rfc: '6585',
    section: '6',
    statement: 'The content of a 511 has a link to where the user can log in to the network.',
    status: [511],
    applies: isNoHead,
    check: ({ response }) =>
      response.text === undefined || /https?:\/\/|href|url=|<form/i.test(response.text)
        ? undefined
        : fault('The content of the 511 has no link to a place to log in.', response.line),
    remedy: "throw new NetworkAuthenticationRequired({ detail: 'Log in at https://login.example/ first.' }).",
  },
  {
    ...detailed,
    id: '7725-3-explain',
    rfc: '7725',
    section: '3',
    statement: 'The content of a 451 explains the legal demand: who makes it, by which law, and for whom it holds.',
    status: [451],
    applies: isNoHead,
    check: lacking('who demands this, by which law'),
    remedy: "throw new UnavailableForLegalReasons({ blockedBy: '…', detail: 'By order of … under …' }).",
  },
  {
    ...detailed,
    id: '9110-15.6.6-describe',
    rfc: '9110',
    section: '15.6.6',
    statement: 'The content of a 505 says why the version is not supported and which protocols are.',
    status: [505],
    applies: isNoHead,
    check: lacking('which versions the server supports'),
    remedy: "throw new HTTPVersionNotSupported({ detail: 'This server speaks HTTP/1.1 and HTTP/2.' }).",
  },
  {
    ...detailed,
    id: '2774-7-information',
    level: 'advice',
    rfc: '2774',
    section: '7',
    statement: 'The content of a 510 has all that the client needs to send an extended request.',
    status: [510],
    applies: isNoHead,
    check: lacking('which extension the request needs'),
    remedy: "throw new NotExtended({ detail: 'Send the request with the extension …' }).",
  },
]

function findEmpty({ response }: ExchangeView): Fault | undefined {
  if (response.contentLength !== 0 || response.message.complete === false) return undefined
  return fault(`The ${response.status} has no content, so it explains nothing.`, response.line)
}

function lacking(what: string): (exchange: ExchangeView) => Fault | undefined {
  return ({ response }) => {
    if (!saysOnlyStatus(response)) return undefined
    const content = response.text?.trim().slice(0, 80)
    return fault(
      `The content of the ${response.status} ${content ? 'repeats its status' : 'is empty'}: it does not say ${what}.`,
      content ? `${response.line}\n\n${content}` : response.line,
    )
  }
}

const LARGE = 8000
const SMALL = 1000

/** The only large field, where all the others together are small. */
function largeField({ request }: ExchangeView): string | undefined {
  const large = request.lines.find((line) => sizeOf(line) >= LARGE)
  if (large === undefined || request.target.length > SMALL) return undefined
  const all = request.lines.reduce((sum, line) => sum + sizeOf(line), 0)
  return all - sizeOf(large) > SMALL ? undefined : large[0]
}

function sizeOf([name, value]: FieldLine): number {
  return name.length + value.length
}
