import { isHeadOnWire, type NodeResponse } from '../write.ts'

// node:http makes a head of the status and the fields as soon as it is asked to, and sends it with the first byte of
// content. Until then it can be taken back, for which node:http has no method.

/** What the making of a head changes on a response of node:http. */
const TRACES = ['_header', '_headerSent', '_last', '_hasBody', '_contentLength', 'chunkedEncoding', 'shouldKeepAlive']

export type Traces = readonly unknown[]

/** What a response is like before a head is made. */
export function tracesOf(res: NodeResponse): Traces {
  return TRACES.map((name) => Reflect.get(res, name))
}

/** Makes a response what it was. Its fields stay. */
export function takeBack(res: NodeResponse, traces: Traces): void {
  for (const [index, name] of TRACES.entries()) Reflect.set(res, name, traces[index])
}

/** Whether Content-Length was taken off, as Koa does: node:http then does not set it by itself any more. */
export function isLengthRemoved(res: NodeResponse): boolean {
  return Reflect.get(res, '_removedContLen') === true
}

/** Whether the client sent HEAD, whatever middleware has made of the method since. To be asked before a head is made. */
export function isToHead(res: NodeResponse): boolean {
  return isHeadOnWire(res)
}

/** Whether something of the head is on its way, so that it cannot be taken back any more. */
export function isHeadSent(res: NodeResponse): boolean {
  return Reflect.get(res, '_headerSent') !== false
}

/**
 * Says how long the content is that follows, as node:http itself does when `end()` is given all of it; it then sends
 * Content-Length unless that is set. Undefined: not known.
 */
export function announceLength(res: NodeResponse, length: number | undefined): void {
  Reflect.set(res, '_contentLength', length ?? null)
}
