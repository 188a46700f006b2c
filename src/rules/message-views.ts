import type { HttpVersion, InterimMessage, RequestMessage, ResponseMessage } from './exchange.ts'
import { FieldsView } from './fields-view.ts'
import { type CacheDirective, parseCacheControl } from './grammar/cache-control.ts'
import { type Challenge, parseChallenges } from './grammar/challenges.ts'
import { parseHttpDate } from './grammar/dates.ts'
import { type MediaType, parseMediaType } from './grammar/media-types.ts'
import { decodeUtf8 } from './grammar/utf8.ts'

export class RequestView extends FieldsView {
  readonly message: RequestMessage
  readonly method: string
  readonly target: string
  readonly version: HttpVersion

  constructor(message: RequestMessage) {
    super(message.fields)
    this.message = message
    this.method = message.method
    this.target = message.target
    this.version = message.version
  }

  /** The request line, as evidence. */
  get line(): string {
    return `${this.method} ${this.target} HTTP/${this.version}`
  }
}

export class InterimView extends FieldsView {
  readonly version: HttpVersion
  readonly status: number
  readonly reason: string | undefined

  constructor(message: InterimMessage) {
    super(message.fields)
    this.version = message.version
    this.status = message.status
    this.reason = message.reason
  }

  /** The status line, as evidence. */
  get line(): string {
    return `HTTP/${this.version} ${this.status}${this.reason ? ` ${this.reason}` : ''}`
  }
}

/** A final response. What is parsed is parsed when it is first asked for. */
export class ResponseView extends InterimView {
  readonly message: ResponseMessage
  #contentType: MediaType | null | undefined
  #cacheControl: readonly CacheDirective[] | undefined
  #challenges: readonly Challenge[] | null | undefined
  #proxyChallenges: readonly Challenge[] | null | undefined
  #text: string | null | undefined
  #json: { readonly value: unknown } | null | undefined

  constructor(message: ResponseMessage) {
    super(message)
    this.message = message
  }

  /** Bytes of content; undefined: not known. */
  get contentLength(): number | undefined {
    return this.message.content?.length ?? this.message.contentLength
  }

  /** How many bytes came after the fields, for messages that end with them: what comes all the same is content. */
  get bytesAfterFields(): number {
    return (this.contentLength ?? 0) + (this.message.surplus ?? 0)
  }

  /** The only Content-Type, parsed; undefined: none, several, or not by the grammar. */
  get contentType(): MediaType | undefined {
    if (this.#contentType === undefined) {
      const [value, ...others] = this.all('content-type')
      this.#contentType = (value !== undefined && others.length === 0 && parseMediaType(value)) || null
    }
    return this.#contentType ?? undefined
  }

  /** Whether the content is in one of these media types, `type/subtype` in lower case. */
  isOfType(...essences: readonly string[]): boolean {
    return this.contentType !== undefined && essences.includes(this.contentType.essence)
  }

  /** The directives of Cache-Control; what does not parse is left out. */
  get cacheControl(): readonly CacheDirective[] {
    this.#cacheControl ??= parseCacheControl(this.list('cache-control')).directives
    return this.#cacheControl
  }

  hasDirective(name: string): boolean {
    return this.cacheControl.some((directive) => directive.name === name)
  }

  /** The challenges of WWW-Authenticate; undefined: they do not parse, or there is no such field. */
  get challenges(): readonly Challenge[] | undefined {
    if (this.#challenges === undefined) this.#challenges = parseChallenges(this.get('www-authenticate')) ?? null
    return this.#challenges ?? undefined
  }

  /** As `challenges`, of Proxy-Authenticate. */
  get proxyChallenges(): readonly Challenge[] | undefined {
    if (this.#proxyChallenges === undefined)
      this.#proxyChallenges = parseChallenges(this.get('proxy-authenticate')) ?? null
    return this.#proxyChallenges ?? undefined
  }

  /** When it was sent, in milliseconds; undefined: no Date, or none by the grammar. */
  get date(): number | undefined {
    return parseHttpDate(this.get('date') ?? '')
  }

  /** Whether a content coding (RFC 9110 §8.4) hides the content from the rules. */
  get isCoded(): boolean {
    return this.list('content-encoding').some((coding) => coding.toLowerCase() !== 'identity')
  }

  /** The content as UTF-8; undefined: not seen, coded, or no valid UTF-8. */
  get text(): string | undefined {
    if (this.#text === undefined) {
      const { content } = this.message
      this.#text = (content !== undefined && !this.isCoded ? decodeUtf8(content) : undefined) ?? null
    }
    return this.#text ?? undefined
  }

  /** The content as JSON: `{ value }`; undefined: not seen, coded, or no JSON. */
  get json(): { readonly value: unknown } | undefined {
    if (this.#json === undefined) {
      this.#json = null
      try {
        this.#json = { value: JSON.parse(this.text ?? '') as unknown }
      } catch {
        // No JSON.
      }
    }
    return this.#json ?? undefined
  }
}
