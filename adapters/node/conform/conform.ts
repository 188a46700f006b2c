import type { ServerResponse } from 'node:http'
import { ContentTooLarge } from '../../../src/problems/index.ts'
import { withoutStack } from '../../../src/problems/internal.ts'
import { ask, isObject, read } from '../../../src/recognize/index.ts'
import { noContent } from '../../../src/replies/index.ts'
import { type FramedReply, frame } from '../../../src/respond/index.ts'
import { say } from '../../../src/text/index.ts'
import { complain } from '../report.ts'
import { type Framework, type Settings, settingsWith } from '../settings.ts'
import type { SharedOptions } from '../shared-options.ts'
import { type NodeResponse, write } from '../write.ts'
import { Finalizer, type Host } from './finalizer.ts'
import { type ConformOptions, readConformOptions } from './options.ts'
import { exempt, heldOf, keeperOf, watch } from './watch.ts'

/** What a framework adds to the finaliser. */
export interface ConformFramework<Request> extends Framework<Request>, Omit<Host<Request>, 'settingsOf'> {
  /** The prototype that all responses of the application have in common, if it has one of its own. */
  prototypeOf?(request: Request): object | undefined
  /** What problems() of the same application was told. */
  problemsOf(request: Request): SharedOptions<Request> | undefined
}

/** Looks after a response from the beginning on. Returns whether it has answered the request already. */
export type Begin<Request> = (request: Request, res: ServerResponse) => boolean

export function createConform<Request>(
  framework: ConformFramework<Request>,
  options: ConformOptions<Request>,
): Begin<Request> {
  const [conformity, shared] = readConformOptions(options)
  const settingsFor = settingsWith(framework, shared)
  const settingsOf = (request: Request): Settings<Request> => {
    const options = framework.problemsOf(request)
    return settingsFor(options === undefined ? undefined : { framework, options })
  }
  const told = { framework, options: shared }
  const finalizer = new Finalizer({ ...framework, settingsOf }, conformity, told)
  const { skip, bodyLimit } = conformity

  return (request, res) => {
    const { req } = res
    const isSkipped = skip !== undefined && ask('skip', isBoolean, () => skip(request), complain) === true
    // Of two, the first looks after the response; each has its own limit.
    if (!isSkipped && keeperOf(res) === undefined) watch(res, request, finalizer, framework.prototypeOf?.(request))
    if (Number(req.headers['content-length'] ?? 0) <= bodyLimit) {
      return req.url === '*' && req.method === 'OPTIONS' && answerForServer(res)
    }
    const detail = say('content-over-limit', { limit: bodyLimit })
    const problem = withoutStack(() => new ContentTooLarge({ detail }))
    void settingsOf(request).answer(problem, request, req, res as NodeResponse, (reply) =>
      write(res as NodeResponse, reply),
    )
    return true
  }
}

// RFC 9110 §9.3.7: `OPTIONS *` asks about the server, not about a resource that could be routed.
function answerForServer(res: ServerResponse): true {
  write(res as NodeResponse, frame(noContent(), res.req, res.getHeaders()) as FramedReply)
  return true
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean'
}

/** A response, or a Koa context that has one. */
export type HasResponse = ServerResponse | { readonly res: ServerResponse }

/** Leaves a response as it is written. Without conform() this does nothing. */
export function skip(response: HasResponse): void {
  exempt(responseOf('conform.skip', response))
}

/**
 * Says that a response is passed on from another server: only its framing is looked after. Without conform() this does
 * nothing.
 *
 * @param response or the three arguments of http-proxy-middleware's hook `proxyRes`, of which the last is the response.
 */
export function upstream(...args: readonly [HasResponse] | readonly [unknown, unknown, HasResponse]): void {
  const held = heldOf(responseOf('conform.upstream', args.length > 1 ? args[2] : args[0]))
  if (held !== undefined) held.isForwarded = true
}

function responseOf(call: string, response: unknown): object {
  for (const one of [response, isObject(response) ? read(response, 'res') : undefined]) {
    if (isObject(one) && typeof read(one, 'writeHead') === 'function') return one
  }
  throw new TypeError(`${call}() takes a response, or a context of Koa`)
}
