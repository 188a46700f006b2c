import { type Fields, mergeVary } from '../headers/index.ts'
import { type Drop, type Dropped, recognize } from '../recognize/index.ts'
import { cacheControl } from './caching.ts'
import { complete, supplied } from './complete.ts'
import { clientDocument } from './document.ts'
import { renderers } from './formats.ts'
import { type FramedReply, frameFields } from './frame.ts'
import { lastResort } from './last-resort.ts'
import { type ResponderOptions, readOptions } from './options.ts'
import { registered } from './registered.ts'
import { type PendingFields, type RequestLike, requestField } from './request.ts'
import type { Resolution } from './resolution.ts'
import { describeLanguage, speechFor } from './speech.ts'

/** Answers failures. None of its functions ever throws. */
export interface Responder {
  /**
   * The reply to a thrown value, ready for the wire. There is always one, even to an error with the status 444 or 499, which
   * asks for none: its reply has that status. Who wants to end the connection instead, as the adapters do, asks `resolve`.
   */
  readonly respond: (thrown: unknown, request: RequestLike, pending?: PendingFields) => FramedReply
  /** The same, with what led to it: `problem.status` is 444 or 499 where nothing is to be written. */
  readonly resolve: (thrown: unknown, request: RequestLike, pending?: PendingFields) => Resolution
  /**
   * The fields that a response of this status ought to have, as far as they can be supplied: for one that somebody wrote
   * by hand and without them.
   */
  readonly supply: (status: number, request: RequestLike) => Fields
}

/**
 * Makes a responder: the whole way from a thrown value to a response, for any framework.
 *
 * @throws {TypeError} for an option of the wrong form, or one that does not exist.
 * @example
 * const { respond } = createResponder()
 * const { status, headers, body } = respond(error, { method: 'GET', headers: { accept: 'text/html' } })
 */
export function createResponder(options: ResponderOptions = {}): Responder {
  const policy = readOptions(options)

  function resolve(thrown: unknown, request: RequestLike, pending: PendingFields = {}): Resolution {
    const dropped: Dropped[] = []
    const drop: Drop = (something) => dropped.push(something)
    try {
      // 1. What is it? Whatever is not known to be for the client's eyes is a 500 that says nothing.
      const recognized = recognize(thrown, policy, drop)
      // 2. Is its status one that clients know, and what does that owe? A 401 without a challenge is not sent.
      const { problem, fields } = complete(registered(recognized, policy.warn), request, policy, drop)
      // 3. In which format and language? An Accept that fits none changes no status.
      const format = policy.negotiate(requestField(request, 'accept'))
      const speech = speechFor(request, fields, policy, drop)
      // 4. What may the client read?
      const { type, render, fields: own = {} } = renderers[format]
      const body = render(clientDocument(problem, thrown, request, policy, drop, speech), drop, speech)
      fields.trust('Content-Type', type).trust('X-Content-Type-Options', 'nosniff').setAll(own)
      if (policy.varies) fields.trust('Vary', mergeVary(fields.get('vary'), 'Accept'))
      if (speech !== undefined && policy.languages?.varies) describeLanguage(fields, speech)
      // 5. May caches keep it?
      if (!fields.has('cache-control')) fields.set('Cache-Control', cacheControl(problem, request, policy, drop))
      // 6. What of the half-built response stays, and do status, method, version and content agree?
      const reply = frameFields(problem.status, fields, body, request, pending, policy.keepHeaders)
      return { problem, reply, dropped }
    } catch (error) {
      return lastResort(thrown, error, request, pending, dropped)
    }
  }

  return {
    resolve,
    respond: (thrown, request, pending) => resolve(thrown, request, pending).reply,
    supply: (status, request) => supplied(status, request, policy, ignore),
  }
}

function ignore(): void {}
