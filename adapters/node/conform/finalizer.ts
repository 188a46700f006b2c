import { STATUS_CODES } from 'node:http'
import { type Fault, judge, LENGTH, rule, statusFault, upgradeOption } from '../../../src/conform/index.ts'
import { type Fields, parseAllow } from '../../../src/headers/index.ts'
import { createProblem, withoutStack } from '../../../src/problems/internal.ts'
import { ask, describeThrown, isText } from '../../../src/recognize/index.ts'
import { type FramedReply, optionsReply } from '../../../src/respond/index.ts'
import { mayHaveContent, phraseOf } from '../../../src/status/index.ts'
import { complain, print } from '../report.ts'
import type { Settings, Told } from '../settings.ts'
import { isGone, isOverriddenHead, keepClose, type NodeResponse, removeField } from '../write.ts'
import type { HeldResponse, Keeper } from './held-response.ts'
import type { Conformity, MendEvent } from './options.ts'
import { AUTOMATIC, createTell, type Tell } from './tell.ts'

/** What a framework has to say of a response. */
export interface Host<Request> {
  /** The settings for a request: of conform() and of problems(), where that is mounted. */
  settingsOf(request: Request): Settings<Request>
  /** The pattern of the route, or the path. */
  routeOf(request: Request): string
  /** Whether what is being written is the framework's own, for want of an answer. */
  isPlaceholder(held: HeldResponse): boolean
  /** Whether the status of such a response is the framework's own, too, because no route answered. */
  isUnrouted(request: Request): boolean
}

/** Judges responses and mends them. */
export class Finalizer<Request> implements Keeper {
  readonly told: Told
  readonly alwaysHoldsBack: boolean
  readonly watches: WeakMap<object, object> = new WeakMap()
  readonly #host: Host<Request>
  readonly #conformity: Conformity<Request>
  readonly #tell: Tell<Request>

  constructor(host: Host<Request>, conformity: Conformity<Request>, told: Told) {
    this.told = told
    this.alwaysHoldsBack = conformity.mode === 'throw'
    this.#host = host
    this.#conformity = conformity
    this.#tell = createTell(conformity.onMend)
  }

  // All else is judged on its way out: middleware that patched the response before us may rely on seeing its content first.
  readonly isNoAnswer = (held: HeldResponse): boolean => {
    try {
      return (
        (held.contentLength === 0 && held.field('content-type') === undefined) ||
        this.#conformity.replacesPlainText ||
        this.#host.isPlaceholder(held)
      )
    } catch {
      // Whatever cannot be looked at is not held back.
      return false
    }
  }

  readonly endsMisfit = (held: HeldResponse): boolean => {
    // Who left gets nothing anyway.
    if (isGone(held.res) || held.isKnownMisfit) return false
    const { mode, mends } = this.#conformity
    const ends = mode !== 'report' && mends('framing')
    held.isKnownMisfit = true
    this.#report(held, { rule: LENGTH, found: MISFIT }, held.status, ends ? 'mended' : 'reported')
    return ends
  }

  readonly noteStatus = (held: HeldResponse, status: number): void => {
    const fault = statusFault(status)
    if (fault === undefined) return
    held.isStatusKnown = true
    this.#report(held, fault, status, fault.mend === undefined ? 'reported' : 'mended')
  }

  // What can't be judged goes out as it is.
  readonly settle = (held: HeldResponse): void => {
    if (held.isExempt) return
    try {
      // What frameworks still write to a client that left is no response.
      if (held.isPlain || isGone(held.res)) return
      held.isPlaceholder = held.status >= 400 && this.#host.isPlaceholder(held)
      if (held.method === 'OPTIONS' && !held.isForwarded) this.#correctOptions(held)
      if (!held.isReplaced) this.#judge(held)
    } catch (error) {
      giveUp(held)
      print(() => `statuswise: conform() failed: ${describeThrown(error)}`)
    }
  }

  #judge(held: HeldResponse): void {
    const { mode, mends, replacesPlainText } = this.#conformity
    const faults = judge(held, {
      offersRetryAfter: () => this.#host.settingsOf(held.context as Request).offersRetryAfter,
      replacesPlainText,
      isForwarded: held.isForwarded,
    })
    if (faults !== undefined) {
      // As the handler set it, whatever becomes of it.
      const { status } = held
      const certain = faults.filter(({ isGuess }) => isGuess !== true)
      if (mode === 'throw' && certain.length > 0) this.#throw(held, certain)
      else for (const fault of certain) this.#deal(held, fault, status, mode === 'mend' && mends(fault.mend))
      // What may be right is mended to be safe, and nobody is told.
      if (mode === 'mend' && mends('framing') && !held.isReplaced) {
        for (const fault of faults) if (fault.isGuess) this.#mend(held, fault)
      }
    }
    // Content may still be written where the head left without any.
    if (!mayHaveContent(held.status) && mode === 'mend' && mends('framing')) held.isContentDropped = true
  }

  #deal(held: HeldResponse, fault: Fault, status: number, isToBeMended: boolean): void {
    if (fault.isOfStatus && held.isStatusKnown) return
    // What became another response has what it owes, and nothing else of the handler's.
    if (held.isReplaced && !fault.isOfStatus && !/^(?:requiredHeaders|retryAfter)$/.test(fault.mend ?? '')) return
    const isMended = isToBeMended && (held.isReplaced || this.#mend(held, fault))
    this.#report(held, fault, status, isMended ? 'mended' : 'reported')
  }

  #mend(held: HeldResponse, fault: Fault): boolean {
    const { mend, repair, becomes = held.status } = fault
    if (mend === 'bareStatus' || mend === 'plainText') {
      if (this.#explain(held, becomes)) return true
      if (repair === undefined) return false
    }
    const fields = repair?.set ?? (repair !== undefined ? {} : this.#lacking(held, mend === 'retryAfter'))
    if (fields === undefined) return false
    const res = held.change()
    if (repair?.status !== undefined) setStatus(res, repair.status)
    for (const name of repair?.remove ?? []) removeField(res, name)
    for (const name of Object.keys(fields)) res.setHeader(name, fields[name] ?? '')
    keepClose(res)
    if (repair?.isContentDropped) held.dropContent()
    return true
  }

  // The fields that the response owes and lacks, as far as anybody can say what is in them.
  #lacking(held: HeldResponse, isRetryAfter: boolean): Fields | undefined {
    const settings = this.#host.settingsOf(held.context as Request)
    const supplied = settings.responder.supply(held.status, settings.viewOf(held.context as Request))
    const names = Object.keys(supplied).filter((name) => (name === 'Retry-After') === isRetryAfter)
    if (names.length === 0) return undefined
    const fields = Object.fromEntries(names.map((name) => [name, supplied[name] ?? '']))
    return 'Upgrade' in fields ? { ...fields, ...upgradeOption(held) } : fields
  }

  // Gives an error without content the document that a thrown one has.
  #explain(held: HeldResponse, status: number): boolean {
    if (!held.canReplace) return false
    const request = held.context as Request
    const settings = this.#host.settingsOf(held.context as Request)
    const pending = held.change().getHeaders()
    const isUnrouted = held.isPlaceholder && this.#host.isUnrouted(request)
    const found = settings.unanswered(status, request, pending, isUnrouted)
    if (found.reply !== undefined) {
      put(held, settings.frame(found.reply, request, pending))
      return true
    }
    const { problem, reply, dropped } = settings.resolve(found.thrown, request, pending)
    put(held, reply)
    // Nothing was thrown that an operator would have to know of.
    whenWritten(() => settings.tell({ thrown: problem, problem, reply, dropped, outcome: 'sent' }, request))
    return true
  }

  #throw(held: HeldResponse, faults: readonly Fault[]): void {
    const { status } = held
    const [first] = faults
    if (first !== undefined && held.canReplace) {
      const { id, reference, statement } = first.rule
      const detail = `${reference}: ${statement} Found: ${first.found}.`
      const problem = withoutStack(() => createProblem(500, { detail, extensions: { rule: id } }))
      const pending = held.change().getHeaders()
      put(held, this.#host.settingsOf(held.context as Request).resolve(problem, held.context as Request, pending).reply)
    }
    for (const fault of faults) this.#report(held, fault, status, held.isReplaced ? 'thrown' : 'reported')
  }

  // Each router answers OPTIONS with the methods that it knows by itself. All of them together know more.
  #correctOptions(held: HeldResponse): void {
    const allow = held.field('allow')
    if (held.status !== 200 || allow === undefined || !held.canReplace) return
    const text = held.contentLength === 0 ? '' : held.contentText()
    if (text !== '' && text !== String(allow)) return
    const request = held.context as Request
    const settings = this.#host.settingsOf(held.context as Request)
    const routed = settings.methodsOf(request)
    // A route of its own answers it, or somebody who is no router.
    if (routed?.includes('OPTIONS') || (routed === undefined && text === '')) return
    const methods = routed ?? parseAllow(String(allow)) ?? []
    const reply = optionsReply(methods, settings.optionsPolicy(request))
    const found = `Allow: ${allow}`
    const isThere = ([name, value]: [string, unknown]): boolean =>
      String(held.field(name.toLowerCase())) === String(value)
    if (reply.status === 200 && Object.entries(reply.headers).filter(isOfMethods).every(isThere)) return
    const { mode, mends } = this.#conformity
    const fault = { rule: ALL_METHODS, found, mend: 'options' } as const
    const isMended = mode !== 'report' && mends('options')
    if (isMended) {
      put(held, settings.frame(reply, request, held.change().getHeaders()))
      // Of the content that was there before.
      held.res.removeHeader('ETag')
    }
    this.#report(held, fault, 200, isMended ? 'mended' : 'reported')
  }

  #report(
    held: HeldResponse,
    { rule: broken, found }: Fault,
    status: number,
    action: MendEvent<Request>['action'],
  ): void {
    const request = held.context as Request
    const route = ask('route', isText, () => this.#host.routeOf(request), complain) ?? ''
    const event = { rule: broken, found, action, status, method: held.method, route, request }
    whenWritten(() => this.#tell(event))
  }
}

function isOfMethods([name]: [string, unknown]): boolean {
  return name === 'Allow' || name.startsWith('Accept-')
}

// Who is told may do anything to the response, which is about to be written: that comes first.
function whenWritten(tell: () => void): void {
  process.nextTick(tell)
}

const MISFIT = 'content of another length than Content-Length says, so the connection is cut'

const ALL_METHODS = rule(
  AUTOMATIC,
  'RFC 9110 §9.3.7, §10.2.1',
  'The answer to OPTIONS lists all methods of its target, whichever router has them, and OPTIONS itself.',
)

function setStatus(res: NodeResponse, status: number): void {
  // HTTP/2 has no phrase; one of the handler's own stays with its status.
  if (res.stream === undefined && !(res.statusCode === status && hasOwnPhrase(res)))
    res.statusMessage = phraseOf(status)
  res.statusCode = status
}

function put(held: HeldResponse, reply: FramedReply): void {
  const res = held.change()
  held.replaceContent(reply.body)
  for (const name of reply.superseded) removeField(res, name)
  setStatus(res, reply.status)
  for (const name of Object.keys(reply.headers)) res.setHeader(name, reply.headers[name] ?? '')
  keepClose(res)
  if (isOverriddenHead(res)) res.removeHeader('Content-Length')
}

// Half of another head, perhaps: without content and without a length, it is whole.
function giveUp(held: HeldResponse): void {
  if (!held.isReplaced) return
  held.replaceContent(undefined)
  try {
    held.res.removeHeader('Content-Length')
  } catch {
    // Middleware has taken the response apart: what is left of it is sent.
  }
}

// node:http sets its own phrase when it makes a head.
function hasOwnPhrase({ statusCode, statusMessage }: NodeResponse): boolean {
  return statusMessage !== undefined && statusMessage !== '' && statusMessage !== STATUS_CODES[statusCode]
}
