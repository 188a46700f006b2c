import type { HttpProblem } from '../../src/problems/index.ts'
import { type Dropped, describeThrown, isObject, watchPromise } from '../../src/recognize/index.ts'
import type { FramedReply } from '../../src/respond/index.ts'

/** What happened to a failure, for the application's own logs and metrics. */
export interface ProblemEvent<Request> {
  /** The value as it was thrown. */
  readonly thrown: unknown
  /** What it was taken for. */
  readonly problem: HttpProblem
  /** What was sent; undefined where nothing could be. */
  readonly reply: FramedReply | undefined
  /**
   * - `sent`: the client was given the reply.
   * - `cut`: the response had begun, so its connection (on HTTP/2: its stream) was ended instead.
   * - `late`: the response was complete already; nothing was done to it.
   * - `aborted`: the client was gone, or the status (444, 499) says that nothing is to be sent.
   * - `failed`: the reply could not be written; the client was given a bare 500 or nothing.
   */
  readonly outcome: 'sent' | 'cut' | 'late' | 'aborted' | 'failed'
  /** What was left out of the response, and why. */
  readonly dropped: readonly Dropped[]
  /** The request (Express) or the context (Koa). */
  readonly request: Request
}

/** Takes an event; whatever it does, the response is not touched by it. */
export type OnProblem<Request> = (event: ProblemEvent<Request>) => unknown

/**
 * Hands an event to the application, and what goes wrong there to the console.
 *
 * @param name the option that the function came in.
 */
export function notify<Event>(name: string, callback: (event: Event) => unknown, event: Event): void {
  const failed = (error: unknown): void => print(() => `statuswise: ${name} failed: ${describeThrown(error)}`)
  try {
    const result = callback(event)
    // An unhandled rejection would end the process, also that of what a thenable gives back.
    const then: unknown = isObject(result) ? Reflect.get(result, 'then') : undefined
    if (typeof then === 'function') watchPromise(then.call(result, undefined, failed), () => {})
  } catch (error) {
    failed(error)
  }
}

const planned: WeakSet<object> = new WeakSet()

/** Takes note of a problem that its operator has asked for: it is no news, neither for the log nor for an error tracker. */
export function plan(problem: HttpProblem): HttpProblem {
  planned.add(problem)
  return problem
}

/** Whether what was thrown is a problem that its operator has asked for. */
export function isPlanned(thrown: unknown): boolean {
  return isObject(thrown) && planned.has(thrown)
}

/** Prints what an operator has to know of an event: server errors with their causes, and callbacks that failed. */
export function logEvent(event: Omit<ProblemEvent<unknown>, 'request'>): void {
  const { problem, outcome, thrown } = event
  if (problem.status >= 500 && outcome !== 'aborted' && !isPlanned(thrown)) print(() => describeThrown(thrown))
  logFailures(event)
}

/** Prints the callbacks that failed, the failures of writing itself, and what the application's own problems lost. */
export function logFailures({ dropped, thrown, problem }: Omit<ProblemEvent<unknown>, 'request'>): void {
  for (const { kind, name, reason, error } of dropped) {
    if ((kind === 'header' || kind === 'member') && thrown !== problem) continue
    print(() => `statuswise: ${kind} ${name}: ${reason}${error === undefined ? '' : `: ${describeThrown(error)}`}`)
  }
}

/** Prints what became of a callback of the application's. */
export function complain({ name, reason, error }: Dropped): void {
  print(() => `statuswise: ${name}: ${reason}${error === undefined ? '' : `: ${describeThrown(error)}`}`)
}

/**
 * Prints for the operator; not in test runs, which provoke errors on purpose (Express keeps quiet then, too).
 *
 * @param text made only when it is needed: the stack of an error is dear.
 */
export function print(text: () => string): void {
  if (process.env.NODE_ENV !== 'test') console.error(text())
}
