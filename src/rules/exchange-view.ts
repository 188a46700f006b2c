import type { Exchange, FieldLine, HttpVersion, InterimMessage, RequestMessage, ResponseMessage } from './exchange.ts'
import { type CacheDirective, parseCacheControl } from './grammar/cache-control.ts'
import { type Challenge, parseChallenges } from './grammar/challenges.ts'
import { parseHttpDate } from './grammar/dates.ts'
import { listElements } from './grammar/lists.ts'
import { type MediaType, parseMediaType } from './grammar/media-types.ts'
import { decodeUtf8 } from './grammar/utf8.ts'
import type { Need } from './rule.ts'

const NONE: readonly string[] = []
const UNKNOWN_REQUEST: RequestMessage = { method: 'GET', target: '/', version: '1.1', fields: [] }

/** The fields of a message, by name. What is asked for twice is made once. */
export class FieldsView {
  readonly lines: readonly FieldLine[]
  readonly #byName = new Map<string, string[]>()
  readonly #lists = new Map<string, readonly string[]>()

  constructor(lines: readonly FieldLine[]) {
    this.lines = lines
    for (const [name, value] of lines) {
      const lowerName = name.toLowerCase()
      const values = this.#byName.get(lowerName)
      if (values === undefined) this.#byName.set(lowerName, [value])
      else values.push(value)
    }
  }

  /** In lower case, each once. */
  names(): Iterable<string> {
    return this.#byName.keys()
  }

  has(lowerName: string): boolean {
    return this.#byName.has(lowerName)
  }

  /** The values of all lines of a name, in their order. */
  all(lowerName: string): readonly string[] {
    return this.#byName.get(lowerName) ?? NONE
  }

  /** The lines as recipients combine them (RFC 9110 §5.3), or undefined without any. */
  get(lowerName: string): string | undefined {
    const values = this.#byName.get(lowerName)
    return values?.length === 1 ? values[0] : values?.join(', ')
  }

  /** The elements of a list field, without empty ones (RFC 9110 §5.6.1). Quoted strings are kept as they are. */
  list(lowerName: string): readonly string[] {
    const value = this.get(lowerName)
    if (value === undefined) return NONE
    const known = this.#lists.get(lowerName)
    if (known !== undefined) return known
    const elements = listElements(value)
    this.#lists.set(lowerName, elements)
    return elements
  }

  /** Whether a list field of tokens has one, in any case. */
  lists(lowerName: string, token: string): boolean {
    return this.list(lowerName).some((element) => element.toLowerCase() === token)
  }

  /** The lines of some names as evidence, or that there are none. */
  show(...lowerNames: readonly string[]): string {
    const shown = this.lines.filter(([name]) => lowerNames.includes(name.toLowerCase()))
    if (shown.length === 0) return `(no ${lowerNames.join(', ')})`
    return shown.map(([name, value]) => `${name}: ${value}`).join('\n')
  }
}

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
    const value = this.get('date')
    return value === undefined ? undefined : parseHttpDate(value)
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
      if (this.text !== undefined) {
        try {
          this.#json = { value: JSON.parse(this.text) as unknown }
        } catch {
          // No JSON.
        }
      }
    }
    return this.#json ?? undefined
  }
}

/** An exchange as the rules look at it. */
export class ExchangeView {
  readonly exchange: Exchange
  readonly response: ResponseView
  readonly #request: RequestView
  #guessed = false
  #interim: readonly InterimView[] | undefined
  #earlier: readonly ExchangeView[] | undefined

  constructor(exchange: Exchange) {
    this.exchange = exchange
    this.#request = new RequestView(exchange.request ?? UNKNOWN_REQUEST)
    this.response = new ResponseView(exchange.response)
  }

  /** Where it was not seen, a plain GET in its place; see `tellGuess`. */
  get request(): RequestView {
    if (this.exchange.request === undefined) this.#guessed = true
    return this.#request
  }

  /** Whether anybody has asked for a request that was not seen, since this was last asked. */
  tellGuess(): boolean {
    const guessed = this.#guessed
    this.#guessed = false
    return guessed
  }

  get interim(): readonly InterimView[] {
    this.#interim ??= (this.exchange.interim ?? []).map((message) => new InterimView(message))
    return this.#interim
  }

  get earlier(): readonly ExchangeView[] {
    this.#earlier ??= (this.exchange.earlier ?? []).map((exchange) => new ExchangeView(exchange))
    return this.#earlier
  }

  /** The last earlier exchange with the same target that a condition holds for. */
  before(condition: (earlier: ExchangeView) => boolean): ExchangeView | undefined {
    return this.earlier.findLast((earlier) => earlier.request.target === this.request.target && condition(earlier))
  }

  /** Whether the response may have content at all: HEAD, 1xx, 204 and 304 have none, nor a tunnel (RFC 9112 §6.3). */
  get mayHaveContent(): boolean {
    const { status, contentLength = 0 } = this.response
    if (status < 200 || status === 204 || status === 304) return false
    // Where nobody saw the request, content speaks for itself.
    if (this.exchange.request === undefined && contentLength > 0) return true
    const { method } = this.request
    return method !== 'HEAD' && (method !== 'CONNECT' || status >= 300)
  }

  /** What of the exchange was seen. */
  sees(need: Need): boolean {
    const { interim, request, response, earlier } = this.exchange
    switch (need) {
      case 'content':
        return response.content !== undefined
      case 'length':
        return response.content !== undefined || response.contentLength !== undefined
      case 'lines':
        return response.combined !== true
      case 'head':
        return response.head !== undefined
      case 'end':
        return response.complete !== undefined
      case 'connection':
        return response.closed !== undefined
      case 'trailers':
        return response.trailers !== undefined
      case 'interim':
        return interim !== undefined
      case 'earlier':
        return earlier !== undefined && earlier.length > 0
      case 'secure':
        return request?.secure !== undefined
      case 'sent':
        return response.unsent !== true
    }
  }
}
