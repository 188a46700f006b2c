import type { RequestView } from '../../exchange-view.ts'
import { fault, quoted } from '../../fault.ts'
import { parseEntityTags } from '../../grammar/entity-tags.ts'
import type { Rule } from '../../rule.ts'
import { WEBDAV_METHODS } from '../../shared/methods.ts'
import { hasCondition } from '../../shared/request-conditions.ts'

/** 4xx that say what is wrong with the request, where the request shows that it is not (RFC 9110 §15.5 and others). */
export const clientErrorRules: readonly Rule[] = [
  {
    id: '9110-15.5.13-412-means-condition-false',
    level: 'advice',
    rfc: '9110',
    section: '15.5.13',
    topic: 'status-code',
    statement:
      '412 says that a condition in the fields of the request is false, so it answers none without conditions.',
    covers: ['5789-2.2-412-only-conditional'],
    status: [412],
    // RFC 4918 §12.1 says it for the others.
    applies: ({ request }) => !WEBDAV_METHODS.has(request.method),
    check: ({ request, response }) =>
      hasCondition(request)
        ? undefined
        : fault(
            'The 412 says that a condition is false, and the request has none: 428 asks for one, 409 tells of a conflict.',
            `${request.line}\n${response.line}`,
          ),
    remedy: 'throw new PreconditionRequired() to ask for If-Match, new Conflict() for anything else.',
  },
  {
    id: '9110-4.1-uri-8000',
    level: 'SHOULD',
    rfc: '9110',
    section: '4.1',
    topic: 'status-code',
    statement: 'URIs and request lines of up to 8000 octets are not too long.',
    covers: ['9112-3-line-8000'],
    status: [414],
    check: ({ request, response }) => {
      const length = uriLengthOf(request)
      return length <= 8000
        ? fault(`The URI has ${length} octets, and up to 8000 ought to be taken.`, response.line)
        : undefined
    },
    remedy: 'Raise the limit to 8000 at least; if it is the query that has too much in it, throw new BadRequest().',
  },
  {
    id: '9112-3-414',
    level: 'MUST',
    rfc: '9112',
    section: '3',
    topic: 'status-code',
    statement:
      'A request target that is too long is answered with 414, not with 413 or 431, which speak of other parts.',
    status: [413, 431],
    applies: ({ request }) => request.version.startsWith('1.') && request.target.length > 8000,
    check: ({ request, response }) => {
      const isSmall =
        response.status === 413
          ? request.message.contentLength === 0
          : sizeOfFields(request) < SMALL && request.lines.length < 50
      return isSmall
        ? fault(
            `The request target has ${request.target.length} octets and the rest of the request is small: so 414 would be right, not ${response.status}.`,
            response.line,
          )
        : undefined
    },
    remedy:
      "throw new URITooLong(). Node says 431 to both before any handler runs: in server.on('clientError'), answer HPE_HEADER_OVERFLOW with 414 where the first line alone is too long.",
  },
  {
    id: '8470-5.2-only-if-early',
    level: 'SHOULD NOT',
    rfc: '8470',
    section: '5.2',
    topic: 'status-code',
    statement: '425 is sent only to requests that came in early data, or that say so in Early-Data.',
    status: [425],
    needs: ['secure'],
    check: ({ request, response }) =>
      request.message.secure === false && !request.has('early-data')
        ? fault(
            'The request cannot have come in TLS early data, so clients do not know what to do about a 425.',
            `${request.line}\n${response.line}`,
          )
        : undefined,
    remedy: "Before throw new TooEarly(), look whether req.get('Early-Data') is there.",
  },
  {
    id: '6585-3-use',
    level: 'advice',
    rfc: '6585',
    section: '3',
    topic: 'status-code',
    statement: '428 asks for a condition; one that was given and is false is answered with 412.',
    status: [428],
    check: ({ request, response }) => {
      const ifMatch = request.get('if-match')
      if (ifMatch === undefined || !parseEntityTags(ifMatch)?.length) return undefined
      return fault(
        `The 428 asks for a condition, and the request has If-Match: ${quoted(ifMatch)}.`,
        `${request.show('if-match')}\n${response.line}`,
      )
    },
    remedy:
      'preconditions(req, { etag }) throws 412 for a false condition, and with required: true 428 for a missing one.',
  },
]

/** No client sends so little and is told that it is too much. */
const SMALL = 1024

/** Of the whole URI: origin-form leaves out scheme and authority. */
function uriLengthOf(request: RequestView): number {
  const { target } = request
  return target.startsWith('/') ? 'https://'.length + (request.get('host') ?? '').length + target.length : target.length
}

function sizeOfFields({ lines }: RequestView): number {
  return lines.reduce((size, [name, value]) => size + name.length + value.length + 4, 0)
}
