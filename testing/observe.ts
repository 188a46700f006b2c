import type { Exchange, FieldLine, HttpVersion, RequestMessage, ResponseMessage } from '../src/rules/index.ts'
import { type UndiciResponse, whole } from './undici.ts'

/** What the response cannot tell of its request. */
export interface RequestOptions {
  /** `GET` by default. */
  readonly method?: string
  /** Path and query; of the response's URL by default. */
  readonly target?: string
  /** Those that matter to the answer: Accept, Range, If-None-Match. */
  readonly headers?: Readonly<Record<string, string>>
}

/** Response of supertest and superagent. */
interface SupertestResponse {
  readonly text?: string
  readonly body?: unknown
  readonly res: {
    readonly statusCode: number
    readonly statusMessage?: string
    readonly httpVersion?: string
    readonly rawHeaders: readonly string[]
    readonly rawTrailers?: readonly string[]
    readonly complete?: boolean
  }
  readonly req?: { readonly method?: string; readonly path?: string; getHeaders?(): Readonly<Record<string, unknown>> }
}

/** Response of `inject()` of Fastify and light-my-request. */
interface InjectResponse {
  readonly statusCode: number
  readonly statusMessage?: string
  readonly headers: Readonly<Record<string, unknown>>
  readonly rawPayload: Uint8Array
  readonly raw?: {
    readonly req?: {
      readonly method?: string
      readonly url?: string
      readonly headers?: Readonly<Record<string, unknown>>
    }
  }
}

/**
 * A response of supertest, fetch, undici or `inject()` as an exchange, as far as it tells. A promise where the content has
 * to be read: of fetch a clone is read, of undici the content is read and put back.
 *
 * @throws TypeError where it is no such response
 */
export function observe(response: unknown, request?: RequestOptions): Exchange | Promise<Exchange> {
  if (isFetch(response)) return observeFetch(response, request)
  if (isSupertest(response)) return observeSupertest(response, request)
  if (isInject(response)) return observeInject(response, request)
  if (isUndici(response)) return observeUndici(response, request)
  if (response instanceof Promise) throw new TypeError('This is a promise of a response: await it first.')
  const given = response === null ? 'null' : Array.isArray(response) ? 'an array' : typeof response
  throw new TypeError(`Expected a response of supertest, fetch, undici or inject(), not ${given}.`)
}

function observeSupertest({ res, req, text, body }: SupertestResponse, options: RequestOptions | undefined): Exchange {
  const fields = pairs(res.rawHeaders)
  const seen = req === undefined ? undefined : { method: req.method, target: req.path, headers: req.getHeaders?.() }
  return {
    request: requestOf(options, seen),
    response: {
      version: versionOf(res.httpVersion),
      status: res.statusCode,
      reason: res.statusMessage,
      fields,
      content: isCoded(fields) ? undefined : contentOf(body instanceof Uint8Array ? body : text),
      trailers: pairs(res.rawTrailers ?? []),
      complete: res.complete,
    },
  }
}

/** Where a response of fetch came from; empty where nobody has sent it. */
export function urlOf(response: unknown): string | undefined {
  return isFetch(response) && response.url !== '' ? response.url : undefined
}

async function observeFetch(response: Response, options: RequestOptions | undefined): Promise<Exchange> {
  const { status, statusText, headers, url, bodyUsed } = response
  const fields: FieldLine[] = [...headers]
  if (bodyUsed) throw new TypeError('The content of the response was read before: judge it first, or a clone() of it.')
  const content = isCoded(fields) ? undefined : new Uint8Array(await response.clone().arrayBuffer())
  return {
    request: requestOf(options && { target: url === '' ? '/' : targetOf(url), ...options }),
    response: {
      version: '1.1',
      status,
      reason: statusText || undefined,
      fields,
      combined: true,
      content,
      unsent: url === '',
    },
  }
}

async function observeUndici(response: UndiciResponse, options: RequestOptions | undefined): Promise<Exchange> {
  const content = await whole(response)
  return {
    request: requestOf(options),
    response: {
      version: '1.1',
      status: response.statusCode,
      fields: linesOf(response.headers),
      combined: true,
      content,
    },
  }
}

function observeInject(given: InjectResponse, options: RequestOptions | undefined): Exchange {
  const req = given.raw?.req
  const seen = req === undefined ? undefined : { method: req.method, target: req.url, headers: req.headers }
  const response: ResponseMessage = {
    version: '1.1',
    status: given.statusCode,
    reason: given.statusMessage,
    fields: linesOf(given.headers),
    combined: true,
    content: given.rawPayload,
  }
  return { request: requestOf(options, seen), response }
}

/** What is known of the request; undefined: nothing. */
function requestOf(
  options: RequestOptions | undefined,
  seen?: {
    method?: string | undefined
    target?: string | undefined
    headers?: Readonly<Record<string, unknown>> | undefined
  },
): RequestMessage | undefined {
  if (options === undefined && seen === undefined) return undefined
  const { method = seen?.method ?? 'GET', target = seen?.target ?? '/', headers = seen?.headers ?? {} } = options ?? {}
  return { method: method.toUpperCase(), target, version: '1.1', fields: linesOf({ host: 'localhost', ...headers }) }
}

function linesOf(headers: Readonly<Record<string, unknown>>): FieldLine[] {
  return Object.entries(headers).flatMap(([name, value]): FieldLine[] => {
    if (value === undefined || value === null) return []
    return Array.isArray(value) ? value.map((one) => [name, String(one)]) : [[name, String(value)]]
  })
}

function pairs(raw: readonly string[]): FieldLine[] {
  return raw.flatMap((name, index): FieldLine[] => (index % 2 === 0 ? [[name, raw[index + 1] ?? '']] : []))
}

/** Whether the client may have undone a content coding, so that the content is not what the wire had. */
function isCoded(fields: readonly FieldLine[]): boolean {
  return fields.some(([name, value]) => name.toLowerCase() === 'content-encoding' && value.toLowerCase() !== 'identity')
}

/** The bytes of a text; undefined for one that was made of other bytes than it shows. */
function contentOf(content: string | Uint8Array | undefined): Uint8Array | undefined {
  if (typeof content !== 'string') return content
  return content.includes('\ufffd') ? undefined : new TextEncoder().encode(content)
}

function versionOf(text: string | undefined): HttpVersion {
  return text === '1.0' ? '1.0' : text?.startsWith('2') ? '2' : '1.1'
}

function targetOf(url: string): string {
  const { pathname, search } = new URL(url)
  return pathname + search
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isFetch(value: unknown): value is Response {
  return (
    isObject(value) && typeof value.status === 'number' && typeof value.clone === 'function' && isObject(value.headers)
  )
}

function isSupertest(value: unknown): value is SupertestResponse {
  return isObject(value) && isObject(value.res) && Array.isArray(value.res.rawHeaders)
}

function isInject(value: unknown): value is InjectResponse {
  return isObject(value) && typeof value.statusCode === 'number' && value.rawPayload instanceof Uint8Array
}

function isUndici(value: unknown): value is UndiciResponse {
  return isObject(value) && typeof value.statusCode === 'number' && isObject(value.headers) && 'body' in value
}
