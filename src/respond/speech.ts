import { mergeVary } from '../headers/index.ts'
import { isLanguageTag } from '../languages/language-tag.ts'
import { type HttpProblem, messageOf } from '../problems/internal.ts'
import { type Drop, isObject, isText, read } from '../recognize/index.ts'
import { isMessage, type Voice } from '../text/index.ts'
import type { FieldMap } from './field-map.ts'
import type { Policy } from './options.ts'
import { type RequestLike, requestField } from './request.ts'
import type { Speaker } from './speaker.ts'

/** In which languages the texts of a document are, by their tags; '' is one that nobody knows. */
export interface Spoken {
  /** The language of the document, and of what is around its texts. */
  readonly voice: Voice
  readonly title: string
  readonly detail: string
  readonly errors: readonly string[]
  /** Whether all of it is in the language of the document: then the document says so (RFC 9110 §8.5). */
  readonly isWhole: boolean
}

/**
 * Who says what is to be said in answer to a request; undefined: no languages are on offer.
 *
 * @param fields those of the problem: who knows the language of its own texts says so in Content-Language.
 */
export function speechFor(
  request: RequestLike,
  fields: FieldMap,
  { languages }: Policy,
  drop: Drop,
): Speech | undefined {
  if (languages === undefined) return undefined
  const declared = fields.get('content-language')
  if (declared === undefined) return new Speech(languages.choose(requestField(request, 'accept-language')), '', drop)
  // Better all of it in one language than in that of the request a half. Of a list nobody knows which text is in which.
  const own = isLanguageTag(declared) ? declared : ''
  return new Speech(languages.choose(own === '' ? undefined : own), own, drop)
}

/** Adds the fields that tell of the choice. What is not all in one language says nothing of it (RFC 9110 §8.5). */
export function describeLanguage(fields: FieldMap, { voice, isWhole }: Spoken): void {
  fields.trust('Vary', mergeVary(fields.get('vary'), 'Accept-Language'))
  if (isWhole && !fields.has('content-language')) fields.trust('Content-Language', voice.language)
}

/** Says the texts of a problem in one language, as far as they can be said in it, and takes note of what they are in. */
export class Speech implements Spoken {
  readonly voice: Speaker
  title: string
  detail: string
  errors: readonly string[] = []
  readonly #language: string
  readonly #drop: Drop

  /** @param language that of texts which are no messages, if somebody knows it. */
  constructor(voice: Speaker, language: string, drop: Drop) {
    this.voice = voice
    this.#language = language
    // The standard texts, unless something else is said.
    this.title = voice.language
    this.detail = voice.language
    this.#drop = drop
  }

  get isWhole(): boolean {
    return [this.title, this.detail, ...this.errors].every((language) => language === this.voice.language)
  }

  /** What is said of a status where the problem says nothing of its own. */
  standard(member: 'title' | 'detail', status: number): string | undefined {
    const said = member === 'title' ? this.voice.titleOf(status) : this.voice.detailOf(status)
    if (said !== undefined) this[member] = said.language
    return said?.text
  }

  /** A text of the problem's own: a message in this language, anything else as it is. */
  own(problem: HttpProblem, member: 'title' | 'detail', text: string): string {
    const message = messageOf(problem, member)
    const said = message === undefined ? { text, language: this.#language } : this.voice.tell(message, this.#drop)
    this[member] = said.language
    return said.text
  }

  /** The same for the items of `errors`. */
  tellErrors(document: Record<string, unknown>): void {
    const { errors } = document
    if (!Array.isArray(errors)) return
    try {
      const languages: string[] = []
      document.errors = errors.map((item: unknown) => {
        const detail = isObject(item) ? read(item, 'detail') : undefined
        // Without a text there is nothing for people to read.
        let language = isText(detail) ? this.#language : this.voice.language
        if (isMessage(detail)) {
          const said = this.voice.tell(detail, this.#drop)
          language = said.language
          languages.push(language)
          return { ...Object(item), detail: said.text }
        }
        languages.push(language)
        return item
      })
      this.errors = languages
    } catch {
      // A list that fights back goes out as JSON makes it.
      this.errors = ['']
    }
  }
}
