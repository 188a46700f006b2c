import type { InterimMessage, RequestMessage, ResponseMessage } from '../../../src/rules/index.ts'
import { whenOver } from '../when-over.ts'
import { responseOf } from '../wire/response-message.ts'
import { ResponseReader } from '../wire/response-reader.ts'
import type { NodeResponse } from '../write.ts'
import type { OnExchange } from './observe.ts'
import type { Share } from './room.ts'
import { tap } from './tap.ts'

// The share in the room decides how long content may be.
const LIMITS = { content: Number.MAX_SAFE_INTEGER, head: 1 << 17 }

/** Heads are shorter, and so is what is written with them. */
const HEAD_ROOM = 1 << 15

const CONTINUE = Buffer.from('HTTP/1.1 100 Continue\r\n\r\n')

/** Watches a response of HTTP/1 by what goes to its socket. */
export function observeMessage(
  res: NodeResponse,
  request: RequestMessage,
  share: Share,
  onExchange: OnExchange,
): boolean {
  let reader: ResponseReader | undefined = new ResponseReader(request.method, LIMITS)
  let seen: { readonly interim: readonly InterimMessage[]; readonly response: ResponseMessage } | undefined

  const stopReading = (): void => {
    const response = reader && responseOf(reader, undefined)
    if (reader !== undefined && response !== undefined) seen = { interim: reader.interim, response }
    reader = undefined
  }

  const isTapped = tap(res, (bytes) => {
    // What is written to a destroyed socket goes nowhere.
    // Of a head there is always enough room: all that is told of a response begins with it.
    if (reader === undefined) return false
    const isRoom = share.take(bytes.length) || (reader.head === undefined && bytes.length <= HEAD_ROOM)
    if (res.socket?.destroyed !== true && isRoom) reader.push(bytes)
    else {
      stopReading()
      share.release()
    }
    return reader !== undefined
  })
  if (!isTapped) return false

  const tell = (): void => {
    stopReading()
    if (seen !== undefined) void onExchange({ request, ...seen }).then(share.release)
    else share.release()
    seen = undefined
  }

  // node:http answers `Expect: 100-continue` before anybody sees the request.
  if (Reflect.get(res, '_sent100') === true) reader.push(CONTINUE)
  res.once('finish', () => {
    reader?.end(true)
    tell()
  })
  // One that waits for its turn is not told by node:http that its connection is closed.
  whenOver(res, tell)
  return true
}
