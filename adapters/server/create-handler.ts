import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { isThenable } from '../../src/recognize/index.ts'
import { Settings } from '../node/settings.ts'
import { type NodeResponse, write } from '../node/write.ts'
import { plain } from './framework.ts'
import { checkServerOptions, type ServerOptions } from './options.ts'

/**
 * Makes a listener for `createServer()` of a function, which may be async: what it throws or rejects with is answered.
 *
 * @throws {TypeError} for anything but a function, and for an option of the wrong form.
 * @example createServer(createHandler(async (req, res) => { throw new NotFound('No such order') }))
 */
export function createHandler(
  fn: (req: IncomingMessage, res: ServerResponse) => unknown,
  options: ServerOptions = {},
): RequestListener {
  if (typeof fn !== 'function') throw new TypeError('createHandler() takes a function')
  checkServerOptions(options)
  const settings = new Settings(plain, options)
  return (req, res) => {
    const fail = (thrown: unknown): void => {
      void settings.answer(thrown, req, req, res as NodeResponse, (reply) => write(res as NodeResponse, reply))
    }
    try {
      const result = fn(req, res)
      if (isThenable(result)) Promise.resolve(result).catch(fail)
    } catch (thrown) {
      fail(thrown)
    }
  }
}
