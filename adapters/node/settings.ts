import type { IncomingMessage } from 'node:http'
import { formatAllow } from '../../src/headers/index.ts'
import { ask, describeThrown } from '../../src/recognize/index.ts'
import {
  type AcceptedTypes,
  bareStatusProblem,
  createResponder,
  type FramedReply,
  frame,
  type OptionsPolicy,
  type PendingFields,
  type RequestLike,
  type Resolution,
  type Responder,
  type ResponderOptions,
  type Unrouted,
  unrouted,
  type WholeReply,
} from '../../src/respond/index.ts'
import { type Answer, createAnswer, type Outcome } from './answer.ts'
import { complain, notify, print } from './report.ts'
import { checkAccepts, coreOptions, type SharedOptions } from './shared-options.ts'
import { type NodeResponse, rescue } from './write.ts'

/** What a framework has to say of its requests. */
export interface Framework<Request> {
  /** The request as the pipeline and the callbacks below get it. */
  viewOf(request: Request): RequestLike
  /** The same options for callbacks that take such a view. */
  translate(options: ResponderOptions<Request>): ResponderOptions
  /** The methods that the routes have for the path of a request; undefined: there is no route. */
  routedMethods(request: Request, options: { catchAllRoutes: boolean }): readonly string[] | undefined
  /** Takes an event that nobody else wants. */
  log(outcome: Outcome): void
}

/** The options of an application, made ready. */
export class Settings<Request> {
  readonly responder: Responder
  readonly #framework: Framework<Request>
  readonly #options: SharedOptions<Request>
  readonly #answer: Answer

  /** @throws {TypeError} for an option of the wrong form, or one that does not exist. */
  constructor(framework: Framework<Request>, options: SharedOptions<Request>) {
    this.#framework = framework
    this.#options = options
    // OPTIONS is answered wherever there is a route. Where somebody else decided on a 405, a catch-all is better than none.
    const allow = (request: Request): readonly string[] | undefined => {
      const methods = this.methodsOf(request) ?? framework.routedMethods(request, { catchAllRoutes: true })
      return methods === undefined ? undefined : [...methods, 'OPTIONS']
    }
    this.responder = createResponder(framework.translate({ ...coreOptions(options), allow }))
    this.#answer = createAnswer(this.responder)
  }

  /** Whether a 429 or 503 can be given a Retry-After. */
  get offersRetryAfter(): boolean {
    return this.#options.fallbacks?.retryAfter !== undefined
  }

  /** Answers what was thrown at a request. Never throws or rejects; a promise only where it has to wait. */
  answer(
    thrown: unknown,
    request: Request,
    req: IncomingMessage,
    res: NodeResponse,
    write: (reply: FramedReply) => void,
  ): void | Promise<void> {
    const outcome = this.#answer(thrown, req, res, write, this.viewOf(request))
    if (outcome instanceof Promise) return outcome.then((it) => this.report(it, request))
    this.report(outcome, request)
  }

  /**
   * What a request gets whose response has an error status and nothing else: a problem, or for OPTIONS the methods.
   *
   * @param isUnrouted whether the status is the framework's own, because no route answered.
   */
  unanswered(status: number, request: Request, pending: PendingFields, isUnrouted: boolean): Unrouted {
    const methods = isUnrouted ? this.methodsOf(request) : undefined
    // A router says 405 also for routes that we take for middleware.
    return isUnrouted && (status !== 405 || methods !== undefined)
      ? unrouted(this.viewOf(request), methods, this.optionsPolicy(request))
      : { thrown: bareStatusProblem(status, pending) }
  }

  /** Answers a request that no route did. Never throws or rejects. */
  answerUnrouted(
    request: Request,
    req: IncomingMessage,
    res: NodeResponse,
    write: (reply: FramedReply) => void,
  ): void | Promise<void> {
    const found = this.unanswered(404, request, {}, true)
    if (found.reply === undefined) return this.answer(found.thrown, request, req, res, write)
    try {
      write(this.frame(found.reply, request, res.getHeaders()))
    } catch (error) {
      print(() => `statuswise: the answer to OPTIONS failed: ${describeThrown(error)}`)
      rescue(res)
    }
  }

  /** A reply made ready for the wire. */
  frame(reply: WholeReply, request: Request, pending: PendingFields): FramedReply {
    return frame(reply, this.viewOf(request), pending) as FramedReply
  }

  /** The methods of the target of a request; undefined: no route has its path. Never throws. */
  methodsOf(request: Request): readonly string[] | undefined {
    const { allow, catchAllRoutes = false } = this.#options
    const told = allow === undefined ? undefined : ask('allow', isMethodList, () => allow(request), complain)
    const methods = told ?? this.#framework.routedMethods(request, { catchAllRoutes })
    // HEAD comes with GET (RFC 9110 §9.3.2), also where a router lists it.
    return methods?.includes('GET') ? methods.filter((method) => method !== 'HEAD') : methods
  }

  optionsPolicy(request: Request): OptionsPolicy {
    const { options: status = 200, accepts } = this.#options
    return {
      status,
      accepts: typeof accepts === 'function' ? ask('accepts', isAccepts, () => accepts(request), complain) : accepts,
    }
  }

  /** The request as the pipeline gets it. */
  viewOf(request: Request): RequestLike {
    return this.#framework.viewOf(request)
  }

  /** What an answer to a thrown value is, for who writes it in his own way. */
  resolve(thrown: unknown, request: Request, pending: PendingFields): Resolution {
    return this.responder.resolve(thrown, this.viewOf(request), pending)
  }

  /** Tells the application of a problem, if it wants to know. */
  tell(outcome: Outcome, request: Request): void {
    if (this.#options.onProblem !== undefined) this.report(outcome, request)
  }

  /** Tells the application, or else the operator, of a problem. */
  report(outcome: Outcome, request: Request): void {
    const { onProblem } = this.#options
    if (onProblem === undefined) this.#framework.log(outcome)
    else notify('onProblem', onProblem, { ...outcome, request })
  }
}

/** What a middleware was told, and for which framework. */
export interface Told {
  readonly framework: object
  readonly options: object
}

/**
 * Settings that take in what another middleware of ours was told: problems() and conform() are to answer alike,
 * whichever of them an option was given to. One's own options win.
 */
export function settingsWith<Request>(
  framework: Framework<Request>,
  own: SharedOptions<Request>,
): (others: Told | undefined) => Settings<Request> {
  const alone = new Settings(framework, own)
  const combined = new WeakMap<object, Settings<Request>>()
  return (others) => {
    // The callbacks of another framework take other requests.
    if (others === undefined || others.framework !== framework) return alone
    let settings = combined.get(others.options)
    if (settings === undefined) {
      settings = new Settings(framework, combine(others.options as SharedOptions<Request>, own))
      combined.set(others.options, settings)
    }
    return settings
  }
}

function combine<Request>(others: SharedOptions<Request>, own: SharedOptions<Request>): SharedOptions<Request> {
  const given = Object.entries(own).filter(([, value]) => value !== undefined)
  const fallbacks = { ...others.fallbacks, ...own.fallbacks }
  // Each of these was checked with its own languages, and may not go with others.
  const { languages, defaultLanguage, messageFormat } = own.languages === undefined ? others : own
  return { ...others, ...Object.fromEntries(given), fallbacks, languages, defaultLanguage, messageFormat }
}

function isAccepts(value: unknown): value is AcceptedTypes {
  checkAccepts(value)
  return true
}

function isMethodList(value: unknown): value is readonly string[] {
  if (!Array.isArray(value)) return false
  // Throws for what is no method.
  formatAllow(value)
  return true
}
