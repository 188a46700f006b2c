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
      const bytes = response.message.content ?? new Uint8Array()
      const codings = response.list('content-encoding')
      const last = canonicalCoding(codings.at(-1) ?? 'identity')
      const begins = BEGINNINGS[last]
      if (begins?.(bytes) === false)
        return fault(
          `Content-Encoding says ${last}, but the content is not in that coding.`,
          response.show('content-encoding'),
        )
      if (last === 'identity' && BEGINNINGS.gzip?.(bytes) && isText(response))
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

/** Whether content can begin like this, for codings that show. A raw deflate stream is none (RFC 9110 §8.4.1.2). */
const BEGINNINGS: Readonly<Record<string, (bytes: Uint8Array) => boolean>> = {
  gzip: ([first, second]) => first === 0x1f && second === 0x8b,
  compress: ([first, second]) => first === 0x1f && second === 0x9d,
  deflate: ([first = 0, second = 0]) => (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0,
  zstd: ([first = 0, second, third, fourth]) =>
    (first === 0x28 && second === 0xb5 && third === 0x2f && fourth === 0xfd) ||
    // A skippable frame (RFC 8878 §3.1.2).
    (first >> 4 === 5 && second === 0x2a && third === 0x4d && fourth === 0x18),
}

/** Whether the content is there from its beginning. */
function isWhole({ mayHaveContent, response }: ExchangeView): boolean {
  return mayHaveContent && response.status !== 206 && response.status !== 226 && (response.contentLength ?? 0) > 3
}

function isText({ contentType }: ResponseView): boolean {
  if (contentType === undefined) return false
  const { type, essence } = contentType
  return type === 'text' || essence === 'application/json' || essence.endsWith('+json') || essence.endsWith('+xml')
}
