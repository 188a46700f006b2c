import type { IncomingMessage, ServerResponse } from 'node:http'
import { notify } from '../node/report.ts'
import { Settings } from '../node/settings.ts'
import { type NodeResponse, write } from '../node/write.ts'
import { plain } from './framework.ts'
import { checkServerOptions, type ServerOptions } from './options.ts'

/** What finalHandler() may be told. */
export interface FinalHandlerOptions extends ServerOptions {
  /** Gets every error, after its response, as the package finalhandler has it. */
  readonly onerror?: ((error: unknown, req: IncomingMessage, res: ServerResponse) => void) | undefined
  /** Only for those who come from the package finalhandler: no environment changes what the client is shown. */
  readonly env?: string | undefined
}

/**
 * The last step of a chain of handlers: answers what was thrown, and where nobody answered, 404. It takes the place of the
 * package finalhandler.
 *
 * @returns a function that is to be called once, with the error, if there is one.
 * @throws {TypeError} for an option of the wrong form, or one that does not exist.
 * @example createServer((req, res) => app.handle(req, res, finalHandler(req, res)))
 */
export function finalHandler(
  req: IncomingMessage,
  res: ServerResponse,
  options: FinalHandlerOptions = NONE,
): (error?: unknown) => void {
  const { settings, onerror } = prepared(options)
  const put = (reply: Parameters<typeof write>[1]): void => write(res as NodeResponse, reply)
  return (error) => {
    // Express says that nothing is wrong with any of them.
    if (error === undefined || error === null || error === false || error === '') {
      if (!res.headersSent) void settings.answerUnrouted(req, req, res as NodeResponse, put)
      return
    }
    void settings.answer(error, req, req, res as NodeResponse, put)
    if (onerror !== undefined) notify('onerror', () => onerror(error, req, res), error)
  }
}

const NONE: FinalHandlerOptions = {}
const ready: WeakMap<object, { settings: Settings<IncomingMessage>; onerror: FinalHandlerOptions['onerror'] }> =
  new WeakMap()

/** Applications give the same options with every request. */
function prepared(options: FinalHandlerOptions): NonNullable<ReturnType<typeof ready.get>> {
  let found = typeof options === 'object' && options !== null ? ready.get(options) : undefined
  if (found === undefined) {
    const { onerror, env, ...others } = options ?? NONE
    checkServerOptions(others)
    if (onerror !== undefined && typeof onerror !== 'function') {
      throw new TypeError('the option "onerror" takes a function')
    }
    found = { settings: new Settings(plain, others), onerror }
    ready.set(options, found)
  }
  return found
}
