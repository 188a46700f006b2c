import { fault, quoted } from '../../fault.ts'
import { isLanguageTag } from '../../grammar/language-tags.ts'
import { isUriReference } from '../../grammar/uris.ts'
import type { Rule } from '../../rule.ts'

/** Content-Language and Content-Location. */
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
      return fault(`${quoted(wrong)} in Content-Language is not a language tag.`, response.show('content-language'))
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
            'Content-Location is not a URI reference: percent-encode what is not allowed in one.',
            response.show('content-location'),
          )
    },
    remedy: "res.set('Content-Location', encodeURI(path)).",
  },
]
