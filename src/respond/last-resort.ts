import { problemFrom, withoutStack } from '../problems/internal.ts'
import type { Dropped } from '../recognize/index.ts'
import { phraseOf, statusOf } from '../status/index.ts'
import type { PendingFields, RequestLike } from './request.ts'
import type { Resolution } from './resolution.ts'
import { superseded } from './supersede.ts'

// One document for every accident of our own, written in advance. Its texts are ASCII: a character is a byte.
const BODY = JSON.stringify({
  type: 'about:blank',
  status: 500,
  title: phraseOf(500),
  detail: statusOf(500)?.detail,
})

/** What goes out when the pipeline itself fails: a 500 for which nothing has to be asked, read or rendered. */
export function lastResort(
  thrown: unknown,
  failure: unknown,
  request: RequestLike,
  pending: PendingFields,
  dropped: readonly Dropped[],
): Resolution {
  return {
    problem: withoutStack(() => problemFrom(500, { message: 'the error could not be rendered', cause: thrown })),
    reply: {
      status: 500,
      headers: {
        'Content-Type': 'application/problem+json',
        'Content-Length': String(BODY.length),
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
      },
      body: isHead(request) ? undefined : BODY,
      superseded: namesOf(pending),
    },
    dropped: [...dropped, { kind: 'reply', name: 'respond', reason: 'the pipeline failed', error: failure }],
  }
}

function isHead(request: RequestLike): boolean {
  try {
    return request.method === 'HEAD'
  } catch {
    return false
  }
}

function namesOf(pending: PendingFields): string[] {
  try {
    return superseded(pending, true, new Set())
  } catch {
    return []
  }
}
