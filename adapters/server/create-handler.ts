import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { isThenable, settled } from '../../src/recognize/index.ts'
import { checkOptions } from '../../src/text/index.ts'
import { Settings } from '../node/settings.ts'
import { type NodeResponse, write } from '../node/write.ts'
import { plain } from './framework.ts'
import { NAMES, type ServerOptions } from './options.ts'
import type { AnyRequest, AnyResponse } from './types.ts'

/**
 * Makes a listener for `createServer()` of node:http, node:https or node:http2. The function may be async: what it throws
 * or rejects with is answered. One that is to take the requests of node:http2 says so in its types.
 *
 * @throws {TypeError} for anything but a function, and for an option of the wrong form.
 * @example createServer(createHandler(async (req, res) => { throw new NotFound('No such order') }))
 */
export function createHandler(
  fn: (req: IncomingMessage, res: ServerResponse) => unknown,
  options?: ServerOptions,
): RequestListener
export function createHandler<Request extends AnyRequest, Response extends AnyResponse>(
  fn: (req: Request, res: Response) => unknown,
  options?: ServerOptions,
): (req: Request, res: Response) => void
export function createHandler<Request extends AnyRequest, Response extends AnyResponse>(
  fn: (req: Request, res: Response) => unknown,
  options: ServerOptions = {},
): (req: Request, res: Response) => void {
  if (typeof fn !== 'function') throw new TypeError('createHandler() takes a function')
  checkOptions('createHandler', options, NAMES)
  const settings = new Settings(plain, options)
  return (req, res) => {
    const fail = (thrown: unknown): void => {
      const request = req as IncomingMessage
      const response = res as NodeResponse
      void settings.answer(thrown, request, request, response, (reply) => write(response, reply))
    }
    try {
      const result = fn(req, res)
      if (isThenable(result)) settled(result).catch(fail)
    } catch (thrown) {
      fail(thrown)
    }
  }
}
