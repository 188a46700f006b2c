import { fault } from '../../fault.ts'
import { isLanguageTag } from '../../grammar/language-tags.ts'
import { isUriReference } from '../../grammar/uris.ts'
import type { Rule } from '../../rule.ts'

/** Content-Language, Content-Location, and the parts of a multipart. */
export const representationRules: readonly Rule[] = [
  {
    id: '9110-8.5.1-content-language-tags',
    level: 'MUST NOT',
    rfc: '9110',
    section: '8.5.1',
    topic: 'metadata',
    statement: 'Content-Language lists language tags such as en-US: with hyphens, no wildcards, no weights.',
    fields: ['content-language'],
    check: ({ response }) => {
      const wrong = response.list('content-language').find((tag) => !isLanguageTag(tag))
      if (wrong === undefined) return undefined
      return fault(`${quote(wrong)} in Content-Language is no language tag.`, response.show('content-language'))
    },
    remedy: "res.set('Content-Language', 'en-US') with the language that was chosen, not with Accept-Language.",
  },
  {
    id: '9110-8.7-content-location-syntax',
    level: 'MUST NOT',
    rfc: '9110',
    section: '8.7',
    topic: 'metadata',
    statement: 'Content-Location is a URI reference without a fragment.',
    fields: ['content-location'],
    check: ({ response }) => {
      const value = response.get('content-location') ?? ''
      if (value.includes('#'))
        return fault(
          'Content-Location has a fragment, but speaks of a whole representation.',
          response.show('content-location'),
        )
      return isUriReference(value)
        ? undefined
        : fault(
            'Content-Location is no URI reference: percent-encode what is not allowed in one.',
            response.show('content-location'),
          )
    },
    remedy: "res.set('Content-Location', encodeURI(path)).",
  },
  {
    id: '9110-8.3.3-206-multipart-crlf',
    level: 'MUST',
    rfc: '9110',
    section: '8.3.3',
    topic: 'metadata',
    statement: 'The lines between the parts of a multipart end with CR LF.',
    status: [206],
    fields: ['content-type'],
    needs: ['content'],
    applies: ({ response }) => response.isOfType('multipart/byteranges') && !response.isCoded,
    check: ({ response }) => {
      const { content = new Uint8Array(), complete } = response.message
      if (complete === false) return undefined
      const boundary = response.contentType?.parameters.find(({ name }) => name === 'boundary')?.value ?? ''
      const head = String.fromCharCode(...content.subarray(0, LONGEST_HEAD))
      if (boundary === '' || !head.startsWith(`--${boundary}`)) return undefined
      // The fields of the first part, up to the first empty line.
      const end = head.search(/\n\r?\n/)
      return end !== -1 && /(?:^|[^\r])\n/.test(head.slice(0, end + 1))
        ? fault('The lines of the multipart end with LF alone.', response.show('content-type'))
        : undefined
    },
    remedy: "Join the lines with '\\r\\n', or send(res, representation(req, { body, type })).",
  },
]

const LONGEST_HEAD = 2000

function quote(text: string): string {
  return `"${text.slice(0, 60)}"`
}
