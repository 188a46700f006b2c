import type { Exchange, RequestMessage } from './exchange.ts'
import { InterimView, RequestView, ResponseView } from './message-views.ts'
import type { Need } from './rule.ts'

export { FieldsView } from './fields-view.ts'
export { InterimView, RequestView, ResponseView } from './message-views.ts'

const UNKNOWN_REQUEST: RequestMessage = { method: 'GET', target: '/', version: '1.1', fields: [] }

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

  /** The last earlier exchange with the same target, of the same host, that a condition holds for. */
  before(condition: (earlier: ExchangeView) => boolean): ExchangeView | undefined {
    const { request } = this
    const host = hostOf(request)
    return this.earlier.findLast(
      (earlier) => earlier.request.target === request.target && hostOf(earlier.request) === host && condition(earlier),
    )
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

function hostOf(request: RequestView): string | undefined {
  return request.get('host')?.toLowerCase()
}
