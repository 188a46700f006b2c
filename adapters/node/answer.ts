import './http-errors.ts'
import type { IncomingMessage } from 'node:http'
import {
  type FramedReply,
  isUnanswerable,
  type PendingFields,
  type RequestLike,
  type Responder,
} from '../../src/respond/index.ts'
import { exempt } from './conform/watch.ts'
import { cut } from './end.ts'
import type { ProblemEvent } from './report.ts'
import { canBeKept, settle } from './unread-request.ts'
import { withhold } from './withhold.ts'
import { isGone, type NodeResponse, rescue } from './write.ts'

/** What happened, before the adapter adds whose request it was. */
export type Outcome = Omit<ProblemEvent<unknown>, 'request'>

/**
 * Answers a thrown value on a response of node:http, whatever state that is in. Never throws or rejects; a promise only
 * where it has to wait for the rest of a request.
 *
 * @param write puts the reply into the response, in the framework's way.
 * @param request what the pipeline and the application's callbacks are given; default: `req`.
 */
export type Answer = (
  thrown: unknown,
  req: IncomingMessage,
  res: NodeResponse,
  write: (reply: FramedReply) => void,
  request?: RequestLike,
) => Outcome | Promise<Outcome>

export function createAnswer({ resolve }: Responder): Answer {
  return (thrown, req, res, write, request = req) => {
    const { problem, reply, dropped } = resolve(thrown, request, pendingOf(res))

    // RFC 9110 has no response for what such a status says: that there is none.
    function hangUp(): Outcome {
      withhold(res)
      return { thrown, problem, reply: undefined, dropped, outcome: 'aborted' }
    }

    function deliver(keepsConnection: boolean): Outcome {
      const late = lateOutcome(res)
      if (late === 'cut') cut(res)
      if (late !== undefined) return { thrown, problem, reply: undefined, dropped, outcome: late }
      const sent = settle(req, res, reply, keepsConnection)
      // The application may still write to what is ended here, or pipe into it: that is no reason for the process to end.
      res.on('error', ignore)
      // The pipeline's own answers need no judgement, but for the length of what GET may get compressed.
      if (req.method !== 'HEAD') exempt(res)
      write(sent)
      return { thrown, problem, reply: sent, dropped, outcome: 'sent' }
    }

    // Middleware may have patched or taken apart what is used here: whatever fails, the request ends.
    function fail(error: unknown): Outcome {
      rescue(res)
      const failure = { kind: 'reply', name: 'write', reason: 'the reply could not be written', error } as const
      return { thrown, problem, reply: undefined, dropped: [...dropped, failure], outcome: 'failed' }
    }

    try {
      if (isUnanswerable(problem) && !res.headersSent) return hangUp()
      const isHere = lateOutcome(res) !== undefined || canBeKept(req, res)
      return typeof isHere === 'boolean' ? deliver(isHere) : isHere.then(deliver).catch(fail)
    } catch (error) {
      return fail(error)
    }
  }
}

function ignore(): void {}

function lateOutcome(res: NodeResponse): 'aborted' | 'late' | 'cut' | undefined {
  if (isGone(res)) return 'aborted'
  if (!res.headersSent) return undefined
  return res.writableEnded ? 'late' : 'cut'
}

function pendingOf(res: NodeResponse): PendingFields {
  try {
    return res.headersSent ? {} : res.getHeaders()
  } catch {
    return {}
  }
}
