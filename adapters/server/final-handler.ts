import type { IncomingMessage, ServerResponse } from 'node:http'
import { checkOptions } from '../../src/text/index.ts'
import { notify } from '../node/report.ts'
import { Settings } from '../node/settings.ts'
import { type NodeResponse, write } from '../node/write.ts'
import { plain, quiet } from './framework.ts'
import { NAMES, type ServerOptions } from './options.ts'
import type { AnyRequest, AnyResponse } from './types.ts'

/** What finalHandler() may be told. */
export interface FinalHandlerOptions extends ServerOptions {
  /** Gets every error, after its response, as the package finalhandler has it; then none is printed. */
  // biome-ignore lint/suspicious/noExplicitAny: handlers of the ecosystem say Error, though anything can be thrown.
  readonly onerror?: ((error: any, req: IncomingMessage, res: ServerResponse) => void) | undefined
  /** Only for those who come from the package finalhandler: no environment changes what the client is shown. */
  readonly env?: string | undefined
}

/**
 * The last step of a chain of handlers: answers what was thrown, and where nobody answered, 404. It takes the place of the
 * package finalhandler, to which falsy values are no errors.
 *
 * @returns a function that is to be called once, with the error, if there is one.
 * @throws {TypeError} for an option of the wrong form, or one that does not exist.
 * @example createServer((req, res) => app.handle(req, res, finalHandler(req, res)))
 */
export function finalHandler(
  req: AnyRequest,
  res: AnyResponse,
  options: FinalHandlerOptions = NONE,
): (error?: unknown) => void {
  const { settings, onerror } = prepared(options)
  const request = req as IncomingMessage
  const response = res as NodeResponse
  const put = (reply: Parameters<typeof write>[1]): void => write(response, reply)
  return (error) => {
    if (!error) {
      if (!response.headersSent) void settings.answerUnrouted(request, request, response, put)
      return
    }
    void settings.answer(error, request, request, response, put)
    if (onerror !== undefined) notify('onerror', () => onerror(error, request, response), error)
  }
}

const NONE: FinalHandlerOptions = {}
const FINAL_NAMES = [...NAMES, 'onerror', 'env']
const ready: WeakMap<object, { settings: Settings<IncomingMessage>; onerror: FinalHandlerOptions['onerror'] }> =
  new WeakMap()

/** Applications give the same options with every request. */
function prepared(options: FinalHandlerOptions): NonNullable<ReturnType<typeof ready.get>> {
  let found = ready.get(options)
  if (found === undefined) {
    checkOptions('finalHandler', options, FINAL_NAMES)
    const { onerror, env, ...others } = options
    if (onerror !== undefined && typeof onerror !== 'function') {
      throw new TypeError('the option "onerror" takes a function')
    }
    found = { settings: new Settings(onerror === undefined ? plain : quiet, others), onerror }
    ready.set(options, found)
  }
  return found
}
