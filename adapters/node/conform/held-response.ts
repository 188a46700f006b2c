import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  BEGUN,
  type FieldSource,
  type FieldValue,
  isPlain,
  type ResponseInHand,
  UNKNOWN,
} from '../../../src/conform/index.ts'
import { mayHaveContent } from '../../../src/status/index.ts'
import type { Told } from '../settings.ts'
import type { NodeResponse } from '../write.ts'
import { type GivenFields, givenFields } from './head-arguments.ts'
import {
  announceLength,
  isHeadSent,
  isLengthRemoved,
  isToHead,
  type Traces,
  takeBack,
  tracesOf,
} from './stored-head.ts'

/** Not one of the values that a rule ever sees: nobody has begun to write. */
const NOT_YET = -3

/** What all of a response is written with. */
export type Methods = Pick<NodeResponse, 'writeHead' | 'write' | 'end' | 'flushHeaders'>

/** Who decides about responses. */
export interface Keeper {
  /** What watch() keeps for each prototype. */
  readonly watches: WeakMap<object, object>
  /** What conform() was told of what it has in common with problems(). */
  readonly told: Told
  /** Whether any response may be replaced, not only one whose status makes that likely. */
  readonly alwaysHoldsBack: boolean
  /** Whether content like this may be replaced where the status is an error. */
  readonly isNoAnswer: (held: HeldResponse) => boolean
  /** Decides whether a response ends here whose content is not as long as its head says. Never throws. */
  readonly endsMisfit: (held: HeldResponse) => boolean
  /** Tells what is wrong with a bare status that problems() answers, and not the framework. Never throws. */
  readonly noteStatus: (held: HeldResponse, status: number) => void
  /** Decides about a response whose head has to leave now. Never throws. */
  readonly settle: (held: HeldResponse) => void
}

/**
 * A response that is watched until it is known whether it has content, so that it can be judged before anything of it is
 * sent. The methods below that are called by whoever writes it are those of `watch.ts`.
 */
export class HeldResponse implements ResponseInHand {
  readonly res: NodeResponse
  /** The request (Express) or the context (Koa). */
  readonly context: unknown
  /** What problems() of the same application was told, if the response came by it. */
  problems: object | undefined
  readonly keeper: Keeper
  /** Nothing of the response is to be judged. */
  isExempt = false
  /** Somebody else made the response: a server behind this one. */
  isForwarded = false
  /** What is written is the framework's own, for want of an answer. */
  isPlaceholder = false

  /** Judged, or on its way without: nothing of it is ours to change any more. */
  isSettled = false
  /** What is written from now on is not sent. */
  isContentDropped = false
  /** `chunk` is what is sent instead. */
  isReplaced = false
  /** What is wrong with its status was told. */
  isStatusKnown = false
  /** Its content turned out to have another length than its head says. */
  isKnownMisfit = false
  contentLength: number = NOT_YET
  chunk: unknown
  encoding: BufferEncoding | undefined
  readonly isHead: boolean

  /** The methods that write the response, as they were before. */
  readonly methods: Methods

  // On an object whose prototype was changed, as Express does, each access is dear.
  readonly #request: IncomingMessage
  #status: number | undefined
  #given: GivenFields | undefined
  #before: Traces | undefined
  #isChanged = false
  #canReplace = false
  /** Bytes of content so far, where it comes in pieces; and how many the head tells of. */
  #written = 0
  #announced: number | undefined

  constructor(res: ServerResponse, context: unknown, keeper: Keeper, methods: Methods) {
    this.res = res as NodeResponse
    this.context = context
    this.keeper = keeper
    this.#request = res.req
    this.isHead = isToHead(this.res)
    this.methods = methods
  }

  get method(): string {
    return this.#request.method ?? 'GET'
  }

  get httpVersionMajor(): number {
    return this.#request.httpVersionMajor
  }

  get httpVersionMinor(): number {
    return this.#request.httpVersionMinor
  }

  get status(): number {
    return this.#status ?? this.res.statusCode
  }

  /** node:http sets the length by itself where it has all of the content and made no head yet. */
  get isLengthAutomatic(): boolean {
    const isTimely = this.contentLength >= 0 && this.#before === undefined && this.httpVersionMajor === 1
    return isTimely && !isLengthRemoved(this.res)
  }

  /** Whether what the handler wrote can still give way to something else. */
  get canReplace(): boolean {
    return this.#canReplace
  }

  requestField(lowerName: string): string | undefined {
    const value = this.#request.headers[lowerName]
    return typeof value === 'object' ? value.join(', ') : value
  }

  field(lowerName: string): FieldValue | undefined {
    if (this.#given !== undefined) {
      const given = this.#given.get(lowerName)
      if (given !== undefined) return given[1]
    }
    return this.res.getHeader(lowerName)
  }

  /** Whether no rule can have anything to say of it. */
  get isPlain(): boolean {
    return (
      this.#given === undefined &&
      !this.isHead &&
      isPlain(this.status, this.#request.method, this.contentLength, this.res as FieldSource)
    )
  }

  contentText(): string | undefined {
    const { chunk, encoding } = this
    if (typeof chunk === 'string') return isUtf8(encoding) ? chunk : Buffer.from(chunk, encoding).toString()
    return chunk instanceof Uint8Array
      ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString()
      : undefined
  }

  /** Opens the head to changes: status and fields are those of `res` from now on. */
  change(): NodeResponse {
    const { res } = this
    if (this.#isChanged) return res
    if (this.#before !== undefined) takeBack(res, this.#before)
    if (this.#status !== undefined) res.statusCode = this.#status
    for (const [name, value] of this.#given?.values() ?? []) res.setHeader(name, value as string)
    this.#status = undefined
    this.#given = undefined
    this.#isChanged = true
    return res
  }

  /** Leaves out what the handler wrote, and what it will write. */
  dropContent(): void {
    this.chunk = undefined
    this.encoding = undefined
    this.isContentDropped = true
  }

  /** Puts all of the content, or none, in place of the handler's. */
  replaceContent(content: string | Uint8Array | undefined): void {
    this.dropContent()
    this.chunk = content
    this.isReplaced = true
  }

  /** What is sent in place of the handler's content: once. */
  takeReplacement(): unknown {
    const { chunk } = this
    this.chunk = undefined
    return chunk
  }

  /** Takes note of the first, or the only, piece of content: false for what is none. */
  take(chunk: unknown, encoding: unknown, isWhole: boolean): boolean {
    const length = lengthOf(chunk, encoding)
    // node:http takes anything falsy for no content in end(), and throws in write().
    if (length === undefined || (!isWhole && !chunk && chunk !== '')) return false
    this.chunk = chunk
    this.encoding = encoding as BufferEncoding | undefined
    // What was written before may still be with middleware that collects it.
    if (isWhole && this.contentLength === NOT_YET) this.contentLength = length
    else if (length > 0) this.contentLength = BEGUN
    else if (this.contentLength === NOT_YET) this.contentLength = UNKNOWN
    return true
  }

  /**
   * Whether a further piece of content fits into the length that the head tells, and the last one makes it full. Content
   * that was there as a whole when it was judged always does.
   */
  fits(chunk: unknown, encoding: unknown, isLast: boolean): boolean {
    if (this.contentLength >= 0) return true
    this.#written += lengthOf(chunk, encoding) ?? 0
    if (!this.res.headersSent) return true
    this.#announced ??= this.#announcedLength()
    return isLast && this.#announced !== Infinity ? this.#written === this.#announced : this.#written <= this.#announced
  }

  #announcedLength(): number {
    const cannotTell = this.isExempt || this.isHead || !mayHaveContent(this.status) || this.httpVersionMajor > 1
    const value = cannotTell || this.field('transfer-encoding') !== undefined ? undefined : this.field('content-length')
    return value === undefined || !/^\d+$/.test(String(value)) ? Infinity : Number(value)
  }

  // Then it has to be known before it is written.
  #exceeds(): boolean {
    return (
      this.contentLength === BEGUN && Number(this.field('content-length')) < (lengthOf(this.chunk, this.encoding) ?? 0)
    )
  }

  /** Has the head judged now, if what follows could have to be replaced; else it is judged on its way out. */
  prepare(): void {
    const { res } = this
    if (res.headersSent) this.#judgeStored()
    else if (this.#mayBeReplaced() || this.#exceeds()) {
      this.#canReplace = true
      if (this.contentLength >= 0) this.#announce(this.contentLength)
      try {
        res.writeHead(res.statusCode)
      } catch (error) {
        this.#announce(undefined)
        throw error
      }
    }
  }

  /** The head has to leave although nobody knows what content will follow. */
  flush(): void {
    this.contentLength = UNKNOWN
    if (this.res.headersSent) this.#judgeStored()
    else if (this.keeper.alwaysHoldsBack) this.prepare()
  }

  /** A head is to be made, with what is known of the content. Returns how to call `writeHead` then. */
  makeHead(args: readonly unknown[]): NodeResponse {
    const { res } = this
    if (this.contentLength === NOT_YET && this.httpVersionMajor === 1) {
      const before = tracesOf(res)
      try {
        Reflect.apply(this.methods.writeHead, res, args)
      } catch (error) {
        // node:http has already noted that the status has no content, which the next one may have.
        takeBack(res, before)
        throw error
      }
      this.#before = before
      // What is set from now on is not sent.
      this.#status = res.statusCode
      this.#given = res.getHeaderNames().length > 0 ? undefined : givenFields(args[1], args[2])
      return res
    }
    // On HTTP/2 a head is gone when it is made.
    if (this.contentLength === NOT_YET) this.contentLength = UNKNOWN
    this.#status = Number(args[0]) | 0
    this.#given = givenFields(args[1], args[2])
    const before = this.httpVersionMajor === 1 ? tracesOf(res) : undefined
    this.#decide()
    // A callback of the application's has made the head, or ended it all.
    if (res.headersSent) return res
    // What was announced is not sent, and what is has told its length.
    if (this.isContentDropped && this.contentLength > 0) this.#announce(undefined)
    try {
      return Reflect.apply(this.methods.writeHead, res, this.#isChanged ? [res.statusCode] : args)
    } catch (error) {
      if (before !== undefined) takeBack(res, before)
      this.#reset()
      throw error
    }
  }

  // Nothing was sent, and something else may be: what says that it failed.
  #reset(): void {
    this.contentLength = NOT_YET
    this.chunk = undefined
    this.encoding = undefined
    this.isSettled = false
    this.isContentDropped = false
    this.isReplaced = false
    this.#isChanged = false
    this.#canReplace = false
    this.#status = undefined
    this.#given = undefined
  }

  #judgeStored(): void {
    if (this.#before === undefined || isHeadSent(this.res)) {
      this.isSettled = true
      return
    }
    this.#canReplace = this.contentLength !== UNKNOWN || this.keeper.alwaysHoldsBack
    this.#decide()
    if (!this.#isChanged) return
    this.#announce(this.contentLength >= 0 && !this.isContentDropped ? this.contentLength : undefined)
    this.methods.writeHead.call(this.res, this.res.statusCode)
  }

  #decide(): void {
    this.isSettled = true
    this.keeper.settle(this)
  }

  #mayBeReplaced(): boolean {
    const { statusCode } = this.res
    if (this.#request.method === 'OPTIONS' || this.keeper.alwaysHoldsBack) return true
    if (statusCode >= 400) return this.keeper.isNoAnswer(this)
    // 204 and 304 end with their head, so that there is nothing to replace if nothing was given.
    const endsItself = statusCode === 204 || statusCode === 304
    return !mayHaveContent(statusCode) && !(endsItself && this.contentLength === 0)
  }

  #announce(length: number | undefined): void {
    if (this.httpVersionMajor === 1) announceLength(this.res, length)
  }
}

function isUtf8(encoding: string | undefined): boolean {
  return encoding === undefined || encoding === null || /^utf-?8$/i.test(encoding)
}

/** How many bytes a piece of content has, as node:http takes it: what is falsy is none. Undefined: it is no content. */
export function lengthOf(chunk: unknown, encoding: unknown): number | undefined {
  if (!chunk) return 0
  if (typeof chunk === 'string') {
    // Of the other encodings Node only estimates the length.
    return typeof encoding === 'string' && /^(?:base64|base64url|hex)$/i.test(encoding)
      ? Buffer.from(chunk, encoding as BufferEncoding).length
      : Buffer.byteLength(chunk, encoding as BufferEncoding | undefined)
  }
  return chunk instanceof Uint8Array ? chunk.byteLength : undefined
}
