import type { ExchangeView, ResponseView } from '../../exchange-view.ts'
import { fault } from '../../fault.ts'
import { canonicalCoding } from '../../grammar/accept.ts'
import type { Rule } from '../../rule.ts'

/** Content-Encoding says how the content is coded. */
export const contentCodingRules: readonly Rule[] = [
  {
    id: '9110-8.4-content-encoding-declared',
    covers: ['9110-8.4-content-encoding'],
    level: 'MUST',
    rfc: '9110',
    section: '8.4',
    topic: 'metadata',
    statement: 'Content-Encoding lists the codings of the content, all of them and no others.',
    needs: ['content'],
    applies: isWhole,
    check: ({ response }) => {
      const beginning = beginningOf(response)
      const codings = response.list('content-encoding').map(canonicalCoding)
      const last = codings.findLast((coding) => coding !== 'identity') ?? 'identity'
      if (BEGINNINGS.get(last)?.(beginning) === false)
        return fault(
          `Content-Encoding says ${last}, but the content is not in that coding.`,
          response.show('content-encoding'),
        )
      if (last === 'identity' && isGzip(beginning) && isText(response))
        return fault(
          'The content is coded with gzip, but no Content-Encoding says so.',
          response.show('content-type', 'content-encoding'),
        )
      return undefined
    },
    remedy:
      'Let one middleware (compression, koa-compress) do the coding and set Content-Encoding; throw errors, so that problems() clears it.',
  },
  {
    id: '9110-8.4-content-encoding-no-identity',
    level: 'SHOULD NOT',
    rfc: '9110',
    section: '8.4',
    topic: 'metadata',
    statement: 'Content-Encoding does not list identity: content without coding has no such field.',
    fields: ['content-encoding'],
    check: ({ response }) =>
      response.lists('content-encoding', 'identity')
        ? fault('Content-Encoding lists identity, which is not a coding.', response.show('content-encoding'))
        : undefined,
    remedy: "res.removeHeader('Content-Encoding').",
  },
]

const isGzip = (hex: string): boolean => hex.startsWith('1f8b')

/** Whether content can begin like this, for codings that show. A raw deflate stream is none (RFC 9110 §8.4.1.2). */
const BEGINNINGS: ReadonlyMap<string, (hex: string) => boolean> = new Map([
  ['gzip', isGzip],
  ['compress', (hex) => hex.startsWith('1f9d')],
  // RFC 1950 §2.2: what follows the method is a checksum.
  ['deflate', (hex) => /^[0-7]8/.test(hex) && Number.parseInt(hex.slice(0, 4), 16) % 31 === 0],
  // Or a skippable frame (RFC 8878 §3.1.2).
  ['zstd', (hex) => /^(?:28b52ffd|5.2a4d18)/.test(hex)],
])

function beginningOf({ message }: ResponseView): string {
  return [...(message.content ?? []).slice(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Whether the content is there from its beginning. */
function isWhole({ mayHaveContent, response }: ExchangeView): boolean {
  return mayHaveContent && response.status !== 206 && response.status !== 226 && (response.contentLength ?? 0) > 3
}

function isText({ contentType }: ResponseView): boolean {
  return contentType !== undefined && /^text\/|[/+](?:json|xml)$/.test(contentType.essence)
}
