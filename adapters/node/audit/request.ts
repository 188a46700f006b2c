import type { IncomingMessage } from 'node:http'
import type { FieldLine, RequestMessage } from '../../../src/rules/index.ts'
import { isHeadOnWire, isOverriddenHead, type NodeResponse } from '../write.ts'

/**
 * The request as it came; to be asked before anything of it is changed.
 *
 * @param target where middleware may have changed that of `req`
 */
export function requestMessage(req: IncomingMessage, res: NodeResponse, target: string): RequestMessage {
  const { rawHeaders, httpVersionMajor, httpVersionMinor, socket } = req
  const fields: FieldLine[] = []
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = rawHeaders.slice(at, at + 2)
    if (!name.startsWith(':')) fields.push([name, value])
  }
  return {
    method: methodOnWire(req, res),
    target,
    version: httpVersionMajor === 2 ? '2' : httpVersionMinor === 0 ? '1.0' : '1.1',
    fields,
    // Without TLS here, there may be a proxy that had it.
    secure: 'encrypted' in socket && socket.encrypted === true ? true : undefined,
  }
}

function methodOnWire(req: IncomingMessage, res: NodeResponse): string {
  if (isHeadOnWire(res)) return 'HEAD'
  return isOverriddenHead(res) ? 'GET' : (req.method ?? '')
}
